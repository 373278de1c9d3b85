/** How attempts are counted. */
import { memorySql, testClock } from "@edgewright/testing";
import { expect, test } from "vitest";
import { Attempts } from "./attempts.ts";

const MINUTE = 60_000;
const each = { max: 3, ms: MINUTE };
const strangers = { max: 5, ms: 10 * MINUTE };

function open() {
  const clock = testClock();
  const attempts = new Attempts({ sql: memorySql(), clock });
  const take = (client: string, kind = "password") => attempts.take({ kind, client, each, strangers });
  return { clock, attempts, take };
}

test("a client has so many attempts in a window, and is told how long to wait; waiting is enough", () => {
  const { clock, take } = open();
  expect([take("a"), take("a"), take("a")]).toEqual([0, 0, 0]);
  clock.advance(MINUTE / 4);
  expect(take("a")).toBe((3 * MINUTE) / 4);
  expect(take("a")).toBe((3 * MINUTE) / 4);
  clock.advance((3 * MINUTE) / 4);
  expect(take("a")).toBe(0);
});

test("kinds are counted apart", () => {
  const { take } = open();
  for (let n = 0; n < 3; n++) take("a");
  expect(take("a")).toBeGreaterThan(0);
  expect(take("a", "mail")).toBe(0);
});

test("many clients together are stopped, but not one that succeeded before", () => {
  const { attempts, take } = open();
  take("home");
  attempts.succeeded({ kind: "password", client: "home" });
  for (const client of ["b", "c", "d", "e", "f"]) expect(take(client)).toBe(0);
  expect(take("g")).toBe(10 * MINUTE);
  expect(take("home")).toBe(0);
});

test("what succeeded is not counted", () => {
  const { attempts, take } = open();
  for (let n = 0; n < 20; n++) {
    expect(take("a")).toBe(0);
    attempts.succeeded({ kind: "password", client: "a" });
  }
  expect(["b", "c", "d", "e", "f"].map((client) => take(client))).toEqual([0, 0, 0, 0, 0]);
});

test("nobody is known for ever, and in the end nothing is kept", () => {
  const { clock, attempts, take } = open();
  take("home");
  attempts.succeeded({ kind: "password", client: "home" });
  const expiry = attempts.expiry();
  expect(expiry).toBe(clock.now() + 30 * 24 * 60 * MINUTE);
  clock.advance(expiry - clock.now());
  for (const client of ["b", "c", "d", "e", "f"]) take(client);
  expect(take("home")).toBeGreaterThan(0);
});

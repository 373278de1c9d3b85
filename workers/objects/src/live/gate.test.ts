/** What is let through to connections while their access changes, without sockets. */

import type { AccessEnd, Grant, Standing, Worth } from "@edgewright/contracts";
import { testClock } from "@edgewright/testing";
import { must } from "@edgewright/testing/must";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AccessGate, KEPT_MS, type Line } from "./gate.ts";

type Heard = Line & { name: string; heard: string[]; ended: AccessEnd | "unknown" | null };

const EDITOR: Worth = { role: "editor", may: "write", roles: ["manager"] };

function line(name: string, worth = EDITOR): Heard {
  const grant: Grant = { projectId: "prj_1", holder: { kind: "session", id: name, userId: name } };
  const made: Heard = {
    name,
    grant,
    worth,
    heard: [],
    ended: null,
    isOpen: () => made.ended === null,
    end(why) {
      made.ended = why;
    },
  };
  return made;
}

/** Answers come when they are let out, so that what happens in between is decided by the test. */
function gateOf(...lines: Heard[]) {
  const clock = testClock();
  const standings = new Map<string, Standing>(lines.map(({ name, worth }) => [name, worth]));
  const asked: { answer(): void; fail(): void }[] = [];
  const gate = new AccessGate<Heard>({
    lines: () => lines.filter((one) => one.isOpen()),
    standings: (grants) =>
      new Promise((resolve, reject) => {
        const now = grants.map(({ holder }) => must(standings.get(holder.kind === "link" ? "link" : holder.id)));
        asked.push({ answer: () => resolve(now), fail: () => reject(new Error("The database is away")) });
      }),
    clock,
  });
  const send = (text: string) => gate.pass(lines, (one) => one.heard.push(text));
  const settle = async () => {
    while (asked.length > 0) {
      must(asked.shift()).answer();
      await Promise.resolve();
    }
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { gate, clock, standings, asked, send, settle };
}

afterEach(() => vi.restoreAllMocks());

describe("what is sent", () => {
  it("waits until it is known that the grants hold, and keeps its order", async () => {
    const ada = line("ada");
    const { send, settle, clock, asked } = gateOf(ada);
    for (const text of ["1", "2", "3"]) send(text);
    expect([ada.heard, asked.length]).toEqual([[], 1]);
    await settle();
    send("4");
    expect(ada.heard).toEqual(["1", "2", "3", "4"]);
    clock.advance(KEPT_MS);
    send("5");
    send("6");
    expect([ada.heard.length, asked.length]).toEqual([4, 1]);
    await settle();
    expect(ada.heard).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  it("reaches nobody whose access is gone, without any word of the change", async () => {
    const [ada, bea] = [line("ada"), line("bea")];
    const { send, settle, standings, clock } = gateOf(ada, bea);
    send("1");
    await settle();
    standings.set("bea", { end: "no_access" });
    clock.advance(KEPT_MS);
    send("2");
    await settle();
    expect([ada.heard, bea.heard, bea.ended]).toEqual([["1", "2"], ["1"], "no_access"]);
  });

  it("is not for whoever joined after it: the replay has told them", async () => {
    const ada = line("ada");
    const lines = [ada];
    const { gate, send, settle } = gateOf(ada);
    send("1");
    const late = line("late");
    lines.push(late);
    gate.pass(lines, (one) => one.heard.push("2"));
    await settle();
    expect([ada.heard, late.heard]).toEqual([["1", "2"], ["2"]]);
  });

  it("reaches nobody while it cannot be found out who may hear it", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const ada = line("ada");
    const { send, asked, settle } = gateOf(ada);
    send("1");
    must(asked.shift()).fail();
    await settle();
    expect([ada.heard, ada.ended]).toEqual([[], "unknown"]);
  });
});

describe("a change that is told", () => {
  const CHANGES: [string, Standing, AccessEnd | null][] = [
    ["a sign-in that is over", { end: "signed_out" }, "signed_out"],
    ["a membership that is over", { end: "no_access" }, "no_access"],
    ["a lower role", { ...EDITOR, role: "viewer" }, "changed"],
    ["a higher role", { ...EDITOR, role: "admin" }, "changed"],
    ["other rights on the app's rows", { ...EDITOR, may: "read" }, "changed"],
    ["another role in the app", { ...EDITOR, roles: ["manager", "warehouse"] }, "changed"],
    ["a role in the app that is taken back", { ...EDITOR, roles: [] }, "changed"],
    ["nothing of importance", { roles: ["manager"], may: "write", role: "editor" }, null],
  ];
  it.each(CHANGES)("%s", async (_, standing, end) => {
    const ada = line("ada");
    const { gate, standings, asked, settle } = gateOf(ada);
    standings.set("ada", standing);
    const done = gate.recheck();
    expect(asked.length).toBe(1);
    await settle();
    await done;
    expect(ada.ended).toBe(end);
  });
});

/** How long a session holds. */

import { schema } from "@edgewright/db";
import { apiWorld } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { describe, expect, test } from "vitest";

const DAY_MS = 24 * 60 * 60_000;
const EXPIRES_DAYS = 30;

/** Somebody whose only session ends in so many milliseconds. */
async function signedIn(endsIn: number) {
  const world = await apiWorld();
  const ada = await world.signUp("Ada Byron");
  await world.database.update(schema.authSessions).set({ expiresAt: new Date(Date.now() + endsIn) });
  const session = async () => (await world.database.query.authSessions.findMany()).at(0) ?? null;
  return { ask: () => ada.call("GET", "/api/me"), session };
}

describe("a session", () => {
  test("that was used today is left as it is", async () => {
    const { ask, session } = await signedIn((EXPIRES_DAYS - 0.5) * DAY_MS);
    const before = must(await session()).expiresAt;
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(must(await session()).expiresAt).toEqual(before);
  });

  test("that was last used on a day before is prolonged, and its cookie with it", async () => {
    const { ask, session } = await signedIn((EXPIRES_DAYS - 1.5) * DAY_MS);
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([expect.stringContaining(`session_token=`)]);
    expect(must(await session()).expiresAt.getTime()).toBeGreaterThan(Date.now() + (EXPIRES_DAYS - 0.1) * DAY_MS);
  });

  test("that is over signs nobody in, and is forgotten", async () => {
    const { ask, session } = await signedIn(-1000);
    expect((await ask()).status).toBe(401);
    expect(await session()).toBeNull();
  });
});

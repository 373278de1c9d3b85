/** A database with one organization and one user, repositories over it and a clock that tests move. */
import { openDatabase } from "@edgewright/adapters";
import type { Origin } from "@edgewright/audit";
import { type Clock, newId, ok } from "@edgewright/core";
import { createRepositories, schema } from "@edgewright/db";
import type { Protect } from "@edgewright/projects";
import { createVersionStore } from "@edgewright/storage";
import { memoryBlobs } from "./memory-blobs.ts";
import { sqliteD1 } from "./sqlite-d1.ts";

export type TestClock = Clock & { advance(ms: number): void };

export function testClock(start = Date.UTC(2026, 0, 5)): TestClock {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
  };
}

export async function testWorld() {
  const binding = sqliteD1();
  const database = openDatabase(binding);
  const repositories = createRepositories(database);
  const blobs = memoryBlobs();
  const clock = testClock();
  const organizationId = newId("org");
  const userId = newId("usr");
  const date = new Date(clock.now());
  await database.insert(schema.organizations).values({ id: organizationId, name: "Acme", slug: "acme", createdAt: date });
  await database.insert(schema.users).values({ id: userId, name: "Ada", email: "ada@example.com", createdAt: date, updatedAt: date });
  const origin: Origin = { kind: "person", id: userId, name: "Ada", personId: userId, ip: null, userAgent: null, requestId: null };
  /** No app has rows here; a world that has them sets its own. */
  const protect: Protect = async () => ok(null);
  return {
    binding,
    database,
    blobs,
    clock,
    organizationId,
    origin,
    protect,
    ...repositories,
    store: createVersionStore({ versions: repositories.versions, blobs }),
  };
}
export type TestWorld = Awaited<ReturnType<typeof testWorld>>;

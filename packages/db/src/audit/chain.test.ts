/** The chain over the log, on the real tables: whatever order it is written, sealed and shortened in, and whatever is altered afterwards. */
import { openDatabase } from "@edgewright/adapters";
import { type AuditEntry, auditEntry, type ChainProof, chainKeys } from "@edgewright/audit";
import { testWorld } from "@edgewright/testing";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { schema } from "../database.ts";
import { checkLog } from "./chain.ts";
import { createAuditTrail } from "./index.ts";

// Many runs of a property beside all other tests.
vi.setConfig({ testTimeout: 30_000 });

const KEY = "a key for tests only";
const DAY = 24 * 3600_000;

async function world() {
  const { database, binding, clock, organizationId, origin } = await testWorld();
  const trail = createAuditTrail(database, KEY, clock);
  const entry = (scope = organizationId, more: Partial<Parameters<typeof auditEntry>[2]> = {}): AuditEntry =>
    auditEntry(clock, origin, { scope, projectId: null, action: "project.updated", subject: "prj_1", before: { name: "A" }, ...more });
  const write = async (scope?: string, count = 1) => {
    for (let line = 0; line < count; line++) await database.insert(schema.auditLog).values(entry(scope));
  };
  const run = (sql: string, ...values: unknown[]) =>
    binding
      .prepare(sql)
      .bind(...values)
      .run();
  return { database, binding, clock, organizationId, trail, entry, write, run };
}

const sound = (rows: number, more: Partial<ChainProof> = {}) => expect.objectContaining({ rows, faults: [], ...more });

test("lines are sealed in the order of their ids, each scope for itself", async () => {
  const { database, trail, write, organizationId } = await world();
  await write(organizationId, 3);
  await write("usr_1", 2);
  await write(organizationId, 1);
  expect(await trail.check(organizationId)).toEqual(sound(0, { waiting: 4, from: 0, to: 0 }));
  expect(await trail.seal()).toMatchObject({ rows: 6, broken: [] });
  expect(await trail.check(organizationId)).toEqual(sound(4, { waiting: 0, from: 1, to: 4, next: null }));
  expect(await trail.check("usr_1")).toEqual(sound(2));
  const rows = await database.query.auditLog.findMany({ orderBy: (line, { asc }) => [asc(line.scope), asc(line.id)] });
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 1, 2]);
});

test("a sweep takes so many lines, and every scope has its turn", async () => {
  const { trail, write } = await world();
  await write("org_large", 500);
  for (let scope = 0; scope < 10; scope++) await write(`org_small${scope}`, 1);
  const { rows, ends } = await trail.seal(110);
  expect(rows).toBe(110);
  expect(ends.map(({ scope }) => scope)).toHaveLength(11);
  expect(ends.find(({ scope }) => scope === "org_large")?.number).toBe(100);
});

test("more scopes than one round holds are all sealed", async () => {
  const { trail, write } = await world();
  for (let scope = 0; scope < 230; scope++) await write(`usr_${scope}`);
  expect(await trail.seal()).toMatchObject({ rows: 230 });
});

type Step = { kind: "write"; scope: number } | { kind: "seal" | "killed" | "both"; rows: number } | { kind: "expire" };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("write" as const), scope: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("seal" as const, "killed" as const, "both" as const),
      rows: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "expire" as const }) },
);

test("any order of writers, sweeps that die and sweeps side by side leaves a chain that verifies", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.integer(), async (steps, seed) => {
      const at = await world();
      const { trail, organizationId } = at;
      await at.database.update(schema.organizations).set({ auditRetentionDays: 30 });
      const scopes = [organizationId, "org_2", "usr_1"];
      let random = seed;
      const yes = () => {
        random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff;
        return (random >> 8) % 2 === 0;
      };
      // Batches of either sweep that are lost on their way, or after they were written.
      const dying = Object.assign(Object.create(at.binding) as D1Database, {
        prepare: (sql: string) => at.binding.prepare(sql),
        async batch(statements: D1PreparedStatement[]) {
          if (yes()) throw new Error("the worker was stopped");
          const results = await at.binding.batch(statements);
          if (yes()) throw new Error("the worker was stopped");
          return results;
        },
      });
      const killed = createAuditTrail(openDatabase(dying), KEY, at.clock);
      for (const one of steps) {
        at.clock.advance(DAY * 3);
        if (one.kind === "write") await at.write(scopes[one.scope]);
        else if (one.kind === "expire") await trail.removeExpired();
        else if (one.kind === "seal") await trail.seal(one.rows);
        else if (one.kind === "killed") await killed.seal(one.rows).catch(() => {});
        else await Promise.all([trail.seal(one.rows), trail.seal(one.rows), trail.removeExpired(), at.write(organizationId)]);
        for (const scope of scopes) expect((await trail.check(scope)).faults).toEqual([]);
      }
      await trail.seal();
      for (const scope of scopes) expect(await trail.check(scope)).toMatchObject({ faults: [], waiting: 0 });
    }),
    { numRuns: 25 },
  );
});

const COLUMNS = [
  ...["scope", "project_id", "action", "subject", "actor_kind", "actor_id", "actor_name", "person_id", "ip", "user_agent"],
  ...["request_id", "detail", "before", "after", "at", "hash", "id"],
] as const;

async function sealed(lines: number) {
  const at = await world();
  for (let line = 0; line < lines; line++) {
    at.clock.advance(1000);
    await at.write();
  }
  await at.trail.seal();
  const { organizationId: scope, run, trail } = at;
  const where = (number: number) => [scope, number] as const;
  const faults = async () => (await trail.check(scope)).faults.map(({ number, kind }) => ({ number, kind }));
  return { ...at, scope, run, where, faults };
}

describe("what is altered afterwards is found and named", () => {
  const LINES = 12;
  const place = fc.integer({ min: 1, max: LINES });

  test("any column of any line", async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom(...COLUMNS), async (number, column) => {
        const { run, where, faults } = await sealed(LINES);
        const value = column === "at" ? 7 : column === "detail" ? "{}  " : "altered";
        await run(`update audit_log set "${column}" = ? where scope = ? and number = ?`, value, ...where(number));
        const kind = column === "scope" ? "missing" : "altered";
        expect(await faults()).toEqual([{ number, kind }]);
      }),
      { numRuns: 34 },
    );
  });

  test("any lines that are gone, at the ends too", async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 4 }), async (number, count) => {
        const { run, scope, trail } = await sealed(LINES);
        await run("delete from audit_log where scope = ? and number >= ? and number < ?", scope, number, number + count);
        const last = Math.min(LINES, number + count - 1);
        const says = last === number ? `Line ${number} is missing.` : `Lines ${number} to ${last} are missing.`;
        expect((await trail.check(scope)).faults).toEqual([{ number, id: null, kind: "missing", says }]);
      }),
      { numRuns: 15 },
    );
  });

  test("any two lines that changed places, and a line put elsewhere", async () => {
    await fc.assert(
      fc.asyncProperty(place, place, async (one, other) => {
        fc.pre(one !== other);
        const { run, where, faults } = await sealed(LINES);
        await run("update audit_log set number = -1 where scope = ? and number = ?", ...where(one));
        await run("update audit_log set number = ? where scope = ? and number = ?", one, ...where(other));
        await run("update audit_log set number = ? where scope = ? and number = -1", other, where(one)[0]);
        const moved = [one, other].sort((a, b) => a - b).map((number) => ({ number, kind: "moved" }));
        expect(await faults()).toEqual(moved);
      }),
      { numRuns: 15 },
    );
  });

  test("a line with the number of none, or beyond the ends", async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom(LINES + 1, LINES + 5, 0, -3, 4.5), async (number, to) => {
        const { run, where, trail, scope } = await sealed(LINES);
        await run("update audit_log set number = ? where scope = ? and number = ?", to, ...where(number));
        const { faults } = await trail.check(scope);
        expect(faults).toContainEqual(expect.objectContaining({ number, kind: "missing" }));
        expect(faults).toContainEqual(expect.objectContaining({ number: to, id: expect.stringMatching(/^aud_/) }));
      }),
      { numRuns: 15 },
    );
  });

  test("a line that was put in, whether between others or at the end", async () => {
    const { run, scope, database, entry, faults } = await sealed(LINES);
    const forged = { ...entry(), number: LINES + 1, hash: "none.none" };
    await database.insert(schema.auditLog).values(forged);
    expect(await faults()).toEqual([{ number: LINES + 1, kind: "ends" }]);
    // Room is made for it by moving all that follow.
    await run("update audit_log set number = -number where scope = ? and number between 6 and ?", scope, LINES);
    await run("update audit_log set number = 6 where scope = ? and number = ?", scope, LINES + 1);
    await run("update audit_log set number = 1 - number where scope = ? and number < 0", scope);
    expect(await faults()).toContainEqual({ number: 6, kind: "altered" });
    expect(await faults()).toContainEqual({ number: 7, kind: "moved" });
  });

  test("the end, though the record of it is altered to fit", async () => {
    const { run, scope, faults, trail, write } = await sealed(LINES);
    await run("delete from audit_log where scope = ? and number > 8", scope);
    await run("update audit_chains set last_number = 8, last_hash = (select hash from audit_log where scope = ? and number = 8)", scope);
    expect(await faults()).toEqual([{ number: 8, kind: "ends" }]);
    // Nor does a sweep seal it over.
    await write();
    expect(await trail.seal()).toMatchObject({ rows: 0, broken: [scope] });
    expect(await faults()).toEqual([{ number: 8, kind: "ends" }]);
  });

  test("the beginning, though the record of it is altered to fit", async () => {
    const { run, scope, faults } = await sealed(LINES);
    await run(
      "update audit_chains set anchor_number = 4, anchor_hash = (select hash from audit_log where scope = ? and number = 4)",
      scope,
    );
    await run("delete from audit_log where scope = ? and number <= 4", scope);
    expect(await faults()).toEqual([{ number: LINES, kind: "ends" }]);
  });

  test("a chain without its record is not begun anew", async () => {
    const { run, scope, faults, write, trail } = await sealed(3);
    await run("delete from audit_chains");
    await write();
    expect(await trail.seal()).toMatchObject({ rows: 0, broken: [scope] });
    expect(await faults()).toEqual([1, 2, 3].map((number) => ({ number, kind: "ends" })));
  });

  test("one scope's broken chain holds up no other's", async () => {
    const { run, scope, write, trail } = await sealed(3);
    await run("update audit_chains set last_number = 2");
    await write("usr_1", 2);
    await write(scope, 2);
    expect(await trail.seal()).toMatchObject({ rows: 2, broken: [scope] });
    expect(await trail.check("usr_1")).toEqual(sound(2));
  });

  test("a place that is taken holds up no other scope", async () => {
    const { run, scope, write, trail, entry, database } = await sealed(3);
    await database.insert(schema.auditLog).values({ ...entry(scope), number: 4, hash: "none.none" });
    await write("usr_1", 2);
    await write(scope, 2);
    expect(await trail.seal()).toMatchObject({ rows: 2 });
    expect(await trail.check("usr_1")).toEqual(sound(2));
    await run("delete from audit_log where scope = ? and number = 4", scope);
    expect(await trail.seal()).toMatchObject({ rows: 2 });
    expect(await trail.check(scope)).toEqual(sound(5));
  });
});

test("a key may be changed while lines under the former one are kept; without it they do not verify", async () => {
  const { database, clock, scope, write } = await sealed(3);
  const both = createAuditTrail(database, `another key of the tests,${KEY}`, clock);
  await write(scope, 2);
  await both.seal();
  expect(await both.check(scope)).toEqual(sound(5));
  const alone = createAuditTrail(database, "another key of the tests", clock);
  expect((await alone.check(scope)).faults.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test("a long log is checked in several requests, each going on where the last one ended", async () => {
  const { database, scope, run, where } = await sealed(3);
  const keys = await chainKeys(KEY);
  const first = await checkLog(database, keys, scope, undefined, 1);
  expect(first).toMatchObject({ rows: 3, next: null, faults: [] });
  expect(await checkLog(database, keys, scope, 3)).toMatchObject({ rows: 1, from: 1, to: 3, faults: [], next: null });
  await run("update audit_log set subject = 'x' where scope = ? and number = ?", ...where(3));
  expect((await checkLog(database, keys, scope, 3)).faults).toMatchObject([{ number: 3, kind: "altered" }]);
});

describe("retention", () => {
  test("removes what is older than the organization keeps, says so in the log, and the rest verifies", async () => {
    const { database, clock, scope, trail } = await sealed(10);
    clock.advance(40 * DAY);
    expect(await trail.removeExpired()).toBe(0);
    await database.update(schema.organizations).set({ auditRetentionDays: 30 });
    expect(await trail.removeExpired()).toBe(10);
    const [line] = await database.query.auditLog.findMany();
    expect(line).toMatchObject({ action: "audit.swept", actorKind: "system", detail: { from: 1, to: 10 } });
    expect(await trail.check(scope)).toEqual(sound(0, { waiting: 1, from: 11, to: 10 }));
    await trail.seal();
    expect(await trail.check(scope)).toEqual(sound(1, { from: 11, to: 11 }));
    expect(await trail.removeExpired()).toBe(0);
  });

  test("keeps what is not sealed, what is young, and what lies behind something young", async () => {
    const { database, clock, scope, trail, write, entry } = await sealed(2);
    await database.update(schema.organizations).set({ auditRetentionDays: 30 });
    const late = entry();
    clock.advance(40 * DAY);
    await write();
    await trail.seal();
    await database.insert(schema.auditLog).values(late);
    await trail.seal();
    expect(await trail.removeExpired()).toBe(2);
    expect(await trail.removeExpired()).toBe(0);
    expect(await trail.check(scope)).toEqual(sound(2, { from: 3, to: 4 }));
  });
});

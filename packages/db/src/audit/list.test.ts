/** Reading the log: filters, pages, and the index that each mix of filters goes along. */

import { type AuditFilter, auditEntry } from "@edgewright/audit";
import { at } from "@edgewright/core";
import { testWorld } from "@edgewright/testing";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { schema } from "../database.ts";
import { createAuditTrail } from "./index.ts";
import { idsOnPage, pathFor } from "./list.ts";

const ACTIONS = ["member.joined", "member.removed", "project.updated", "data.row_created"] as const;
const PEOPLE = ["usr_a", "usr_b", null];
const PROJECTS = ["prj_a", "prj_b", null];
const LINES = 400;

const world = await testWorld();
const { database, clock, origin, organizationId: scope } = world;
const trail = createAuditTrail(database, "a key for tests only", clock);
const start = clock.now();
const NOTHING: AuditFilter = { scope, person: null, action: null, project: null, from: null, to: null };

beforeAll(async () => {
  for (let line = 0; line < LINES; line++) {
    if (line % 3 === 0) clock.advance(1000);
    const what = { projectId: at(PROJECTS, (line % 7) % 3), action: at(ACTIONS, (line % 11) % 4), subject: `n${line}` };
    const by = { ...origin, personId: at(PEOPLE, (line % 5) % 3) };
    await database.insert(schema.auditLog).values(auditEntry(clock, by, { ...what, scope: line % 13 === 0 ? "org_other" : scope }));
  }
});

async function all(filter: AuditFilter, limit: number) {
  const items = [];
  let cursor: string | null = null;
  do {
    const page = await trail.list(filter, { cursor, limit });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return items;
}

const time = fc.option(fc.integer({ min: start, max: start + 140_000 }));
const filter = fc.record<AuditFilter>({
  scope: fc.constantFrom(scope, "org_other"),
  person: fc.constantFrom(null, "usr_a", "usr_b", "usr_none"),
  action: fc.constantFrom(null, "member.", "member.joined", "data.", "account."),
  project: fc.constantFrom(null, "prj_a", "prj_none"),
  from: time,
  to: time,
});

test("pages hold exactly the lines that pass, the newest first, whatever the filters and the size of a page", async () => {
  const lines = await database.query.auditLog.findMany();
  await fc.assert(
    fc.asyncProperty(filter, fc.constantFrom(1, 7, 30, 100), async (given, limit) => {
      const passes = lines
        .filter((line) => line.scope === given.scope && (given.person === null || line.personId === given.person))
        .filter((line) => given.action === null || line.action.startsWith(given.action))
        .filter((line) => given.project === null || line.projectId === given.project)
        .filter(({ at }) => at >= (given.from ?? 0) && at < (given.to ?? Number.MAX_VALUE))
        .map(({ id }) => id)
        .sort()
        .reverse();
      expect((await all(given, limit)).map(({ id }) => id)).toEqual(passes);
    }),
    { numRuns: 150 },
  );
});

test("lines of one moment come in the order they were written", async () => {
  const subjects = (await all(NOTHING, 100)).map(({ subject }) => Number(subject.slice(1)));
  expect(subjects).toEqual([...subjects].sort((one, other) => other - one));
});

describe("each mix of filters goes along an index, and sorts no more than a page", () => {
  const mixes: Partial<AuditFilter>[] = [];
  for (const person of [null, "usr_a"])
    for (const action of [null, "member.joined", "member."])
      for (const project of [null, "prj_a"])
        for (const from of [null, start]) mixes.push({ person, action, project, from, to: from && from + 9e6 });

  test.each(mixes)("$person $action $project $from", async (mix) => {
    const given = { ...NOTHING, ...mix };
    const path = await pathFor(database, given);
    const plan = await database.all<{ detail: string }>(sql`explain query plan ${idsOnPage(path, given, "aud_zzz", 31)}`);
    const steps = plan.map(({ detail }) => detail);
    const searches = steps.filter((step) => /\bline\b/.test(step) && step.includes("INDEX"));
    expect(searches.length).toBeGreaterThan(0);
    for (const step of searches) expect(step).toMatch(new RegExp(`SEARCH line USING (COVERING )?INDEX ${path} \\(scope=\\?.*id<\\?\\)`));
    expect(steps.filter((step) => /SCAN (line|one|audit_log)/.test(step))).toEqual([]);
    // A family's actions are put in order, each with no more lines than a page has.
    const sorted = steps.filter((step) => step.includes("USE TEMP B-TREE FOR ORDER BY"));
    expect(sorted.length).toBeLessThanOrEqual(path === "audit_log_action" ? 1 : 0);
  });
});

test("of several filters the one that fewest lines pass is walked", async () => {
  const rare = { ...origin, personId: "usr_rare" };
  await database
    .insert(schema.auditLog)
    .values(auditEntry(clock, rare, { scope, projectId: "prj_a", action: "member.joined", subject: "x" }));
  expect(await pathFor(database, { ...NOTHING, person: "usr_rare", action: "member.", project: "prj_a" })).toBe("audit_log_person");
  expect(await pathFor(database, { ...NOTHING, person: "usr_a", action: "account.deleted", project: "prj_a" })).toBe("audit_log_action");
  expect(await pathFor(database, { ...NOTHING, person: "usr_a", project: "prj_none" })).toBe("audit_log_project");
});

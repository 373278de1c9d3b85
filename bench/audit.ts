/** The audit log with a million lines, on the engine the platform's database has: pages by each filter, sealing, checking, exporting. */

import { openDatabase } from "@edgewright/adapters";
import { AuditAction } from "@edgewright/audit";
import { systemClock } from "@edgewright/core";
import { createAuditTrail } from "@edgewright/db";
import { exportLines } from "@edgewright/exports";
import { sqliteD1 } from "@edgewright/testing";
import { type BenchRow, row, timed } from "./row.ts";

const LINES = 1_000_000;
const SCOPE = "org_bench";
const START = Date.UTC(2026, 0, 1);
/** Between two lines: a million make a bit more than two months. */
const GAP_MS = 6000;
const SEALED = 50_000;

const NOTHING = { scope: SCOPE, person: null, action: null, project: null, from: null, to: null };
const HALF = START + (LINES / 2) * GAP_MS;
const DAY_MS = 24 * 3600_000;
const FILTERS = {
  "no filter": NOTHING,
  person: { ...NOTHING, person: "usr_7" },
  action: { ...NOTHING, action: "member.removed" },
  "family of actions": { ...NOTHING, action: "account." },
  project: { ...NOTHING, project: "prj_11" },
  "one day, a month ago": { ...NOTHING, from: HALF, to: HALF + DAY_MS },
  "person, family and time": { ...NOTHING, person: "usr_7", action: "project.", from: START, to: HALF },
  "person and project that never met": { ...NOTHING, person: "usr_7", project: "prj_12" },
};

/** A TypeID's first ten characters are its time in base 32. */
const digits = Array.from(
  { length: 10 },
  (_, index) => `substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + ((at >> ${45 - 5 * index}) & 31), 1)`,
);
// The person and the project of a line have the same rest by 4, so that some never meet.
const FILL = `insert into audit_log (id, scope, project_id, action, subject, actor_kind, actor_id, actor_name, person_id, ip, user_agent,
    request_id, detail, before, after, at)
  with recursive lines(n, at) as (select 0, ${START} union all select n + 1, at + ${GAP_MS} from lines where n < ${LINES - 1}),
  actions(number, action) as (select key, value from json_each(?))
  select 'aud_' || ${digits.join(" || ")} || printf('%016d', n), '${SCOPE}', 'prj_' || (n * 7919 % 40), action, 'prj_' || n, 'person',
    'usr_' || (n * 7919 % 20), 'Ada Lovelace', 'usr_' || (n * 7919 % 20), '203.0.113.7', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/142',
    'req_01m8fg4ashfqb9yvgt12m6fn84', '{"version":7,"files":12}', '{"name":"Fleet"}', '{"name":"Vehicles"}', at
  from lines join actions on actions.number = n * 31 % ${AuditAction.options.length}`;

export async function benchAudit(n: number): Promise<BenchRow[]> {
  const binding = sqliteD1();
  await binding.prepare(FILL).bind(JSON.stringify(AuditAction.options)).run();
  const trail = createAuditTrail(openDatabase(binding), "a key of the benchmark", systemClock);
  const rows: BenchRow[] = [];
  for (const [name, filter] of Object.entries(FILTERS)) {
    const samples: number[] = [];
    let cursor: string | null = null;
    // One page after the other, and from the first again.
    for (let sample = 0; sample < n; sample++)
      samples.push(
        await timed(async () => {
          ({ cursor } = await trail.list(filter, { cursor, limit: 30 }));
        }),
      );
    rows.push(row(`audit log of ${LINES.toLocaleString("en")} lines, page by ${name}`, "ms", samples, { budget: 100 }));
  }
  const rate = async (name: string, lines: number, work: () => Promise<unknown>) =>
    rows.push(row(name, "lines/s", [(lines / (await timed(work))) * 1000]));
  await rate("audit log, sealing", SEALED, () => trail.seal(SEALED));
  await rate("audit log, checking the chain", SEALED, () => trail.check(SCOPE));
  await rate("audit log, export as CSV", SEALED, () => taken("csv", SEALED));
  await rate("audit log, export as JSON lines", SEALED, () => taken("jsonl", SEALED));
  return rows;

  async function taken(format: "csv" | "jsonl", lines: number): Promise<void> {
    const to = START + lines * GAP_MS;
    const reader = (await exportLines(trail, { ...NOTHING, to }, format)).getReader();
    while (!(await reader.read()).done);
  }
}

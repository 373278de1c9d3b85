/** What an app is told that somebody may not do is what they are refused, whatever the policy. */
import type { DataActor, RowWriter } from "@edgewright/contracts";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { taken } from "@edgewright/testing/taken";
import { expect, it } from "vitest";
import { DataStore } from "./data-store.ts";

const as = (actor: DataActor): RowWriter => writer({ channel: "current", actor });
const member = (userId: string, role: string, may: "read" | "write" = "write") =>
  as({ kind: "member", userId, may, name: userId, email: "", role });
const ASKING = [member("usr_ada", "editor"), member("usr_boss", "admin"), member("usr_eye", "viewer", "read"), as({ kind: "visitor" })];
const RULES = [
  "anyone",
  "member",
  "owner",
  "false",
  'user.role == "admin"',
  'row.status == "open"',
  'old.status != "done" || user.role == "admin"',
];

it.each(RULES)("of a table that is changed by %s", async (rule) => {
  const store = new DataStore({
    sql: memorySql(),
    clock: testClock(),
    publish: () => undefined,
    pause: async () => {},
    isMember: async () => true,
  });
  const columns = [{ name: "status", label: "Status", type: "text" as const }];
  const tables = (change: string) => ({
    tables: [{ name: "tasks", label: "Tasks", columns, policy: { read: "anyone", create: change, update: change, delete: change } }],
  });
  taken(await store.setSchema("current", tables("anyone")));
  const [ada, boss] = ASKING as [RowWriter, RowWriter];
  for (const [by, status] of [
    [ada, "open"],
    [ada, "done"],
    [boss, "open"],
  ] as const)
    taken(await store.create(by, "tasks", { status }));
  // Of deleting, a rule over what a row was is one over the row.
  const deleting = rule.replace("old.", "row.");
  const governed = tables(deleting);
  for (const table of governed.tables) table.policy.update = rule;
  taken(await store.setSchema("current", governed));
  for (const by of ASKING) {
    const { rows, cannot } = taken(await store.list(by, "tasks", { rights: true }));
    for (const row of rows) {
      const said = (refused: boolean | string[] = true) => (Array.isArray(refused) ? refused.includes(row.id) : refused);
      // A write of nothing asks no more than whether the row may be written.
      const updated = await store.update(by, "tasks", row.id, {});
      expect([rule, "update", said(cannot?.update)]).toEqual([rule, "update", !updated.ok]);
      const removed = await store.remove(by, "tasks", row.id);
      expect([rule, "delete", said(cannot?.delete)]).toEqual([rule, "delete", !removed.ok]);
      if (removed.ok)
        taken(await store.restore(boss, "tasks", row.id).then((back) => (back.ok ? back : store.restore(by, "tasks", row.id))));
    }
    const created = await store.create(by, "tasks", { status: "open" });
    expect([rule, "create", cannot?.create]).toEqual([rule, "create", !created.ok]);
  }
  expect(taken(await store.list(boss, "tasks", {})).cannot).toBeUndefined();
});

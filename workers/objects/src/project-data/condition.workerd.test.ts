/** Conditions of policies on the object's own database, which bounds how deep an expression is: whatever is taken can be asked of a list. */
import { env } from "cloudflare:workers";
import type { Column, ProjectDataRpc } from "@edgewright/contracts";
import { compile } from "@edgewright/expressions";
import { writer } from "@edgewright/testing/row-writer";
import { describe, expect, it } from "vitest";

const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } });
const COLUMNS: Column[] = [
  { name: "title", label: "Title", type: "text" },
  { name: "size", label: "Size", type: "number" },
];
const POLICY = { create: "member", update: "member", delete: "member" };

const nested = (levels: number, of: (inner: string) => string): string => (levels === 0 ? "row.size == 1" : of(nested(levels - 1, of)));
const repeated = (times: number, text: string, by: string): string => Array.from({ length: times }, () => text).join(by);

const SHAPES: Record<string, (size: number) => string> = {
  "a long sum": (size) => `${repeated(size, "row.size", "+")} > 1.0`,
  "a long sum of products": (size) => `${repeated(size, "row.size*2.0", "+")} > 1.0`,
  "many alternatives": (size) => repeated(size, 'row.title == "n"', " || "),
  "choices within choices": (size) => nested(size, (inner) => `(row.size > 2.0 ? false : ${inner})`),
  "a denial of a denial": (size) => nested(size, (inner) => `!(${inner})`),
  "a long text": (size) => `(${repeated(size, "row.title", "+")}).size() > 0`,
};

/** The largest that is taken. */
function largest(shape: (size: number) => string): string {
  let size = 1;
  while (compile(shape(size + 1), { columns: COLUMNS, old: false, user: true }).ok) size++;
  return shape(size);
}

describe("rows under a condition that is as large as one may be", () => {
  it.each(Object.entries(SHAPES))("are listed as they are read: %s", async (name, shape) => {
    const read = largest(shape);
    const data = env.PROJECT_DATA.get(env.PROJECT_DATA.idFromName(`prj_${name}:preview`)) as unknown as ProjectDataRpc;
    const tables = [{ name: "tasks", label: "Tasks", columns: COLUMNS, policy: { ...POLICY, read } }];
    await data.setSchema({ channel: "current", schema: { tables } });
    const made = await data.create(ada, "tasks", { title: "n", size: 1 });
    const id = made.ok ? made.value.id : "";
    const one = await data.get(ada, "tasks", id);
    const filters = Array.from({ length: 20 }, () => ({ column: "size", op: "eq" as const, value: 1 }));
    const listed = await data.list(ada, "tasks", { filters, search: "n", sort: [{ column: "title" }] });
    expect(listed).toMatchObject({ ok: true, value: { rows: one.ok ? [{ id }] : [] } });
  });
});

import type { DataRow, RowPage } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { addRow, dropRow, follows, nextPage, nextSort, putRow } from "./rows.ts";

const row = (id: string, revision = 1): DataRow => ({ id, createdAt: "", updatedAt: "", createdBy: null, revision });

describe("rows", () => {
  it("keep a row that moved between two pages once", () => {
    const first = { rows: [row("a"), row("b")], total: 3, cursor: "2" };
    expect(nextPage(first, { rows: [row("b"), row("c")], total: 3, cursor: null }).rows.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("count what is added and deleted, each once", () => {
    let page: RowPage = addRow({ rows: [row("a")], total: 1, cursor: null }, row("b"));
    expect(page.total).toBe(2);
    page = dropRow(dropRow(page, "b"), "b");
    expect([page.total, page.rows.length]).toEqual([1, 1]);
  });

  it("take a newer revision in its place", () => {
    const page = { rows: [row("a"), row("b")], total: 2, cursor: null };
    expect(putRow(page, row("b", 2)).rows[1]?.revision).toBe(2);
  });

  it("follow another's change of other fields, and not of the same", () => {
    const before = { ...row("a"), title: "Old", notes: null };
    const now = { ...row("a", 2), title: "Theirs", notes: null };
    expect([
      follows(before, now, { notes: "Mine" }),
      follows(before, now, { title: "Mine" }),
      follows(before, now, { title: "Theirs" }),
    ]).toEqual([true, false, true]);
  });

  it("sort up, down and not at all", () => {
    const up = nextSort(null, "x");
    const down = nextSort(up, "x");
    expect([up?.direction, down?.direction, nextSort(down, "x"), nextSort(down, "y")?.direction]).toEqual(["asc", "desc", null, "asc"]);
  });
});

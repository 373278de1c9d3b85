import { describe, expect, it } from "vitest";
import type { Row } from "./types.ts";
import { applyChange } from "./use-table.ts";

const row = (id: string, revision = 1): Row<object> => ({ id, createdAt: "", updatedAt: "", createdBy: null, revision });
const cannot = { create: false, update: false, delete: false };
const page = { rows: [row("a"), row("b", 2)], total: 2, cannot };

describe("a change of a table that is shown", () => {
  it("adds, replaces and removes rows, and counts", () => {
    expect(applyChange(page, { table: "t", type: "created", row: row("c") })).toEqual({
      rows: [row("a"), row("b", 2), row("c")],
      total: 3,
      cannot,
    });
    expect(applyChange(page, { table: "t", type: "updated", row: row("a", 2) }).rows[0]).toEqual(row("a", 2));
    expect(applyChange(page, { table: "t", type: "deleted", row: row("a") })).toEqual({ rows: [row("b", 2)], total: 1, cannot });
  });

  it("changes nothing when it is heard twice or late: the answer and the live update tell the same write", () => {
    const once = applyChange(page, { table: "t", type: "created", row: row("c") });
    expect(applyChange(once, { table: "t", type: "created", row: row("c") })).toBe(once);
    expect(applyChange(page, { table: "t", type: "updated", row: row("b", 1) })).toBe(page);
    expect(applyChange(page, { table: "t", type: "deleted", row: row("z") })).toBe(page);
  });
});

import { must } from "@edgewright/testing/must";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DataError } from "./client.ts";
import { saveRow } from "./save-row.ts";

const meta = { id: "row_1", createdAt: "", updatedAt: "", createdBy: null };
type Task = typeof meta & { revision: number; title: string; notes: string | null };
const asRead: Task = { ...meta, revision: 1, title: "Old title", notes: "old notes" };

/** A platform that keeps one row, and what it was sent. */
function platform(row: Task) {
  const sent: unknown[] = [];
  const answer = async (_: string, init: { body: string }) => {
    const { values, revision } = JSON.parse(init.body);
    sent.push({ values, revision });
    if (revision !== row.revision) return Response.json({ code: "row_stale", detail: "Changed.", current: row }, { status: 409 });
    row = { ...row, ...values, revision: row.revision + 1 };
    return Response.json(row);
  };
  vi.stubGlobal("fetch", vi.fn(answer));
  return { sent, now: () => row };
}

afterEach(() => vi.unstubAllGlobals());

describe("a row that is saved", () => {
  it("sends what was changed and the revision, and nothing when nothing was", async () => {
    const { sent } = platform(asRead);
    await saveRow("tasks", asRead, { title: "Old title", notes: null });
    await saveRow("tasks", asRead, { title: "Old title", notes: "old notes" });
    expect(sent).toEqual([{ values: { notes: null }, revision: 1 }]);
  });

  it("keeps another's change of another field", async () => {
    const { now } = platform({ ...asRead, revision: 2, title: "Title by A" });
    await saveRow("tasks", asRead, { title: "Old title", notes: "Notes by B" });
    expect(now()).toMatchObject({ title: "Title by A", notes: "Notes by B", revision: 3 });
  });

  it("is refused with theirs where both changed the same field", async () => {
    const { now } = platform({ ...asRead, revision: 2, title: "Title by A" });
    const refused = await saveRow("tasks", asRead, { title: "Title by B" }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DataError);
    expect(refused).toMatchObject({ code: "row_stale", row: { title: "Title by A", revision: 2 } });
    expect(now().title).toBe("Title by A");
    await saveRow("tasks", must((refused as DataError).row), { title: "Title by B" });
    expect(now().title).toBe("Title by B");
  });
});

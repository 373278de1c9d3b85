/** One table's rows: read in pages, searched and sorted by the API, changed one by one. */
import { DataRow, isGiven, type RowPage, type RowQueryInput, type RowSort, type Table } from "@edgewright/contracts";
import { useCallback, useEffect, useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { toast } from "../../components/toast.ts";
import { failureText } from "../actions.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { addRow, dropRow, firstPage, follows, nextPage, putRow, type Rows } from "./rows.ts";

const PAGE = 100;

export type Write = (values: Record<string, unknown>) => Promise<ApiFailure | null>;

export function useRows(table: Table, query: { search: string; sort: RowSort | null }, shown: boolean) {
  const { project } = useWorkspace();
  const path = projectPath(project, `/data/tables/${table.name}/rows`);
  const [rows, setRows] = useState<Rows | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [loading, setLoading] = useState(false);
  const { search, sort } = query;

  const read = useCallback(
    (cursor: string | null, signal?: AbortSignal) => {
      const asked: RowQueryInput = { limit: PAGE, sort: sort ? [sort] : [], search: search || undefined, cursor: cursor ?? undefined };
      return call<RowPage>("GET", `${path}?q=${encodeURIComponent(JSON.stringify(asked))}`, { signal });
    },
    [path, search, sort],
  );

  // What is in sight is read again whenever it comes into sight.
  useEffect(() => {
    if (!shown) return;
    const controller = new AbortController();
    setLoading(true);
    read(null, controller.signal).then((page) => {
      if (controller.signal.aborted) return;
      setLoading(false);
      setFailure(page.ok ? null : page.error);
      if (page.ok) setRows(firstPage(page.value));
    });
    return () => controller.abort();
  }, [read, shown, attempt]);
  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  useEffect(() => {
    window.addEventListener("focus", reload);
    return () => window.removeEventListener("focus", reload);
  }, [reload]);

  const change = (update: (rows: Rows) => Rows) => setRows((before) => before && update(before));
  const more = async () => {
    if (!rows?.cursor) return;
    setLoading(true);
    const page = await read(rows.cursor);
    setLoading(false);
    if (page.ok) change((before) => nextPage(before, page.value));
    else toast.error(failureText(page.error));
  };
  const create: Write = async (values) => {
    const made = await call<DataRow>("POST", path, { body: { values }, idempotencyKey: crypto.randomUUID() });
    if (made.ok) change((before) => addRow(before, made.value));
    return made.ok ? null : made.error;
  };
  /** `row_stale` when someone else changed the same field since the row was read; theirs is then shown. */
  const update = async (row: DataRow, values: Record<string, unknown>): Promise<ApiFailure | null> => {
    const changed = await call<DataRow>("PATCH", `${path}/${row.id}`, { body: { values, revision: row.revision } });
    if (changed.ok) {
      change((before) => putRow(before, changed.value));
      return null;
    }
    const now = DataRow.safeParse(changed.error.current);
    if (now.success && follows(row, now.data, values)) return update(now.data, values);
    if (now.success) change((before) => putRow(before, now.data));
    else if (changed.error.status === 404) reload();
    return changed.error;
  };
  const remove = async (row: DataRow) => {
    change((before) => dropRow(before, row.id));
    const removed = await call<DataRow>("DELETE", `${path}/${row.id}?revision=${row.revision}`);
    if (!removed.ok && removed.error.status !== 404) {
      reload();
      const now = DataRow.safeParse(removed.error.current);
      const anyway = now.success ? { label: "Delete anyway", onClick: () => remove(now.data) } : undefined;
      return void toast.error(failureText(removed.error), { action: anyway });
    }
    const values = Object.fromEntries(table.columns.filter((column) => !isGiven(column)).map(({ name }) => [name, row[name] ?? null]));
    const undo = async () => {
      const refused = await create(values);
      if (refused) toast.error(failureText(refused));
    };
    toast("Deleted one row.", { action: { label: "Undo", onClick: undo } });
  };
  return { rows, failure, loading, reload, more, create, update, remove };
}

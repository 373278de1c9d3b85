/** One table's rows: read in pages, searched and sorted by the API, changed one by one. */
import {
  DataRow,
  type RowCondition,
  type RowPage,
  type RowQueryInput,
  type RowSort,
  type RowWrite,
  type Table,
  type WriteRows,
} from "@edgewright/contracts";
import { type ApiFailure, failureOf } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { useLoad } from "../../api/use-load.ts";
import { toast } from "../../components/toast.ts";
import { pathAs } from "../seen-as/seen-as.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import type { Values } from "./grid/edits.ts";
import { addRow, dropRow, follows, nextPage, putRow } from "./rows.ts";

const PAGE = 200;
/** In which today() is meant. */
const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export type Write = (values: Record<string, unknown>) => Promise<ApiFailure | null>;

export function useRows(
  table: Table,
  { search, sort, filters }: { search: string; sort: RowSort | null; filters: RowCondition[] },
  shown: boolean,
) {
  const { project, place } = useWorkspace();
  const path = projectPath(project, `/data/tables/${table.name}/rows`);
  const pathOf = (cursor?: string) => {
    const asked: RowQueryInput = { limit: PAGE, sort: sort ? [sort] : [], filters, search: search || undefined, cursor };
    return pathAs(`${path}?q=${encodeURIComponent(JSON.stringify(asked))}`, place.as);
  };
  // Under other names the fields of rows that are here already would be empty.
  const when = table.columns.map(({ name }) => name).join(" ");
  const { answer, loading, reload, change } = useLoad<RowPage>(shown ? pathOf() : null, { hold: true, onFocus: true, when });
  const page = answer?.ok ? answer.value : null;
  const more = useAction(async () => {
    if (!page?.cursor) return null;
    const next = await call<RowPage>("GET", pathOf(page.cursor));
    if (next.ok) change((before) => nextPage(before, next.value));
    return failureOf(next);
  });
  const pages = { hasMore: (page?.cursor ?? null) !== null, loading: more.busy || loading, failure: more.failure, load: () => more.run() };
  const create: Write = async (values) => {
    const made = await call<DataRow>("POST", path, { body: { values, zone: zoneHere() }, idempotencyKey: crypto.randomUUID() });
    if (made.ok) change((before) => addRow(before, made.value));
    return made.ok ? null : made.error;
  };
  /** `row_stale` when someone else changed the same field since the row was read; theirs is then shown. */
  const update = async (row: DataRow, values: Record<string, unknown>): Promise<ApiFailure | null> => {
    const changed = await call<DataRow>("PATCH", `${path}/${row.id}`, { body: { values, revision: row.revision, zone: zoneHere() } });
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
  /** All of them or none: what someone else has changed meanwhile is shown, and can be changed again. */
  const updateMany = async (changes: readonly (readonly [DataRow, Values])[]): Promise<ApiFailure | null> => {
    const writes = changes.map(([{ id, revision }, values]): RowWrite => ({ do: "update", table: table.name, id, values, revision }));
    const body: WriteRows = { writes, zone: zoneHere() };
    const written = await call<DataRow[]>("POST", projectPath(project, "/data/writes"), { body, idempotencyKey: crypto.randomUUID() });
    if (written.ok) change((before) => written.value.reduce(putRow, before));
    else if (written.error.status === 409 || written.error.status === 404) reload();
    return written.ok ? null : written.error;
  };
  const remove = async (row: DataRow) => {
    change((before) => dropRow(before, row.id));
    const removed = await call<DataRow>("DELETE", `${path}/${row.id}?revision=${row.revision}`);
    if (!removed.ok && removed.error.status !== 404) {
      reload();
      const now = DataRow.safeParse(removed.error.current);
      const anyway = now.success ? { label: "Delete anyway", onClick: () => remove(now.data) } : undefined;
      return void toast.failure(removed.error, { action: anyway });
    }
    const undo = async () => {
      const restored = await call<DataRow>("POST", `${path}/${row.id}/restore`);
      if (restored.ok) change((before) => addRow(before, restored.value));
      else toast.failure(restored.error);
    };
    toast("Deleted one row.", { action: { label: "Undo", onClick: undo } });
  };
  return { answer, pages, reload, create, update, updateMany, remove };
}

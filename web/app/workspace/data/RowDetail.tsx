/** One row: what became of it, newest first. Who, when, from what to what. One's own last change can be undone. */
import { type DataRow, isGiven, type RowChangeList, type Table } from "@edgewright/contracts";
import { Undo2 } from "lucide-react";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { useLoad } from "../../api/use-load.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { FromTo } from "../../components/FromTo.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { useMe } from "../../session.ts";
import { pathAs } from "../seen-as/seen-as.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { CellValue } from "./CellValue.tsx";
import { LoadingChanges } from "./LoadingChanges.tsx";
import { labelOf, type References } from "./references.ts";

type Change = RowChangeList["items"][number];

interface RowDetailProps {
  table: Table;
  /** null: none is looked at. */
  row: DataRow | null;
  references: References;
  notAllowed: string | null;
  /** Writes the values that were before. */
  onUndo: (row: DataRow, values: Record<string, unknown>) => Promise<ApiFailure | null>;
  onClose: () => void;
}

export const RowDetail = ({ row, onClose, ...props }: RowDetailProps) => (
  <Dialog
    open={row !== null}
    onOpenChange={(open) => !open && onClose()}
    title={row ? labelOf(props.table, row) : ""}
    description={`${props.table.label}. Changes are kept for 90 days.`}
    size="wide"
  >
    {row && <Changes row={row} {...props} />}
  </Dialog>
);

type ChangesProps = Omit<RowDetailProps, "row" | "onClose"> & { row: DataRow };

function Changes({ table, row, references, notAllowed, onUndo }: ChangesProps) {
  const { project, place } = useWorkspace();
  const me = useMe();
  const path = projectPath(project, `/data/tables/${table.name}/rows/${row.id}`);
  const { answer, reload } = useLoad<RowChangeList>(pathAs(`${path}/changes`, place.as));
  /** Of the row as it is now: the list may be older. */
  const undo = async ({ from }: Change) => {
    const now = await call<DataRow>("GET", path);
    if (!now.ok) return now.error;
    const failure = await onUndo(now.value, writableOf(table, from));
    if (failure === null) reload();
    return failure;
  };
  if (!answer) return <LoadingChanges label="Loading the changes" />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} />;
  const { items } = answer.value;
  if (items.length === 0) return <p className="text-muted">Nobody has changed it lately.</p>;
  return (
    <ol aria-label="Changes of this row" className="divide-y divide-border">
      {items.map((change, place) => (
        <li key={change.number} className="py-3 first:pt-0 last:pb-0">
          <p>
            <span className="font-medium">{authorOf(change)}</span> {DEEDS[change.type]}{" "}
            <span className="text-muted">
              {WAYS[change.way]}, <RelativeTime at={change.at} />
            </span>
          </p>
          <Fields table={table} change={change} references={references} />
          {place === 0 && change.type === "updated" && change.by.kind === "member" && change.by.id === me?.user.id && (
            <Undo notAllowed={notAllowed} onUndo={() => undo(change)} />
          )}
        </li>
      ))}
    </ol>
  );
}

/** What is worked out follows by itself, and what the table has no more stays away. */
const writableOf = (table: Table, values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    table.columns.flatMap((column) => (column.name in values && !isGiven(column) ? [[column.name, values[column.name]]] : [])),
  );

function Undo({ notAllowed, onUndo }: { notAllowed: string | null; onUndo: () => Promise<ApiFailure | null> }) {
  const { busy, failure, run } = useAction(onUndo);
  return (
    <div className="mt-2">
      <Button size="sm" busy={busy} disabledReason={notAllowed} onClick={() => void run()}>
        <Undo2 />
        Undo this change
      </Button>
      {failure && (
        <p role="alert" className="mt-1 text-sm text-danger">
          {failure.message} {failure.next}
        </p>
      )}
    </div>
  );
}

const DEEDS: Record<Change["type"], string> = { created: "added it", updated: "changed it", deleted: "deleted it" };
const WAYS: Record<Change["way"], string> = {
  screen: "in the Data tab",
  token: "with an API token",
  import: "by an import",
  app: "in the app",
  server: "through the app's server",
  sample: "as a sample",
  automation: "by itself",
};

function authorOf({ by: { kind, name } }: Change): string {
  if (kind === "app" || kind === "automation") return "The app";
  if (kind === "visitor") return "A visitor";
  return name ?? "Somebody whose account is gone";
}

/** In the order of the table; what it has no column for any more comes last, as it was called. */
function Fields({ table, change: { from, to }, references }: { table: Table; change: Change; references: References }) {
  const gone = Object.keys({ ...from, ...to }).filter((name) => !table.columns.some((column) => column.name === name));
  const columns = [...table.columns, ...gone.map((name) => ({ name, label: name, type: "text" as const }))];
  return (
    <ul className="mt-1.5 flex flex-col gap-1.5 text-sm">
      {columns
        .filter(({ name }) => name in from || name in to)
        .map((column) => {
          const shown = (value: unknown) => <CellValue column={column} value={value} references={references} />;
          const was = column.name in from ? shown(from[column.name]) : undefined;
          return <FromTo key={column.name} name={column.label} from={was} to={shown(to[column.name])} />;
        })}
    </ul>
  );
}

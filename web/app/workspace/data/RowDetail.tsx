/** One row: what became of it, newest first. Who, when, from what to what. */
import type { DataRow, RowChangeList, Table } from "@edgewright/contracts";
import { useLoad } from "../../api/use-load.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FromTo } from "../../components/FromTo.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { CellValue } from "./CellValue.tsx";
import { labelOf, type References } from "./use-references.ts";

type Change = RowChangeList["items"][number];

interface RowDetailProps {
  table: Table;
  /** null: none is looked at. */
  row: DataRow | null;
  references: References;
  onClose: () => void;
}

export const RowDetail = ({ table, row, references, onClose }: RowDetailProps) => (
  <Dialog
    open={row !== null}
    onOpenChange={(open) => !open && onClose()}
    title={row ? labelOf(table, row) : ""}
    description={`${table.label}. Changes are kept for 90 days.`}
    size="wide"
  >
    {row && <Changes table={table} row={row} references={references} />}
  </Dialog>
);

function Changes({ table, row, references }: { table: Table; row: DataRow; references: References }) {
  const { project } = useWorkspace();
  const path = projectPath(project, `/data/tables/${table.name}/rows/${row.id}/changes`);
  const { answer, reload } = useLoad<RowChangeList>(path);
  if (!answer) return <Loading />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} />;
  const { items } = answer.value;
  if (items.length === 0) return <p className="text-muted">Nobody has changed it lately.</p>;
  return (
    <ol aria-label="Changes of this row" className="divide-y divide-border">
      {items.map((change) => (
        <li key={change.number} className="py-3 first:pt-0 last:pb-0">
          <p>
            <span className="font-medium">{authorOf(change)}</span> {DEEDS[change.type]}{" "}
            <span className="text-muted">
              {WAYS[change.way]}, <RelativeTime at={change.at} />
            </span>
          </p>
          <Fields table={table} change={change} references={references} />
        </li>
      ))}
    </ol>
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
};

function authorOf({ by: { kind, name } }: Change): string {
  if (kind === "app") return "The app";
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

const Loading = () => (
  <div role="status" aria-label="Loading the changes" className="space-y-4">
    {["w-56", "w-48", "w-64"].map((width) => (
      <div key={width} className="space-y-2">
        <Skeleton className={`h-4 ${width}`} />
        <Skeleton className="h-4 w-40" />
      </div>
    ))}
  </div>
);

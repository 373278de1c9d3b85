/** Rows of a table that were deleted in the last 30 days, each with the way back. */
import type { DataRow, DeletedRow, DeletedRows as Page, Table } from "@edgewright/contracts";
import { Undo2 } from "lucide-react";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { useLoad } from "../../api/use-load.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { toast } from "../../components/toast.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { CellValue } from "./CellValue.tsx";
import { LoadingChanges } from "./LoadingChanges.tsx";
import { labelOf, type References } from "./references.ts";

interface DeletedRowsProps {
  table: Table;
  references: References;
  notAllowed: string | null;
  onRestored: () => void;
  onClose: () => void;
}

export default function DeletedRows({ onClose, ...props }: DeletedRowsProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Deleted ${props.table.label.toLowerCase()}`}
      description="Those that you could bring back, the latest first. A row is kept for 30 days."
      size="wide"
    >
      <Rows {...props} />
    </Dialog>
  );
}

function Rows({ table, references, notAllowed, onRestored }: Omit<DeletedRowsProps, "onClose">) {
  const { project } = useWorkspace();
  const path = projectPath(project, `/data/tables/${table.name}`);
  const { answer, reload, change } = useLoad<Page>(`${path}/deleted`);
  const restore = async ({ id }: DataRow) => {
    const restored = await call<DataRow>("POST", `${path}/rows/${id}/restore`);
    if (!restored.ok) return restored.error;
    change(({ items }) => ({ items: items.filter(({ row }) => row.id !== id) }));
    onRestored();
    toast.success(`${labelOf(table, restored.value)} is back.`);
    return null;
  };
  if (!answer) return <LoadingChanges label="Loading the deleted rows" />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} />;
  if (answer.value.items.length === 0) return <p className="text-muted">Nothing was deleted in the last 30 days.</p>;
  return (
    <ul className="divide-y divide-border">
      {answer.value.items.map((deleted) => (
        <Line key={deleted.row.id} deleted={deleted} {...{ table, references, notAllowed }} onRestore={() => restore(deleted.row)} />
      ))}
    </ul>
  );
}

interface LineProps extends Pick<DeletedRowsProps, "table" | "references" | "notAllowed"> {
  deleted: DeletedRow;
  onRestore: () => ReturnType<Parameters<typeof useAction>[0]>;
}

/** What of a row tells it apart, beside its name. */
const SHOWN = 3;

function Line({ deleted: { row, deletedAt }, table, references, notAllowed, onRestore }: LineProps) {
  const { busy, failure, run } = useAction(onRestore);
  const name = labelOf(table, row);
  const told = table.columns.filter((column) => row[column.name] !== null && row[column.name] !== name && row[column.name] !== undefined);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-60">
        <p className="truncate font-medium">{name}</p>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span>
            deleted <RelativeTime at={deletedAt} />
          </span>
          {told.slice(0, SHOWN).map((column) => (
            <span key={column.name} className="min-w-0 truncate">
              {column.label}: <CellValue column={column} value={row[column.name]} references={references} />
            </span>
          ))}
        </p>
        {failure && (
          <p role="alert" className="text-sm text-danger">
            {failure.message} {failure.next}
          </p>
        )}
      </div>
      <Button size="sm" busy={busy} disabledReason={notAllowed} onClick={() => void run()}>
        <Undo2 />
        Restore
      </Button>
    </li>
  );
}

/** The app's data: its tables, and the rows of one of them. Loaded when first opened. */
import type { AppSchema, Table } from "@edgewright/contracts";
import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { cn } from "../../components/cn.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { Select } from "../../components/Select.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { AskAgent } from "../chat/AskAgent.tsx";
import { useWorkspace } from "../WorkspaceContext.tsx";
import type { ReadFile } from "./import/use-import.ts";
import { TableView } from "./TableView.tsx";
import { useSchema } from "./use-schema.ts";

const NewTableDialog = lazy(() => import("./tables/NewTableDialog.tsx"));

export default function DataPane({ shown }: { shown: boolean }) {
  const { answer, live, retry } = useSchema();
  if (live === null) return <NoTables />;
  if (!answer)
    return (
      <div className="space-y-3 p-4" role="status" aria-label="Loading the tables">
        <Skeleton className="h-6 w-1/3" />
        <Skeleton className="h-6 w-1/2" />
      </div>
    );
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={retry} className="m-6 sm:mx-auto sm:max-w-md" />;
  return <Tables schema={answer.value.schema} shown={shown} />;
}

function Tables({ schema, shown }: { schema: AppSchema; shown: boolean }) {
  const { place, go } = useWorkspace();
  const [making, setMaking] = useState(false);
  const [coming, setComing] = useState<{ table: string; file: ReadFile } | null>(null);
  const table = schema.tables.find(({ name }) => name === place.table) ?? schema.tables[0];
  const choose = (name: string) => go({ table: name });
  const make = () => setMaking(true);
  return (
    <>
      {table ? (
        <div className="flex h-full min-h-0 max-md:flex-col">
          <TableList tables={schema.tables} selected={table.name} onSelect={choose} onNew={make} />
          <div className="flex gap-2 border-b border-border p-2 md:hidden">
            <Select
              label="Table"
              choices={schema.tables.map(({ name, label }) => ({ value: name, label }))}
              value={table.name}
              onChange={choose}
            />
            <NewTableButton onNew={make} />
          </div>
          <TableView
            key={table.name}
            table={table}
            schema={schema}
            shown={shown}
            coming={coming?.table === table.name ? coming.file : null}
            onCame={() => setComing(null)}
          />
        </div>
      ) : (
        <NoTables onNew={make} />
      )}
      {making && (
        <Suspense fallback={null}>
          <NewTableDialog
            schema={schema}
            onClose={() => setMaking(false)}
            onMade={(name, file) => {
              setMaking(false);
              setComing(file && { table: name, file });
              choose(name);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

interface TableListProps {
  tables: Table[];
  selected: string;
  onSelect: (name: string) => void;
  onNew: () => void;
}

function TableList({ tables, selected, onSelect, onNew }: TableListProps) {
  return (
    <nav aria-label="Tables" className="w-44 shrink-0 overflow-y-auto border-r border-border py-1 max-md:hidden">
      {tables.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          aria-current={name === selected ? "page" : undefined}
          onClick={() => onSelect(name)}
          className={cn("flex h-8 w-full items-center px-3 text-left", name === selected ? "bg-text/8 font-medium" : "hover:bg-text/4")}
        >
          <span className="truncate">{label}</span>
        </button>
      ))}
      <div className="p-1.5">
        <NewTableButton onNew={onNew} />
      </div>
    </nav>
  );
}

const NewTableButton = ({ onNew }: { onNew: () => void }) => (
  <Button variant="ghost" size="sm" disabledReason={useWhyNot("version.save")} onClick={onNew}>
    <Plus />
    New table
  </Button>
);

const NoTables = ({ onNew }: { onNew?: () => void }) => (
  <EmptyState
    title="No tables yet"
    action={
      <div className="flex flex-wrap justify-center gap-2">
        <AskAgent>Ask for one</AskAgent>
        {onNew && <NewTableButton onNew={onNew} />}
      </div>
    }
    className="py-24!"
  >
    The app keeps its data in tables. The agent makes them from what you describe.
  </EmptyState>
);

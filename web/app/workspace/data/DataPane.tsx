/** The app's data: its tables, and the rows of one of them. Loaded when first opened. */
import type { Table } from "@edgewright/contracts";
import { cn } from "../../components/cn.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { Select } from "../../components/Select.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { AskAgent } from "../chat/AskAgent.tsx";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { TableView } from "./TableView.tsx";
import { useSchema } from "./use-schema.ts";

export default function DataPane({ shown }: { shown: boolean }) {
  const { place, go } = useWorkspace();
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
  const { schema } = answer.value;
  const table = schema.tables.find(({ name }) => name === place.table) ?? schema.tables[0];
  if (!table) return <NoTables />;
  const choose = (name: string) => go({ table: name });
  return (
    <div className="flex h-full min-h-0 max-md:flex-col">
      <TableList tables={schema.tables} selected={table.name} onSelect={choose} />
      <div className="border-b border-border p-2 md:hidden">
        <Select
          label="Table"
          choices={schema.tables.map(({ name, label }) => ({ value: name, label }))}
          value={table.name}
          onChange={choose}
        />
      </div>
      <TableView key={table.name} table={table} schema={schema} shown={shown} />
    </div>
  );
}

function TableList({ tables, selected, onSelect }: { tables: Table[]; selected: string; onSelect: (name: string) => void }) {
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
    </nav>
  );
}

const NoTables = () => (
  <EmptyState title="No tables yet" action={<AskAgent>Ask for one</AskAgent>} className="py-24!">
    The app keeps its data in tables. The agent makes them from what you describe.
  </EmptyState>
);

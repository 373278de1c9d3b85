/** One table: search, a new row, the grid and its end. */
import type { AppSchema, Column, DataRow, RowCondition, Table } from "@edgewright/contracts";
import { Filter, Plus, Search } from "lucide-react";
import { lazy, Suspense, useDeferredValue, useEffect, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { count } from "../../components/figures.ts";
import { IconButton } from "../../components/IconButton.tsx";
import { Input } from "../../components/Input.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { ShowMore } from "../../components/ShowMore.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { SeenAsBar } from "../seen-as/SeenAsBar.tsx";
import { looksOn } from "../seen-as/seen-as.ts";
import { ViewAsMenu } from "../seen-as/ViewAsMenu.tsx";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { Grid } from "./Grid.tsx";
import type { ReadFile } from "./import/use-import.ts";
import { NewRow } from "./NewRow.tsx";
import { RowDetail } from "./RowDetail.tsx";
import { TableMenu } from "./TableMenu.tsx";
import { useReferences } from "./use-references.ts";
import { useRows } from "./use-rows.ts";
import { FilterBar, type Setting } from "./view/FilterBar.tsx";
import { useView } from "./view/use-view.ts";

const ImportDialog = lazy(() => import("./import/ImportDialog.tsx"));
const FieldDialog = lazy(() => import("./tables/FieldDialog.tsx"));
const DeletedRows = lazy(() => import("./DeletedRows.tsx"));
const TableChanges = lazy(() => import("./TableChanges.tsx"));

const TYPING_MS = 250;

interface TableViewProps {
  table: Table;
  schema: AppSchema;
  shown: boolean;
  /** A file whose rows are to come into the table at once. */
  coming: ReadFile | null;
  onCame: () => void;
}

export function TableView({ table, schema, shown, coming, onCame }: TableViewProps) {
  const { place, project } = useWorkspace();
  const lacks = useWhyNot("data.write");
  const notAllowed = looksOn(place.as) ?? lacks;
  const [typed, setTyped] = useState("");
  const search = useSettled(useDeferredValue(typed));
  const [{ filters, sort, hidden, widths }, change] = useView(project.id, table);
  const setFilters = (next: RowCondition[]) => change({ filters: next });
  const [setting, setSetting] = useState<Setting | null>(null);
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const [field, setField] = useState<Column | "new" | null>(null);
  const [kept, setKept] = useState<"deleted" | "changes" | null>(null);
  const close = () => setKept(null);
  const [opened, setOpened] = useState<DataRow | null>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const columns = table.columns.filter(({ name }) => !hidden.includes(name));
  const { answer, pages, reload, create, update, updateMany, remove } = useRows(table, { search, sort, filters }, shown);
  const references = useReferences(table, schema, shown);
  const newRow = adding ? (
    <NewRow table={table} columns={columns} references={references} onCreate={create} onClose={() => setAdding(false)} />
  ) : null;
  const add = (
    <Button size="sm" disabledReason={notAllowed} onClick={() => setAdding(true)}>
      <Plus />
      Add row
    </Button>
  );
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-border px-3">
        <div className="relative w-56 max-w-full">
          <Search aria-hidden="true" className="pointer-events-none absolute inset-y-0 left-2 my-auto size-4 text-muted" />
          <Input
            type="search"
            aria-label={`Search in ${table.label}`}
            placeholder="Search"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === "Escape" && setTyped("")}
            className="h-7! pl-7! text-sm"
          />
        </div>
        <span className="ml-auto text-sm whitespace-nowrap text-muted tabular-nums" role="status">
          {answer?.ok && count(answer.value.total, "row")}
        </span>
        <IconButton size="icon-sm" label="Filter" onClick={() => setSetting({ at: filters.length, column: table.columns[0]?.name ?? "" })}>
          <Filter />
        </IconButton>
        <TableMenu
          table={table}
          query={{ filters, search: search || undefined, sort: sort ? [sort] : [] }}
          notAllowed={notAllowed}
          onImport={() => setImporting(true)}
          onDeleted={() => setKept("deleted")}
          onChanges={() => setKept("changes")}
        />
        <ViewAsMenu />
        {add}
      </div>
      <SeenAsBar>the rows</SeenAsBar>
      <FilterBar
        table={table}
        references={references}
        filters={filters}
        setting={setting}
        hidden={hidden.length}
        onSet={setSetting}
        onFilters={setFilters}
        onShow={() => change({ hidden: [] })}
      />
      <div ref={setScroller} className="min-h-0 flex-1 overflow-auto">
        {!answer ? (
          <LoadingRows />
        ) : !answer.ok ? (
          <NotLoaded failure={answer.error} retry={reload} className="m-6 sm:mx-auto sm:max-w-md" />
        ) : answer.value.rows.length === 0 && !adding ? (
          filters.length > 0 ? (
            <EmptyState title="No row is so" action={<Button onClick={() => setFilters([])}>Show all rows</Button>} />
          ) : search === "" ? (
            <EmptyState title={`No ${table.label.toLowerCase()} yet`} action={add}>
              Rows that people enter in the app appear here, and rows added here appear in the app.
            </EmptyState>
          ) : (
            <EmptyState title={`Nothing matches “${search}”`} action={<Button onClick={() => setTyped("")}>Clear the search</Button>} />
          )
        ) : (
          <>
            <Grid
              table={table}
              columns={columns}
              rows={answer.value.rows}
              scroller={scroller}
              references={references}
              sort={sort}
              widths={widths}
              onWidth={({ name }, width) => change({ widths: { ...widths, [name]: width } })}
              onSort={(next) => change({ sort: next })}
              onFilter={(filter) => setFilters([...filters, filter])}
              onSetFilter={({ name }) => setSetting({ at: filters.length, column: name })}
              onHide={({ name }) => change({ hidden: [...hidden, name] })}
              onEnd={() => pages.hasMore && !pages.loading && !pages.failure && void pages.load()}
              onSave={update}
              onSaveMany={updateMany}
              onDelete={remove}
              onOpen={setOpened}
              onField={setField}
              newRow={newRow}
              notAllowed={notAllowed}
            />
            <div className="px-3 pb-3">
              <ShowMore of="rows" pages={pages} />
            </div>
          </>
        )}
      </div>
      {(importing || coming) && (
        <Suspense fallback={null}>
          <ImportDialog
            table={table}
            schema={schema}
            file={coming ?? undefined}
            onClose={() => {
              setImporting(false);
              onCame();
            }}
            onEnded={reload}
          />
        </Suspense>
      )}
      {field && (
        <Suspense fallback={null}>
          <FieldDialog table={table} schema={schema} column={field === "new" ? null : field} onClose={() => setField(null)} />
        </Suspense>
      )}
      <RowDetail
        table={table}
        row={opened}
        references={references}
        notAllowed={notAllowed}
        onUndo={update}
        onClose={() => setOpened(null)}
      />
      {kept && (
        <Suspense fallback={null}>
          {kept === "deleted" ? (
            <DeletedRows table={table} references={references} notAllowed={notAllowed} onRestored={reload} onClose={close} />
          ) : (
            <TableChanges onClose={close} />
          )}
        </Suspense>
      )}
    </div>
  );
}

/** What has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

const LoadingRows = () => (
  <div className="space-y-3 p-3" role="status" aria-label="Loading the rows">
    {["a", "b", "c", "d", "e", "f"].map((row) => (
      <div key={row} className="flex gap-6">
        <Skeleton className="h-5 w-1/4" />
        <Skeleton className="h-5 w-1/6" />
        <Skeleton className="h-5 w-1/5" />
      </div>
    ))}
  </div>
);

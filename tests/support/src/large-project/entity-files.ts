/** The files of one entity of the large project: its rows, hooks, views, form, and server routes. */
import type { FileMap } from "@edgewright/contracts";
import { capital, type Entity, plural, spaced } from "./entities.ts";

export function entityFiles(entity: Entity): FileMap {
  const name = capital(entity.name);
  const folder = `src/features/${plural(entity.name)}`;
  return {
    [`${folder}/types.ts`]: types(entity, name),
    [`${folder}/use${plural(name)}.ts`]: hook(entity, name),
    [`${folder}/${name}List.tsx`]: list(entity, name),
    [`${folder}/${name}Detail.tsx`]: detail(entity, name),
    [`${folder}/${name}Form.tsx`]: form(entity, name),
    [`${folder}/${name}Filters.tsx`]: filters(entity, name),
    [`${folder}/${entity.name}Totals.ts`]: totals(entity, name),
    [`server/${entity.name}Routes.ts`]: routes(entity, name),
  };
}

const isNumber = (field: string) =>
  /amount|price|total|value|cost|stock|seats|hours|score|budget|spend|weight|capacity|mileage|battery|temperature|humidity/.test(field);
const isFlag = (field: string) =>
  /paid|received|delivered|published|approved|done|active|attending|projector/.test(field) && !field.endsWith("On");
const typeOf = (field: string) => (isNumber(field) ? "number" : isFlag(field) ? "boolean" : "string");

const types = ({ fields }: Entity, name: string) => `/** A row of ${plural(name)}. */
export interface ${name} {
  id: string;
${fields.map((field) => `  ${field}: ${typeOf(field)};`).join("\n")}
  createdAt: string;
  updatedAt: string;
}

export type New${name} = Omit<${name}, "id" | "createdAt" | "updatedAt">;
export type ${name}Field = keyof New${name};

export const empty${name}: New${name} = {
${fields.map((field) => `  ${field}: ${isNumber(field) ? "0" : isFlag(field) ? "false" : '""'},`).join("\n")}
};
`;

const hook = ({ name: table }: Entity, name: string) => `import { useTable } from "@edgewright/app-kit";
import { useMemo } from "react";
import { matchesSearch } from "../../lib/search";
import type { New${name}, ${name} } from "./types";

export function use${plural(name)}(search: string) {
  const { rows, status, error, create, update, remove } = useTable<${name}>("${plural(table)}");
  const found = useMemo(() => rows.filter((row) => matchesSearch(row, search)), [rows, search]);
  const save = async (id: string | null, draft: New${name}) => (id === null ? create(draft) : update(id, draft));
  return { rows: found, all: rows, status, error, save, remove };
}
`;

const list = ({ name: word, fields }: Entity, name: string) => `import { useState } from "react";
import { Button } from "../../components/Button";
import { DataTable } from "../../components/DataTable";
import { EmptyState } from "../../components/EmptyState";
import { formatField } from "../../lib/format";
import { ${name}Filters } from "./${name}Filters";
import { ${name}Form } from "./${name}Form";
import type { ${name} } from "./types";
import { use${plural(name)} } from "./use${plural(name)}";

type Props = { onOpen: (row: ${name}) => void; compact?: boolean };

const PAGE = 50;

/** Rows as lines of a file, in the order in which they are shown. */
function asCsv(rows: readonly ${name}[]): string {
  const header = ["id", ${fields.map((field) => `"${field}"`).join(", ")}];
  const lines = rows.map((row) => [row.id, ${fields.map((field) => `row.${field}`).join(", ")}].map(quoted).join(","));
  return [header.join(","), ...lines].join("\\n");
}

function quoted(value: string | number | boolean): string {
  const text = String(value);
  return /[",\\n]/.test(text) ? JSON.stringify(text) : text;
}

/** Which rows are ticked, kept while the list is filtered. */
function useTicked(rows: readonly ${name}[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const all = rows.length > 0 && rows.every((row) => ticked.has(row.id));
  const toggleAll = () => setTicked(all ? new Set() : new Set(rows.map((row) => row.id)));
  return { ticked, toggle, all, toggleAll };
}

function Pages({ count, page, onPage }: { count: number; page: number; onPage: (page: number) => void }) {
  const last = Math.max(0, Math.ceil(count / PAGE) - 1);
  return (
    <nav className="flex items-center gap-2 text-sm">
      <Button onClick={() => onPage(Math.max(0, page - 1))}>Back</Button>
      <span>
        {page + 1} of {last + 1}
      </span>
      <Button onClick={() => onPage(Math.min(last, page + 1))}>Next</Button>
    </nav>
  );
}

/** All ${plural(spaced(word))}, with a search and a form for a new one. */
export function ${name}List({ onOpen, compact = false }: Props) {
  const [search, setSearch] = useState("");
  const [adding, setAdding] = useState(false);
  const [page, setPage] = useState(0);
  const { rows, status, save } = use${plural(name)}(search);
  const { ticked, all, toggleAll } = useTicked(rows);
  if (status === "loading") return <p className="p-4 text-muted">Loading ${plural(spaced(word))}…</p>;
  return (
    <section className="flex flex-col gap-4">
      <header className="flex items-center justify-between">
        <h1 className="text-xl font-semibold">${capital(plural(spaced(word)))}</h1>
        <Button onClick={() => setAdding(true)}>New ${spaced(word)}</Button>
      </header>
      <${name}Filters search={search} onSearch={setSearch} />
      {rows.length === 0 ? (
        <EmptyState title="There aren't any ${plural(spaced(word))} yet" />
      ) : (
        <DataTable
          rows={rows}
          compact={compact}
          columns={[
${fields.map((field) => `            { key: "${field}", label: "${capital(spaced(field))}", render: (row) => formatField(row.${field}) },`).join("\n")}
          ]}
          onOpen={onOpen}
        />
      )}
      <footer className="flex items-center gap-3">
        <Button onClick={toggleAll}>{all ? "None" : "All"}</Button>
        <a href={"data:text/csv," + encodeURIComponent(asCsv(rows.filter((row) => ticked.has(row.id))))}>Save as a file</a>
        <Pages count={rows.length} page={page} onPage={setPage} />
      </footer>
      {adding && <${name}Form row={null} onSave={save} onClose={() => setAdding(false)} />}
    </section>
  );
}
`;

const detail = ({ name: word, fields }: Entity, name: string) => `import { Button } from "../../components/Button";
import { Details } from "../../components/Details";
import { formatField } from "../../lib/format";
import type { ${name} } from "./types";

type Props = { row: ${name}; onEdit: () => void; onRemove: (id: string) => Promise<void> };

export function ${name}Detail({ row, onEdit, onRemove }: Props) {
  return (
    <article className="rounded-lg border p-4">
      <Details
        items={[
${fields.map((field) => `          { label: "${capital(spaced(field))}", value: formatField(row.${field}) },`).join("\n")}
        ]}
      />
      <footer className="mt-4 flex gap-2">
        <Button onClick={onEdit}>Edit ${spaced(word)}</Button>
        <Button variant="danger" onClick={() => void onRemove(row.id)}>
          Delete
        </Button>
      </footer>
    </article>
  );
}
`;

const form = ({ name: word, fields }: Entity, name: string) => `import { type FormEvent, useState } from "react";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { empty${name}, type New${name}, type ${name} } from "./types";

type Props = {
  row: ${name} | null;
  onSave: (id: string | null, draft: New${name}) => Promise<unknown>;
  onClose: () => void;
};

export function ${name}Form({ row, onSave, onClose }: Props) {
  const [draft, setDraft] = useState<New${name}>(row ?? empty${name});
  const change = <K extends keyof New${name}>(key: K, value: New${name}[K]) => setDraft({ ...draft, [key]: value });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await onSave(row?.id ?? null, draft);
    onClose();
  };
  return (
    <Dialog title={row ? "Edit ${spaced(word)}" : "New ${spaced(word)}"} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
${fields.map((field) => `        <Field label="${capital(spaced(field))}" value={draft.${field}} onChange={(value) => change("${field}", value)} />`).join("\n")}
        <Button type="submit">Save</Button>
      </form>
    </Dialog>
  );
}
`;

const filters = ({ name: word }: Entity, name: string) => `import { Input } from "../../components/Input";

type Props = { search: string; onSearch: (search: string) => void };

export const ${name}Filters = ({ search, onSearch }: Props) => (
  <div className="flex gap-2">
    <Input aria-label="Search ${plural(spaced(word))}" value={search} onChange={(event) => onSearch(event.target.value)} />
  </div>
);
`;

const totals = ({ fields }: Entity, name: string) => `import { sumBy } from "../../lib/numbers";
import type { ${name} } from "./types";

${fields
  .filter(isNumber)
  .map((field) => `export const total${capital(field)} = (rows: readonly ${name}[]): number => sumBy(rows, (row) => row.${field});`)
  .join("\n")}
export const count${plural(name)} = (rows: readonly ${name}[]): number => rows.length;
export const newest${name} = (rows: readonly ${name}[]): ${name} | null => [...rows].sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0] ?? null;
`;

const routes = ({ name: word, fields }: Entity, name: string) => `import { Hono } from "hono";
import { requireRole } from "./auth";

/** What the app's own hooks do not do for ${plural(spaced(word))}: an export and a summary. */
export const ${word}Routes = new Hono()
  .get("/${plural(word)}/export", requireRole("editor"), async (context) => {
    const header = ${JSON.stringify(fields.join(","))};
    return context.text(header, 200, { "content-type": "text/csv" });
  })
  .get("/${plural(word)}/summary", async (context) => context.json({ table: "${plural(word)}", of: "${name}" }));
`;

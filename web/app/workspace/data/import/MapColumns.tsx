/** Which field each column of a file goes into, beside what stands in it and how that is read. */
import type { Json, Table } from "@edgewright/contracts";
import { ArrowRight } from "lucide-react";
import { Select } from "../../../components/Select.tsx";
import { importable } from "./mapping.ts";
import type { Reading } from "./reading.ts";
import { isBlank } from "./sheet.ts";
import type { Draft } from "./use-import.ts";

const NONE = "";
const SAMPLES = 3;

export function MapColumns({ table, draft, onChange }: { table: Table; draft: Draft; onChange: (draft: Draft) => void }) {
  const { sheet, readings, mapping, key } = draft;
  const columns = sheet.columns.map((title, at) => ({ title, at }));
  const fields = importable(table);
  const missing = fields.filter(({ name, required, default: usual }) => required && usual === undefined && !mapping.includes(name));
  const keys = fields.filter(({ name, unique }) => unique && mapping.includes(name));
  const put = (at: number, name: string) => {
    const chosen = name === NONE ? null : name;
    // A field takes one column: chosen here, it is free of the other.
    const next = mapping.map((other, index) => (index === at ? chosen : other === chosen ? null : other));
    onChange({ ...draft, mapping: next, key: next.includes(key) ? key : null });
  };
  return (
    <div className="space-y-4">
      <ul aria-label="Columns of the file" className="max-h-[46dvh] overflow-y-auto rounded-control border border-border">
        {columns.map(({ title, at }) => (
          <li
            key={at}
            className="flex items-center gap-3 border-b border-border px-3 py-2 last:border-b-0 max-sm:flex-col max-sm:items-stretch max-sm:gap-1.5"
          >
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{title}</p>
              <p className="truncate text-sm text-muted">{samplesOf(draft, at)}</p>
              <p className="truncate text-sm text-muted">{readAs(readings[at])}</p>
            </div>
            <ArrowRight aria-hidden="true" className="size-4 shrink-0 text-muted max-sm:hidden" />
            <Select
              label={`Field for ${title}`}
              choices={[{ value: NONE, label: "Leave out" }, ...fields.map(({ name, label }) => ({ value: name, label }))]}
              value={mapping[at] ?? NONE}
              onChange={(name) => put(at, name)}
              className="w-44! shrink-0 max-sm:w-full!"
            />
          </li>
        ))}
      </ul>
      {keys.length > 0 && (
        <div className="flex items-center gap-3 max-sm:flex-col max-sm:items-stretch max-sm:gap-1.5">
          <p className="flex-1">Rows that are there already</p>
          <Select
            label="Rows that are there already"
            choices={[
              { value: NONE, label: "Add all as new" },
              ...keys.map(({ name, label }) => ({ value: name, label: `Change those with the same ${label}` })),
            ]}
            value={key ?? NONE}
            onChange={(name) => onChange({ ...draft, key: name === NONE ? null : name })}
            className="w-64! shrink-0 max-sm:w-full!"
          />
        </div>
      )}
      {missing.length > 0 && key === null && (
        <p role="status" className="text-sm text-muted">
          Needed in each row, and not in the file yet: {missing.map(({ label }) => label).join(", ")}.
        </p>
      )}
    </div>
  );
}

function samplesOf({ sheet }: Draft, at: number): string {
  const shown: string[] = [];
  for (const { cells } of sheet.rows) {
    const cell = cells[at] ?? null;
    if (!isBlank(cell)) shown.push(textOf(cell));
    if (shown.length === SAMPLES) break;
  }
  return shown.join(" · ");
}

const textOf = (cell: Json) => (typeof cell === "object" ? JSON.stringify(cell) : String(cell)).slice(0, 80);

const KINDS: Record<Reading["kind"], string> = {
  empty: "Empty",
  boolean: "Yes or no",
  number: "Numbers",
  date: "Dates",
  datetime: "Dates and times",
  time: "Times",
  email: "E-mail addresses",
  url: "Web addresses",
  text: "Text",
  json: "Lists and objects",
};

function readAs(reading: Reading | undefined): string {
  if (!reading) return "";
  const { kind, decimalComma, dayFirst } = reading;
  if (kind === "number" && decimalComma) return "Numbers, with a comma before the fraction";
  return kind === "date" || kind === "datetime"
    ? `${KINDS[kind]}, the ${dayFirst ? "day" : "month"} before the ${dayFirst ? "month" : "day"}`
    : KINDS[kind];
}

/** What part of a table is shown: its conditions, to be changed and taken away, and how many fields are hidden. */
import type { RowCondition, Table } from "@edgewright/contracts";
import { X } from "lucide-react";
import { Button } from "../../../components/Button.tsx";
import { count } from "../../../components/figures.ts";
import { IconButton } from "../../../components/IconButton.tsx";
import type { References } from "../references.ts";
import { sentenceOf } from "./conditions.ts";
import { FilterEditor } from "./FilterEditor.tsx";

/** The condition at `at` is being set, beginning with a field; one after the last is a new one. */
export type Setting = { at: number; column: string };

interface FilterBarProps {
  table: Table;
  references: References;
  filters: readonly RowCondition[];
  setting: Setting | null;
  hidden: number;
  onSet: (setting: Setting | null) => void;
  onFilters: (filters: RowCondition[]) => void;
  onShow: () => void;
}

export function FilterBar({ table, references, filters, setting, hidden, onSet, onFilters, onShow }: FilterBarProps) {
  if (filters.length === 0 && hidden === 0 && !setting) return null;
  const editor = (at: number) =>
    setting?.at === at && (
      <FilterEditor
        key={`${at} ${setting.column}`}
        table={table}
        references={references}
        begun={filters[at]?.column === setting.column ? filters[at] : { column: setting.column }}
        onDone={(condition) => {
          onFilters([...filters.slice(0, at), condition, ...filters.slice(at + 1)]);
          onSet(null);
        }}
        onCancel={() => onSet(null)}
      />
    );
  return (
    <div className="flex flex-wrap items-center gap-1.5 border-b border-border px-3 py-1.5">
      {filters.map((filter, at) => {
        const column = table.columns.find(({ name }) => name === filter.column);
        if (!column) return null;
        const sentence = sentenceOf(column, filter, references);
        return (
          editor(at) || (
            <span key={JSON.stringify(filter)} className="flex items-center rounded-control border border-border bg-surface">
              <Button size="sm" variant="ghost" className="max-w-72" onClick={() => onSet({ at, column: filter.column })}>
                <span className="truncate text-text">{sentence}</span>
              </Button>
              <IconButton
                size="icon-sm"
                label={`Remove “${sentence}”`}
                onClick={() => onFilters(filters.filter((other) => other !== filter))}
              >
                <X />
              </IconButton>
            </span>
          )
        );
      })}
      {editor(filters.length)}
      {hidden > 0 && (
        <Button size="sm" onClick={onShow}>
          {count(hidden, "hidden field")}
          <X />
        </Button>
      )}
    </div>
  );
}

import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { formatOption } from "../lib/format";
import { Input } from "./Input";
import { Select } from "./Select";

type Choice = { value: string; onChange: (value: string) => void };

/** The search box of a list, and its filters beside it. */
export function Toolbar({ search, children }: { search: Choice; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-2 group-has-data-refused/page:hidden">
      <div className="relative min-w-48 flex-1 sm:max-w-xs">
        <Search aria-hidden className="absolute top-2.5 left-3 size-4 text-muted" />
        <Input
          type="search"
          aria-label="Search"
          placeholder="Search"
          className="pl-9"
          value={search.value}
          onChange={(event) => search.onChange(event.target.value)}
        />
      </div>
      {children}
    </div>
  );
}

type Option = string | { id: string; name: string };

/** Narrows a list to the rows with one value. */
export function Filter({ label, options, value, onChange }: Choice & { label: string; options: readonly Option[] }) {
  return (
    <Select aria-label={label} className="w-auto" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{label}: all</option>
      {options.map((option) => {
        const { id, name } = typeof option === "string" ? { id: option, name: formatOption(option) } : option;
        return (
          <option key={id} value={id}>
            {name}
          </option>
        );
      })}
    </Select>
  );
}

export function YesNoFilter({ label, ...choice }: Choice & { label: string }) {
  const options = [
    { id: "true", name: `${label}: yes` },
    { id: "false", name: `${label}: no` },
  ];
  return <Filter label={label} options={options} {...choice} />;
}

/** Narrows the log by person, kind of action, project and time. The address holds what is chosen. */
import { X } from "lucide-react";
import { useNavigate } from "react-router";
import { Button } from "../../components/Button.tsx";
import { type Choice, Select } from "../../components/Select.tsx";
import { type Filter, isNarrowed, SINCE_CHOICES, searchOf } from "./filter.ts";
import { FAMILY_CHOICES } from "./sentences.ts";

interface AuditFiltersProps {
  filter: Filter;
  people: Choice[];
  projects: Choice[];
}

export function AuditFilters({ filter, people, projects }: AuditFiltersProps) {
  const navigate = useNavigate();
  const go = (next: Filter) => void navigate({ search: searchOf(next) }, { preventScrollReset: true });
  const select = (name: keyof Filter, label: string, choices: Choice[]) => (
    <Select
      label={label}
      className="w-36 max-sm:w-[calc(50%-0.25rem)]"
      choices={choices}
      value={filter[name]}
      onChange={(value) => go({ ...filter, [name]: value })}
    />
  );
  return (
    <search aria-label="Narrow the log" className="mb-3 flex flex-wrap gap-2">
      {select("person", "Person", [{ value: "", label: "Everybody" }, ...withChosen(people, filter.person)])}
      {select("action", "Kind of action", [{ value: "", label: "Everything" }, ...withChosen(FAMILY_CHOICES, filter.action)])}
      {select("project", "Project", [{ value: "", label: "All projects" }, ...withChosen(projects, filter.project)])}
      {select("since", "Time", SINCE_CHOICES)}
      {isNarrowed(filter) && (
        <Button variant="ghost" onClick={() => go({ person: "", action: "", project: "", since: "" })}>
          <X aria-hidden="true" />
          Clear
        </Button>
      )}
    </search>
  );
}

/** A link may name somebody who has left, or a single action. */
const withChosen = (choices: Choice[], chosen: string): Choice[] =>
  chosen === "" || choices.some(({ value }) => value === chosen) ? choices : [...choices, { value: chosen, label: chosen }];

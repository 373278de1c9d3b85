/** One condition while it is set: a field, how its value is compared, and with what. Enter sets it, Esc leaves it. */
import type { Column, RowCondition, Table } from "@edgewright/contracts";
import { useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { CellEditor } from "../CellEditor.tsx";
import { editText } from "../cell.ts";
import type { References } from "../references.ts";
import { asksForValue, conditionOf, typedAs, type Way, wayOf, waysOf } from "./conditions.ts";

interface FilterEditorProps {
  table: Table;
  references: References;
  begun: RowCondition | { column: string };
  onDone: (condition: RowCondition) => void;
  onCancel: () => void;
}

export function FilterEditor({ table, references, begun, onDone, onCancel }: FilterEditorProps) {
  const [column, setColumn] = useState<Column | undefined>(table.columns.find(({ name }) => name === begun.column));
  const [way, setWay] = useState<Way | undefined>(() => column && (("op" in begun && wayOf(column, begun)) || usual(column)));
  const [text, setText] = useState(() => (column && "value" in begun ? editText(typedAs(column), begun.value) : ""));
  const [problem, setProblem] = useState<string | null>(null);
  if (!column || !way) return null;
  const set = (typed: string, by = way) => {
    const made = conditionOf(column, by, typed);
    if (made.ok) onDone(made.condition);
    else setProblem(made.problem);
  };
  const choose = (next: Column) => {
    setColumn(next);
    setWay(usual(next));
    setText("");
    setProblem(null);
  };
  return (
    <fieldset
      aria-label="Filter"
      className="flex min-w-0 flex-wrap items-center gap-1.5"
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
    >
      <Choice
        label="Field"
        choices={table.columns.map(({ name, label }) => [name, label])}
        value={column.name}
        onChange={(name) => choose(table.columns.find((one) => one.name === name) ?? column)}
      />
      <Choice
        label="Condition"
        choices={waysOf(column).map(({ label }) => [label, label])}
        value={way.label}
        onChange={(label) => {
          const next = waysOf(column).find((one) => one.label === label) ?? way;
          setWay(next);
          setProblem(null);
          if (!asksForValue(next)) set("", next);
        }}
      />
      {asksForValue(way) && (
        <div className="w-44">
          <CellEditor
            key={column.name}
            table={table.name}
            row={null}
            column={{ ...typedAs(column), label: "Value" }}
            value={null}
            begun={{ text }}
            references={references}
            invalid={problem !== null}
            autoFocus
            onText={(typed) => {
              setText(typed);
              setProblem(null);
            }}
            onEnter={set}
            onCancel={onCancel}
          />
        </div>
      )}
      <Button size="sm" variant="primary" onClick={() => set(text)}>
        Show these
      </Button>
      {problem && (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

/** What a condition on a field begins with. */
const usual = (column: Column): Way | undefined => waysOf(column)[0];

interface ChoiceProps {
  label: string;
  choices: (readonly [value: string, label: string])[];
  value: string;
  onChange: (value: string) => void;
}

/** The browser's own: it is chosen from in passing, and what comes next has the focus. */
const Choice = ({ label, choices, value, onChange }: ChoiceProps) => (
  <select
    aria-label={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    className="h-7 max-w-44 rounded-[4px] border border-border-strong bg-surface px-1.5 text-sm outline-none focus:border-muted pointer-coarse:h-9 pointer-coarse:text-[16px]"
  >
    {choices.map(([each, shown]) => (
      <option key={each} value={each}>
        {shown}
      </option>
    ))}
  </select>
);

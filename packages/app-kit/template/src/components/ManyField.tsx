import { cn } from "../lib/cn";
import type { FieldProps } from "../lib/form";
import { formatOption } from "../lib/format";
import { useReference } from "../lib/references";
import { Field } from "./Field";
import { control } from "./Input";

type Props<V extends string> = FieldProps<V[]> & { label: string; required?: boolean };

/** Chooses any number of the options. */
export function MultiSelectField<V extends string>({ options, ...props }: Props<V> & { options: readonly V[] }) {
  return <Boxes {...props} choices={options.map((id) => ({ id, name: formatOption(id) }))} />;
}

/** Chooses any number of rows of another table, by their names. */
export function ReferencesField({ table, display, ...props }: Props<string> & { table: string; display: string }) {
  return <Boxes {...props} choices={useReference(table, display).options} />;
}

function Boxes<V extends string>({
  value,
  onChange,
  onBlur,
  choices,
  theirs,
  ...props
}: Props<V> & { choices: { id: V; name: string }[] }) {
  const chosen = value ?? [];
  const nameOf = (id: string) => choices.find((choice) => choice.id === id)?.name ?? id;
  const set = (id: V, on: boolean) => {
    const next = choices.map((choice) => choice.id).filter((one) => (one === id ? on : chosen.includes(one)));
    onChange(next.length > 0 ? next : null);
  };
  return (
    <Field {...props} theirs={theirs && { ...theirs, text: theirs.text.split(", ").map(nameOf).join(", ") }}>
      {({ id, "aria-describedby": describedBy }) => (
        <fieldset
          id={id}
          aria-label={props.label}
          aria-describedby={describedBy}
          onBlur={onBlur}
          className={cn(control, "max-h-44 overflow-y-auto py-1.5")}
        >
          {choices.length === 0 && <p className="py-1 text-muted">Nothing to choose from yet.</p>}
          {choices.map((choice) => (
            <label key={choice.id} className="flex items-center gap-2.5 py-1">
              <input
                type="checkbox"
                className="size-4.5 shrink-0 accent-accent"
                checked={chosen.includes(choice.id)}
                onChange={(event) => set(choice.id, event.target.checked)}
              />
              <span className="min-w-0 break-words">{choice.name}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Field>
  );
}

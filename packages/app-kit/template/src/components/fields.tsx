/** A labelled field for each kind of value, made for `useForm`. */
import { format, parseISO } from "date-fns";
import type { FieldProps, Theirs } from "../lib/form";
import { formatDate, formatDateTime, formatOption } from "../lib/format";
import { useReference } from "../lib/references";
import { Checkbox } from "./Checkbox";
import { Field } from "./Field";
import { Input, Textarea } from "./Input";
import { Select } from "./Select";

type Props<V> = FieldProps<V> & { label: string; required?: boolean };

const written = (theirs: Theirs | undefined, write: (text: string) => string) => theirs && { ...theirs, text: write(theirs.text) };

export function TextField({ value, onChange, type = "text", ...props }: Props<string> & { type?: "text" | "email" | "tel" | "url" }) {
  return (
    <Field {...props}>
      {(control) => (
        <Input
          {...control}
          type={type}
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value || null)}
          onBlur={props.onBlur}
        />
      )}
    </Field>
  );
}

export function LongTextField({ value, onChange, ...props }: Props<string>) {
  return (
    <Field {...props}>
      {(control) => (
        <Textarea {...control} value={value ?? ""} onChange={(event) => onChange(event.target.value || null)} onBlur={props.onBlur} />
      )}
    </Field>
  );
}

export function NumberField({ value, onChange, step = "any", ...props }: Props<number> & { step?: number | "any" }) {
  return (
    <Field {...props}>
      {(control) => (
        <Input
          {...control}
          type="number"
          step={step}
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value === "" ? null : event.target.valueAsNumber)}
          onBlur={props.onBlur}
        />
      )}
    </Field>
  );
}

export function DateField({ value, onChange, theirs, ...props }: Props<string>) {
  return (
    <Field {...props} theirs={written(theirs, formatDate)}>
      {(control) => (
        <Input
          {...control}
          type="date"
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value || null)}
          onBlur={props.onBlur}
        />
      )}
    </Field>
  );
}

/** Shown in the person's own time, stored in UTC. */
export function DateTimeField({ value, onChange, theirs, ...props }: Props<string>) {
  const local = value ? format(parseISO(value), "yyyy-MM-dd'T'HH:mm") : "";
  return (
    <Field {...props} theirs={written(theirs, formatDateTime)}>
      {(control) => (
        <Input
          {...control}
          type="datetime-local"
          value={local}
          onChange={(event) => onChange(event.target.value ? new Date(event.target.value).toISOString() : null)}
          onBlur={props.onBlur}
        />
      )}
    </Field>
  );
}

export function TimeField({ value, onChange, ...props }: Props<string>) {
  return (
    <Field {...props}>
      {(control) => (
        <Input
          {...control}
          type="time"
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value || null)}
          onBlur={props.onBlur}
        />
      )}
    </Field>
  );
}

export function CheckboxField({ value, onChange, label, onBlur }: Props<boolean>) {
  return <Checkbox label={label} checked={value ?? false} onChange={onChange} onBlur={onBlur} />;
}

export function SelectField<V extends string>({ value, onChange, options, theirs, ...props }: Props<V> & { options: readonly V[] }) {
  const choose = (text: string) => onChange(options.find((option) => option === text) ?? null);
  return (
    <Field {...props} theirs={written(theirs, formatOption)}>
      {(control) => (
        <Select {...control} value={value ?? ""} onChange={(event) => choose(event.target.value)} onBlur={props.onBlur}>
          <option value="">{props.required ? "Choose…" : "None"}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {formatOption(option)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Chooses a row of another table by its name. */
export function ReferenceField({ value, onChange, table, display, theirs, ...props }: Props<string> & { table: string; display: string }) {
  const { options, nameOf } = useReference(table, display);
  return (
    <Field {...props} theirs={written(theirs, nameOf)}>
      {(control) => (
        <Select {...control} value={value ?? ""} onChange={(event) => onChange(event.target.value || null)} onBlur={props.onBlur}>
          <option value="">{props.required ? "Choose…" : "None"}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

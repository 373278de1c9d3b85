/**
 * The state of one form: checks each value as it is typed, and shows a problem once its field has been touched. Where
 * someone else has meanwhile changed the same field, both values are shown, and saving again keeps one's own.
 */
import { DataError, type Row } from "@edgewright/app-kit";
import { type FormEvent, useState } from "react";
import type { z } from "zod";

/** Values while they are being typed: `null` is an empty field. */
export type Draft<T> = { [K in keyof T]: T[K] | null };
/** What someone else wrote into the same field, and taking it over. */
export type Theirs = { text: string; take: () => void };
export type FieldProps<V> = {
  value: V | null;
  onChange: (value: V | null) => void;
  onBlur: () => void;
  /** Says that a file is on its way, or no more: until then the form is not saved. */
  onUploading: (is: boolean) => void;
  /** Says that a file could not be uploaded, or is given up: until then the form is not saved without it. */
  onFailed: (is: boolean) => void;
  error?: string;
  theirs?: Theirs;
};

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Of files their names. */
const textOf = (value: unknown) =>
  [value ?? []]
    .flat()
    .map((one) => (typeof one === "object" && "name" in one ? one.name : one))
    .join(", ");

/** What the platform says of a field goes on from its name: "is taken already". */
const asSentence = (text: string | undefined) => text && text.charAt(0).toUpperCase() + text.slice(1);

export function useForm<T extends object>(schema: z.ZodType<T>, initial: Draft<T>) {
  const [values, setValues] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<PropertyKey>>(new Set());
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [uploads, setUploads] = useState(0);
  const [failures, setFailures] = useState(0);
  /** The row as someone else left it while this form was open; without an id once they have deleted it. */
  const [now, setNow] = useState<Partial<Row<T>>>();
  const [theirs, setTheirs] = useState<Partial<T>>({});

  const checked = schema.safeParse(values);
  const touch = (name: PropertyKey) => setTouched((before) => new Set(before).add(name));
  const errorOf = (name: PropertyKey) => {
    const issue = checked.success ? undefined : checked.error.issues.find((candidate) => candidate.path[0] === name);
    return (touched.has(name) ? issue?.message : undefined) ?? asSentence(refused[String(name)]);
  };

  /** What a field component needs: `<TextField {...form.field("title")} />`. */
  function field<K extends keyof T>(name: K): FieldProps<T[K]> {
    return {
      value: values[name] ?? null,
      onChange: (value) => {
        setValues((before) => ({ ...before, [name]: value }));
        setRefused({});
        touch(name);
      },
      onBlur: () => touch(name),
      onUploading: (is) => setUploads((count) => count + (is ? 1 : -1)),
      onFailed: (is) => {
        setFailures((count) => count + (is ? 1 : -1));
        if (!is) setProblem(null);
      },
      error: errorOf(name),
      theirs: name in theirs ? { text: textOf(theirs[name]), take: () => take(name) } : undefined,
    };
  }

  function take<K extends keyof T>(name: K) {
    setValues((before) => ({ ...before, [name]: theirs[name] ?? null }));
    setTheirs(({ [name]: _, ...others }) => others as Partial<T>);
  }

  /** Takes over what they changed and I did not; of what we both changed, mine stays and theirs is shown beside it. */
  function meet(row: Row<T>) {
    const before: Partial<Draft<T>> = now ?? initial;
    const mine = (Object.keys(values) as (keyof T)[]).filter((name) => !same(values[name], before[name]));
    const both = mine.filter((name) => !same(row[name], before[name]) && !same(row[name], values[name]));
    setValues({ ...values, ...row, ...Object.fromEntries(mine.map((name) => [name, values[name]])) });
    setTheirs(Object.fromEntries(both.map((name) => [name, row[name]])) as Partial<T>);
    setNow(row);
  }

  /** Shows what is wrong with some fields; true where nothing is. */
  function check(names: readonly (keyof T)[]) {
    setTouched((before) => new Set([...before, ...names]));
    return checked.success || !checked.error.issues.some(({ path }) => names.some((name) => name === path[0]));
  }

  /** An `onSubmit` that saves valid values, and shows what is wrong with others. `row` is given once it is another than the one the form began with. */
  function submit(save: (values: T, row?: Partial<Row<T>>) => Promise<unknown>) {
    return async (event: FormEvent) => {
      event.preventDefault();
      setTouched(new Set(Object.keys(initial)));
      if (!checked.success) return false;
      if (uploads > 0) return false;
      if (failures > 0) {
        setProblem("A file is not uploaded. Try it again, or remove it.");
        return false;
      }
      setSaving(true);
      setProblem(null);
      try {
        await save(checked.data, now);
        return true;
      } catch (error) {
        if (error instanceof DataError) setRefused(error.row ? {} : (error.fields ?? {}));
        if (error instanceof DataError && error.row) meet(error.row as Row<T>);
        const gone = error instanceof DataError && error.code === "row_gone";
        if (gone) setNow({});
        const problem = error instanceof Error ? error.message : "It could not be saved. Try again.";
        setProblem(gone ? `${problem} Save again to add it anew, as it is here.` : problem);
        return false;
      } finally {
        setSaving(false);
      }
    };
  }

  function reset() {
    setValues(initial);
    setTouched(new Set());
    setTheirs({});
  }

  return { values, field, check, submit, reset, busy: saving || uploads > 0, uploading: uploads > 0, problem };
}

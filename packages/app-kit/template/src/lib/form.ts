/** The state of one form: checks each value as it is typed, and shows a problem once its field has been touched. */
import { DataError } from "@edgewright/app-kit";
import { type FormEvent, useState } from "react";
import type { z } from "zod";

/** Values while they are being typed: `null` is an empty field. */
export type Draft<T> = { [K in keyof T]: T[K] | null };
export type FieldProps<V> = { value: V | null; onChange: (value: V | null) => void; onBlur: () => void; error?: string };

export function useForm<T extends object>(schema: z.ZodType<T>, initial: Draft<T>) {
  const [values, setValues] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<PropertyKey>>(new Set());
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const checked = schema.safeParse(values);
  const touch = (name: PropertyKey) => setTouched((before) => new Set(before).add(name));
  const errorOf = (name: PropertyKey) => {
    const issue = checked.success ? undefined : checked.error.issues.find((candidate) => candidate.path[0] === name);
    return (touched.has(name) ? issue?.message : undefined) ?? refused[String(name)];
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
      error: errorOf(name),
    };
  }

  /** An `onSubmit` that saves valid values, and shows what is wrong with others. */
  function submit(save: (values: T) => Promise<unknown>) {
    return async (event: FormEvent) => {
      event.preventDefault();
      setTouched(new Set(Object.keys(initial)));
      if (!checked.success) return false;
      setBusy(true);
      setProblem(null);
      try {
        await save(checked.data);
        return true;
      } catch (error) {
        if (error instanceof DataError) setRefused(error.fields ?? {});
        setProblem(error instanceof Error ? error.message : "It could not be saved. Try again.");
        return false;
      } finally {
        setBusy(false);
      }
    };
  }

  function reset() {
    setValues(initial);
    setTouched(new Set());
  }

  return { field, submit, reset, busy, problem };
}

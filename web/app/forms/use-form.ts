/** A form that checks itself as one types: a field's error shows once it was left or the form was sent, and goes when it is right. */
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import type { ApiFailure } from "../api/answer.ts";
import { useAction } from "../api/use-action.ts";
import { fieldErrors } from "./field-errors.ts";

export interface FormOptions<Values extends Record<string, unknown>> {
  /** Left out where nothing that can be entered is wrong. */
  schema?: z.ZodType<unknown, Values>;
  initial: Values;
  /** Resolves to the failure, or to null when all went well. */
  submit: (values: Values) => Promise<ApiFailure | null>;
}

export type Form<Values extends Record<string, unknown>> = ReturnType<typeof useForm<Values>>;

export function useForm<Values extends Record<string, unknown>>({ schema, initial, submit }: FormOptions<Values>) {
  const [values, setValues] = useState(initial);
  const [left, setLeft] = useState<Record<string, boolean>>({});
  const { busy, failure, run, forget } = useAction(async () => placed(await submit(values), values));
  const errors = schema ? fieldErrors(schema, values) : {};

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    // A dialog stands inside the form it was opened from for React, which must not be sent with it.
    event.stopPropagation();
    if (busy) return;
    setLeft(Object.fromEntries(Object.keys(values).map((name) => [name, true])));
    if (Object.keys(errors).length === 0) await run();
  };
  const set = (change: Partial<Values>) => {
    setValues((current) => ({ ...current, ...change }));
    forget();
  };

  return {
    values,
    /** As it was at first. */
    reset: () => {
      setValues(initial);
      setLeft({});
    },
    set,
    changed: JSON.stringify(values) !== JSON.stringify(initial),
    /** What is said of the form as a whole; of a field, `errorOf` says it. */
    failure: failure?.fields ? null : failure,
    busy,
    onSubmit: (event: FormEvent) => void onSubmit(event),
    errorOf: (name: keyof Values & string) => (left[name] ? errors[name] : undefined) ?? failure?.fields?.[name],
    /** What a text field needs to be part of the form. */
    bind: (name: TextIn<Values>) => ({
      name,
      value: String(values[name]),
      onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value } as Partial<Values>),
      onBlur: () => setLeft((current) => ({ ...current, [name]: values[name] !== "" || Boolean(current[name]) })),
    }),
  };
}

type TextIn<Values> = { [Name in keyof Values & string]: Values[Name] extends string ? Name : never }[keyof Values & string];

/** A complaint about a field that this form does not have is one about the whole. */
function placed(failure: ApiFailure | null, values: Record<string, unknown>): ApiFailure | null {
  if (!failure?.fields || Object.keys(failure.fields).some((name) => name in values)) return failure;
  return { ...failure, fields: undefined };
}

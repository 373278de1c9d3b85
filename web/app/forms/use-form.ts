/** A form that checks itself as one types: a field's error shows once it was left or the form was sent, and goes when it is right. */
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import type { ApiFailure } from "../api/answer.ts";
import { fieldErrors } from "./field-errors.ts";

interface FormOptions<Values extends Record<string, string>> {
  schema: z.ZodType<unknown, Values>;
  initial: Values;
  /** Resolves to the failure, or to null when all went well. */
  submit: (values: Values) => Promise<ApiFailure | null>;
}

export function useForm<Values extends Record<string, string>>({ schema, initial, submit }: FormOptions<Values>) {
  const [values, setValues] = useState(initial);
  const [left, setLeft] = useState<Record<string, boolean>>({});
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const errors = fieldErrors(schema, values);

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setLeft(Object.fromEntries(Object.keys(values).map((name) => [name, true])));
    if (Object.keys(errors).length > 0) return;
    setBusy(true);
    setFailure(null);
    setFailure(placed(await submit(values), values));
    setBusy(false);
  };

  return {
    values,
    /** As it was at first. */
    reset: () => {
      setValues(initial);
      setLeft({});
    },
    set: (change: Partial<Values>) => setValues((current) => ({ ...current, ...change })),
    changed: Object.keys(values).some((name) => values[name] !== initial[name]),
    failure,
    busy,
    onSubmit,
    errorOf: (name: keyof Values & string) => (left[name] ? errors[name] : undefined) ?? failure?.fields?.[name],
    /** What a text field needs to be part of the form. */
    bind: (name: keyof Values & string) => ({
      name,
      value: values[name],
      onChange: (event: { target: { value: string } }) => {
        const { value } = event.target;
        setValues((current) => ({ ...current, [name]: value }));
        setFailure(null);
      },
      onBlur: () => setLeft((current) => ({ ...current, [name]: values[name] !== "" || Boolean(current[name]) })),
    }),
  };
}

/** A complaint about a field that this form does not have is one about the whole. */
function placed(failure: ApiFailure | null, values: Record<string, string>): ApiFailure | null {
  if (!failure?.fields || Object.keys(failure.fields).some((name) => name in values)) return failure;
  return { ...failure, fields: undefined };
}

/** A condition, asked of one row. What a field without a value, or a division by zero, leaves open is unknown, as it is in SQL. */

import type { Compiled } from "./compile.ts";
import { clock } from "./environment.ts";
import { asKind, type Kind, Point } from "./kinds.ts";

export type Person = { id: string; name: string; email: string; role: string; roles: readonly string[] };

/** `kinds`: of the fields, by name. `now` in ISO 8601; `today`: the date where whoever asks is. */
export type Input = {
  kinds: ReadonlyMap<string, Kind>;
  row: Record<string, unknown>;
  old?: Record<string, unknown>;
  user?: Person;
  now: string;
  today: string;
};

/** Null: it cannot be said. */
export type Truth = boolean | null;

export function evaluate(compiled: Compiled, input: Input): Truth {
  const answer = answerOf(compiled, input);
  return typeof answer === "boolean" ? answer : null;
}

/** What a formula gives of a row, as a value of a field; null: nothing. */
export function compute(compiled: Compiled, input: Pick<Input, "kinds" | "row">): string | number | boolean | null {
  const answer = answerOf(compiled, { ...input, now: "", today: "" });
  if (answer instanceof Point) return answer.text;
  return typeof answer === "string" || typeof answer === "number" || typeof answer === "boolean" ? answer : null;
}

function answerOf({ run }: Compiled, { kinds, row, old, user, now, today }: Input): unknown {
  Object.assign(clock, { now, today });
  try {
    return run({ row: seen(kinds, row), old: seen(kinds, old ?? {}), user: user && present({ ...user, roles: [...user.roles] }) });
  } catch {
    return null;
  }
}

const seen = (kinds: ReadonlyMap<string, Kind>, values: Record<string, unknown>) =>
  present(Object.fromEntries([...kinds].map(([name, kind]) => [name, asKind(kind, values[name])])));

const present = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

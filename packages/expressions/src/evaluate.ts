/** A condition, asked of one row. What a field without a value, or a division by zero, leaves open is unknown, as it is in SQL. */

import type { Compiled } from "./compile.ts";
import { clock } from "./environment.ts";
import { asKind, type Kind } from "./kinds.ts";

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

export function evaluate({ run }: Compiled, { kinds, row, old, user, now, today }: Input): Truth {
  Object.assign(clock, { now, today });
  try {
    const answer = run({ row: seen(kinds, row), old: seen(kinds, old ?? {}), user: user && present({ ...user, roles: [...user.roles] }) });
    return typeof answer === "boolean" ? answer : null;
  } catch {
    return null;
  }
}

const seen = (kinds: ReadonlyMap<string, Kind>, values: Record<string, unknown>) =>
  present(Object.fromEntries([...kinds].map(([name, kind]) => [name, asKind(kind, values[name])])));

const present = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

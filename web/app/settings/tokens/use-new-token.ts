/** What the dialog for a new token holds, and how it is made. */
import { type CreatedToken, CreateToken, type Role, type TokenScope } from "@edgewright/contracts";
import { type FormEvent, useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { fieldErrors } from "../../forms/field-errors.ts";

export const NEVER = "never";

interface NewTokenOptions {
  /** Where tokens are made: `/api/me/tokens`, or an organization's. */
  path: string;
  role: Role;
  onCreated: (created: CreatedToken) => void;
}

export function useNewToken({ path, role, onCreated }: NewTokenOptions) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<TokenScope[]>(["projects:read"]);
  const [ceiling, setCeiling] = useState<Role>(role === "admin" ? "editor" : role);
  const [days, setDays] = useState("90");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const values = { name, scopes, role: ceiling, days: days === NEVER ? null : Number(days) };
  const errors = fieldErrors(CreateToken, values);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || Object.keys(errors).length > 0) return;
    setBusy(true);
    const answer = await call<CreatedToken>("POST", path, { body: values });
    setBusy(false);
    if (answer.ok) onCreated(answer.value);
    else setFailure(answer.error);
  };
  const toggle = (scope: TokenScope, on: boolean) => setScopes((now) => (on ? [...now, scope] : now.filter((one) => one !== scope)));
  const errorOf = (field: "name" | "scopes") => (tried ? errors[field] : undefined) ?? failure?.fields?.[field];
  return { name, setName, scopes, toggle, ceiling, setCeiling, days, setDays, busy, failure, onSubmit, errorOf };
}

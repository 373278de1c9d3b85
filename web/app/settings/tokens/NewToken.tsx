/** The dialog in which an API token is made, and then shown once. */
import { type CreatedToken, CreateToken, type Role, type TokenScope } from "@edgewright/contracts";
import { useState } from "react";
import { call } from "../../api/browser.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { Dialog, DialogActions } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { Select } from "../../components/Select.tsx";
import { DialogForm } from "../../forms/FormDialog.tsx";
import { ROLE_TEXTS, rolesUpTo, SCOPE_GROUPS, SCOPE_TEXTS } from "./scope-texts.ts";

/** The form leaves nothing to a default. */
const Values = CreateToken.required();
const NEVER = "never";
const EXPIRIES = [
  { value: "7", label: "In 7 days" },
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
  { value: "366", label: "In a year" },
  { value: NEVER, label: "Never", description: "It works until it is revoked." },
];

interface NewTokenProps {
  path: string;
  role: Role;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The list has one more. */
  onCreated: () => void;
}

export function NewToken({ path, role, open, onOpenChange, onCreated }: NewTokenProps) {
  const [created, setCreated] = useState<CreatedToken | null>(null);
  const change = (next: boolean) => {
    onOpenChange(next);
    if (!next) setCreated(null);
  };
  const made = (token: CreatedToken) => {
    setCreated(token);
    onCreated();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={created ? "Copy your token now" : "New API token"}
      description={created ? `“${created.token.name}” is shown this once and never again.` : undefined}
      size="tall"
    >
      {created ? (
        <TokenSecret secret={created.secret} onClose={() => change(false)} />
      ) : (
        <TokenForm path={path} role={role} onCreated={made} onClose={() => change(false)} />
      )}
    </Dialog>
  );
}

function TokenSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <>
      <p className="rounded-control border border-border bg-text/3 px-3 py-2 font-mono text-sm break-all" data-testid="token">
        {secret}
      </p>
      <p className="mt-3 text-sm text-muted">
        Send it as <code className="font-mono text-xs">Authorization: Bearer …</code> and keep it where you keep passwords.
      </p>
      <DialogActions>
        <Button onClick={onClose}>Done</Button>
        <CopyButton variant="primary" text={secret} label="Copy token" />
      </DialogActions>
    </>
  );
}

interface TokenFormProps extends Pick<NewTokenProps, "path" | "role"> {
  onCreated: (created: CreatedToken) => void;
  onClose: () => void;
}

function TokenForm({ path, role, onCreated, onClose }: TokenFormProps) {
  const initial: CreateToken = { name: "", scopes: ["projects:read"], role: role === "admin" ? "editor" : role, days: 90 };
  const create = async (body: CreateToken) => {
    const answer = await call<CreatedToken>("POST", path, { body });
    if (!answer.ok) return answer.error;
    onCreated(answer.value);
    return null;
  };
  return (
    <DialogForm schema={Values} initial={initial} submit={create} action="Create token" onCancel={onClose}>
      {({ values, set, bind, errorOf }) => (
        <>
          <Field label="Name" hint="What it is for, such as “CI” or “Nightly export”." error={errorOf("name")}>
            <Input autoFocus autoComplete="off" {...bind("name")} />
          </Field>
          <Scopes chosen={values.scopes} error={errorOf("scopes")} onChange={(scopes) => set({ scopes })} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Never more than">
              <Select
                label="Never more than"
                choices={rolesUpTo(role).map((value) => ({ value, label: ROLE_TEXTS[value].label, description: ROLE_TEXTS[value].about }))}
                value={values.role}
                onChange={(value) => set({ role: rolesUpTo(role).find((one) => one === value) ?? role })}
              />
            </Field>
            <Field label="Ends">
              <Select
                label="Ends"
                choices={EXPIRIES}
                value={values.days === null ? NEVER : String(values.days)}
                onChange={(days) => set({ days: days === NEVER ? null : Number(days) })}
              />
            </Field>
          </div>
        </>
      )}
    </DialogForm>
  );
}

interface ScopesProps {
  chosen: TokenScope[];
  error: string | undefined;
  onChange: (chosen: TokenScope[]) => void;
}

const Scopes = ({ chosen, error, onChange }: ScopesProps) => (
  <fieldset>
    <legend className="font-medium">What it may do</legend>
    {error && (
      <p role="alert" className="mt-1 text-sm text-danger">
        {error}
      </p>
    )}
    {SCOPE_GROUPS.map((group) => (
      <div key={group.label} className="-mx-2 mt-2">
        <p className="px-2 text-sm text-muted">{group.label}</p>
        {group.scopes.map((scope) => (
          <Checkbox
            key={scope}
            checked={chosen.includes(scope)}
            onChange={(on) => onChange(on ? [...chosen, scope] : chosen.filter((one) => one !== scope))}
          >
            {SCOPE_TEXTS[scope].label} <span className="text-sm text-muted">· {SCOPE_TEXTS[scope].about}</span>
          </Checkbox>
        ))}
      </div>
    ))}
  </fieldset>
);

/** Does what operations ask of the roles that the app has. Each returns why it cannot, or null. */
import { asLabel } from "../words/inflect.ts";
import type { Draft } from "./draft.ts";
import type { Operation } from "./operation.ts";

type Of<K extends Operation["do"]> = Extract<Operation, { do: K }>;

const labelOf = ({ model: { manifest } }: Draft, role: string): string => manifest.roles?.find(({ name }) => name === role)?.label ?? role;

/** Only its label: whoever has the role keeps it. */
export function renameRole(draft: Draft, { role, to }: Of<"rename-role">): string | null {
  const [before, label] = [labelOf(draft, role), asLabel(to)];
  const { roles = [] } = draft.model.manifest;
  if (roles.some((other) => other.name !== role && other.label.toLowerCase() === label.toLowerCase()))
    return `There is already a role called “${label}”.`;
  draft.model.manifest.roles = roles.map((one) => (one.name === role ? { ...one, label } : one));
  draft.told.push(`The role “${before}” is now called “${label}”; whoever had it has it still.`);
  return null;
}

const ADMIN = "user.role == 'admin'";

/** What was left to the role alone is left to the admins. */
export function removeRole(draft: Draft, { role }: Of<"remove-role">): string | null {
  const { manifest, schema } = draft.model;
  const before = labelOf(draft, role);
  const has = `'${role}' in user.roles`;
  const rules = JSON.stringify(schema.tables);
  const without = rules
    .replaceAll(`"role:${role}"`, JSON.stringify(ADMIN))
    .replaceAll(`${has} || `, "")
    .replaceAll(` || ${has}`, "")
    .replaceAll(has, ADMIN);
  schema.tables = JSON.parse(without);
  manifest.roles = (manifest.roles ?? []).filter(({ name }) => name !== role);
  if (manifest.roles.length === 0) delete manifest.roles;
  const left =
    rules === without
      ? ""
      : " What only those who had it could do is left to those with the other roles, and to the admins of the project.";
  draft.told.push(`The role “${before}” is gone.${left}`);
  return null;
}

/** What a generated app says of itself in `app.json`, and the rows and queries of its tables. */
import { z } from "zod";
import { AppRoleName, roleOfRule } from "./data-schema.ts";
import { AppHosts } from "./hosts.ts";
import { JsonValue } from "./json.ts";
import { NeededVariables } from "./variables.ts";

/** Whether one may only look at an app's rows, or change them as far as the tables' policies let members. */
export const RowAccess = z.enum(["read", "write"]);
export type RowAccess = z.infer<typeof RowAccess>;

/** A role that people have in one app, such as manager or warehouse, whatever they are on the platform. */
export const AppRole = z.object({
  name: AppRoleName,
  label: z.string().min(1).max(60),
  description: z.string().max(200).optional(),
});
export type AppRole = z.infer<typeof AppRole>;

/** As whom somebody looks at an app instead of as themselves: a visitor, a member without a role in it, or with one, `role:manager`. */
export const SeenAs = z
  .string()
  .regex(/^(visitor|member|role:[a-z][a-z0-9_]{0,39})$/, "is visitor, member, or a role such as role:manager");
export type SeenAs = z.infer<typeof SeenAs>;

/** What a member is then: nobody's admin, whose every role it would be. */
export function memberAs<R extends string | undefined>(as: SeenAs, role: R) {
  const asked = roleOfRule(as);
  return { role: role === "admin" ? ("editor" as const) : role, roles: asked === null ? [] : [asked] };
}

const AppRoles = z
  .array(AppRole)
  .max(20)
  .superRefine((roles, context) => {
    for (const [at, { name }] of roles.entries())
      if (roles.findIndex((role) => role.name === name) < at)
        context.addIssue({ code: "custom", path: [at, "name"], message: `There is another role called "${name}".` });
  });

/**
 * `app.json`. With visibility `link`, whoever holds the project's share link may open the app as a visitor.
 * `viewers`: what the organization's viewers may do with its rows, read if it is not said. Other roles of the platform mean nothing in an app, but that an admin has each of its `roles`.
 */
export const AppManifest = z.object({
  name: z.string().min(1).max(80),
  icon: z.string().max(40).optional(),
  visibility: z.enum(["members", "link"]).default("members"),
  viewers: RowAccess.optional(),
  roles: AppRoles.optional(),
  description: z.string().max(400).optional(),
  hosts: AppHosts.optional(),
  /** Variables that its server code reads. */
  env: NeededVariables.optional(),
});
export type AppManifest = z.infer<typeof AppManifest>;
/** Whom an app lets in, what for, and which roles people may have in it. */
export type AppAccess = { visibility: AppManifest["visibility"]; viewers: RowAccess; roles: readonly AppRole[] };

/** What the platform adds to each row. Times are ISO 8601 in UTC; `revision` counts writes from 1. */
export const RowMeta = z.object({
  id: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  createdBy: z.string().nullable(),
  revision: z.number().int().min(1),
});
export const DataRow = RowMeta.catchall(JsonValue);
export type DataRow = z.infer<typeof DataRow>;

/**
 * A write of a row, as the app's own change log has it. `way`: the Data tab, a token of the API, an import, the app's page, its server
 * code, a sample row of the app's own, or an automation (`by.id` is its name). `by.id` null: nobody who is signed in. `from`, `to`: the fields that differ, by name; `from` is empty for a new row.
 */
export const RowChange = z.object({
  /** Counts the changes of all the app's rows. */
  number: z.number().int(),
  at: z.string(),
  type: z.enum(["created", "updated", "deleted"]),
  way: z.enum(["screen", "token", "import", "app", "server", "sample", "automation"]),
  by: z.object({ kind: z.enum(["member", "visitor", "app", "automation"]), id: z.string().nullable() }),
  from: z.record(z.string(), JsonValue),
  to: z.record(z.string(), JsonValue),
});
export type RowChange = z.infer<typeof RowChange>;

/** A row that was deleted and can be brought back. */
export const DeletedRow = z.object({ row: DataRow, deletedAt: z.string() });
export type DeletedRow = z.infer<typeof DeletedRow>;
/** `GET …/tables/:table/deleted`: those deleted last first. */
export const DeletedRows = z.object({ items: z.array(DeletedRow) });
export type DeletedRows = z.infer<typeof DeletedRows>;

/** Sent to every open window of an app over `/_app/live`. */
export const LiveChange = z.object({
  table: z.string(),
  type: z.enum(["created", "updated", "deleted"]),
  row: DataRow,
});
export type LiveChange = z.infer<typeof LiveChange>;

/** A member of the organization. */
export const AppMember = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(["admin", "editor", "viewer"]),
});
export type AppMember = z.infer<typeof AppMember>;

/** Someone whom a field of people may name: a member, as all who may use the app see them. */
export const AppPerson = AppMember.pick({ id: true, name: true });
export type AppPerson = z.infer<typeof AppPerson>;
/** How many of them there are at most to choose from: those who joined first. */
export const PEOPLE_MAX = 1000;

/** Who uses an app, as the app sees them; `roles` are the app's own. `null` in the app means a visitor with the link. */
export const AppUser = AppMember.extend({ access: RowAccess, roles: z.array(z.string()) });
export type AppUser = z.infer<typeof AppUser>;

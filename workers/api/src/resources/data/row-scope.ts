/** How the API works on an app's rows: as this member, by the live version's schema and under its policies. */
import { roleOn, rolesHeldIn, type StandingDeps, standing } from "@edgewright/accounts";
import { actorAs, type DataScope, type MemberActor, type Role, type RowWriter, SeenAs } from "@edgewright/contracts";
import type { ProjectRecord } from "@edgewright/projects";
import { z } from "zod";
import { type Caller, holderOf } from "../../http/caller.ts";

export const TableParams = z.object({ table: z.string().min(1).max(100) });
export const RowParams = TableParams.extend({ id: z.string().min(1).max(100) });

export const ImportParams = z.object({ import: z.string().min(1).max(100) });
export const FileParams = z.object({ file: z.string().min(1).max(100) });

/** What finding out takes. */
export const ROW_PORTS = ["access", "appAccess", "clock", "data"] as const;
type Ports = StandingDeps;

/** As whom rows may be looked at, in an address. */
export const SeenAsQuery = z.object({
  as: SeenAs.optional().describe("As whom to look, within what one may see: visitor, member, or role:NAME"),
});

/** With the roles that they have now, here and in the app; `as` somebody else would see the rows. Whether they may write is for the route's permission. */
export async function rowScope(ports: Ports, caller: Caller, project: ProjectRecord, as?: SeenAs): Promise<DataScope> {
  const { id: userId, name, email } = caller.user;
  const { role, roles } = await rolesOf(ports, caller, project);
  const actor: MemberActor = { kind: "member", userId, may: "write", name, email, role: role ?? "viewer", roles };
  return { channel: "current", actor: as ? actorAs(as, actor) : actor };
}

type Roles = { role: Role | null; roles: string[] };

/** Of a session they were read along with who asks; of a token they are asked for. */
async function rolesOf(ports: Ports, caller: Caller, project: ProjectRecord): Promise<Roles> {
  const given = caller.named?.id === project.id ? caller.appRoles : undefined;
  const role = roleOn(caller.actor, { organizationId: project.organizationId, projectId: project.id });
  if (given && role) return { role, roles: await rolesHeldIn(ports, project, { role, given }) };
  const now = await standing(ports, { projectId: project.id, holder: holderOf(caller) });
  return "end" in now ? { role: null, roles: [] } : now;
}

/** The line in the organization's log comes with the row: the object that keeps the rows brings it there. */
export const rowWriter = async (
  ports: Ports,
  caller: Caller,
  project: ProjectRecord,
  sent: Pick<RowWriter, "once" | "zone"> = {},
): Promise<RowWriter> => ({
  ...(await rowScope(ports, caller, project)),
  ...sent,
  origin: { ...placeOf(project), way: caller.by.kind === "token" ? "token" : "screen", by: caller.origin },
});

/** An import has one line in the organization's log, whoever it is by. */
export const importWriter = async (ports: Ports, caller: Caller, project: ProjectRecord): Promise<RowWriter> => ({
  ...(await rowScope(ports, caller, project)),
  origin: { ...placeOf(project), way: "import", by: caller.origin },
});

const placeOf = ({ id, organizationId }: ProjectRecord) => ({ organizationId, projectId: id });

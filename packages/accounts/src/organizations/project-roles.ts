/** Roles on single projects: an exception from what a member is in the organization. */
import { type AuditEntry, auditEntry, type Origin } from "@edgewright/audit";
import type { Outcome, ProjectRole, Role } from "@edgewright/contracts";
import { type Clock, fail, ok } from "@edgewright/core";

type Place = { organizationId: string; projectId: string };
type SetRole = Place & { userId: string; role: Role; setBy: string; at: number };

export interface ProjectRoleRecords {
  /** Every member, by name. */
  list(place: Place): Promise<ProjectRole[]>;
  find(place: Place, userId: string): Promise<ProjectRole | null>;
  /** "refused": the person is no member any more, or an administrator. */
  set(role: SetRole, audit: AuditEntry): Promise<"written" | "refused">;
  /** "refused": there was none. */
  clear(place: Place & { userId: string }, audit: AuditEntry): Promise<"written" | "refused">;
}

export type ProjectRoleDeps = { projectRoles: ProjectRoleRecords; clock: Clock };

const noMember = () => fail("not_found", "There is no such member.", { next: "Look at the list of members." });

/** null: the organization's role holds again. */
export async function setProjectRole(
  { projectRoles, clock }: ProjectRoleDeps,
  place: Place & { userId: string },
  role: Role | null,
  origin: Origin,
): Promise<Outcome<ProjectRole>> {
  const { organizationId, projectId, userId } = place;
  const before = await projectRoles.find(place, userId);
  if (!before) return noMember();
  if (before.own === role) return ok(before);
  if (role !== null && before.organizationRole === "admin")
    return fail("conflict", "An administrator of the organization is one on each of its projects.", {
      next: "Give them another role in the organization first.",
    });
  const audit = auditEntry(clock, origin, {
    scope: organizationId,
    projectId,
    action: role === null ? "project_role.cleared" : "project_role.set",
    subject: userId,
    detail: { name: before.name },
    before: { role: before.own },
    after: { role },
  });
  const written =
    role === null
      ? await projectRoles.clear(place, audit)
      : await projectRoles.set({ ...place, role, setBy: origin.id, at: clock.now() }, audit);
  if (written === "written") return ok({ ...before, own: role });
  return fail("conflict", "Somebody else changed this member meanwhile.", { retry: true, next: "Look at the list." });
}

/** What every request to a preview host carries once it is admitted. */
import type { AppHosts, AppUser, DataActor, Grant, Reporter } from "@edgewright/contracts";
import type { Env } from "./env.ts";
import type { PreviewHost } from "./host.ts";

/** `user` null: a visitor with the share link. */
export type Visit = { user: AppUser | null; grant: Grant };

export type Preview = {
  Bindings: Env;
  Variables: { host: PreviewHost; projectId: string; organizationId: string; projectName: string; confirmedHosts: AppHosts; visit: Visit };
};

/** Before whom an error of the app happened. */
export const reporterOf = ({ user }: Visit): Reporter => (user ? (user.role === "viewer" ? "viewer" : "editor") : "visitor");

/** As whom a visit reads and writes rows. */
export function actorOf({ user }: Visit): DataActor {
  if (!user) return { kind: "visitor" };
  const { id: userId, access: may, name, email, role, roles } = user;
  return { kind: "member", userId, may, name, email, role, roles };
}

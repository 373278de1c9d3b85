/** What most requests ask first, in one question: whose session this is, and what their page shows. Used by the API's `session.ts`. */
import type { SignInRecord } from "@edgewright/accounts";
import type { ProjectView } from "@edgewright/projects";
import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { prepareReads, type RowsOf } from "../../one-statement.ts";
import { appRoles, authSessions, projects } from "../../tables/index.ts";
import { signInOf, toSignIn } from "../accounts/sign-ins.ts";
import { activeOrganization } from "../organizations/memberships.ts";
import { isNamed, projectOf, toView } from "../projects/projects.ts";
import { homeOf, type PageRecords, toHome, toWorkspace, workspaceOf } from "./pages.ts";

/** `appRoles`: those in the named project's app that were given to them. */
type Arrival = { signIn: SignInRecord | null; named: ProjectView | null; appRoles: string[] };
type Along = { along: PageRecords };

/** What was read also where the session is none: whether it may be seen is still to be asked. */
export type ArrivalRecords = {
  /** `project`: by its id or its slug. */
  find(token: string, project: string): Promise<Arrival>;
  findWorkspace(token: string, project: string): Promise<Arrival & Along>;
  findHome(token: string): Promise<Pick<Arrival, "signIn"> & Along>;
};

export function arrivalRepository(database: Database): ArrivalRecords {
  const token = sql.placeholder("token");
  const named = isNamed(sql.placeholder("project"));
  const ofNamed = (column: SQL) => sql`(select ${column} from ${projects} where ${named})`;
  const ids = { id: ofNamed(sql`${projects.id}`), organizationId: ofNamed(sql`${projects.organizationId}`) };
  const arrival = { ...signInOf(database, token), named: projectOf(database, named), appRoles: appRolesOf(database, token, ids.id) };
  const atProject = prepareReads(database, arrival);
  const atWorkspace = prepareReads(database, { ...arrival, ...workspaceOf(database, ids) });
  const atHome = prepareReads(database, { ...signInOf(database, token), ...homeOf(database, activeOrganization(token)) });
  return {
    find: async (token, project) => toArrival(await atProject({ token, project })),
    async findWorkspace(token, project) {
      const rows = await atWorkspace({ token, project });
      return { ...toArrival(rows), along: { workspace: toWorkspace(rows) } };
    },
    async findHome(token) {
      const rows = await atHome({ token });
      return { signIn: toSignIn(rows), along: { home: toHome(rows) } };
    },
  };
}

const appRolesOf = (database: Database, token: SQLWrapper, projectId: SQL) =>
  database
    .select({ role: appRoles.role })
    .from(appRoles)
    .innerJoin(authSessions, eq(authSessions.userId, appRoles.userId))
    .where(and(eq(authSessions.token, token), eq(appRoles.projectId, projectId)));

type ArrivalReads = ReturnType<typeof signInOf> & { named: ReturnType<typeof projectOf>; appRoles: ReturnType<typeof appRolesOf> };

function toArrival({ named: [project], appRoles: given, ...signIn }: RowsOf<ArrivalReads>): Arrival {
  return { signIn: toSignIn(signIn), named: project ? toView(project) : null, appRoles: given.map(({ role }) => role) };
}

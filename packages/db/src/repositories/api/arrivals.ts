/** What most requests ask first, in one question: whose session this is, and the project that the path names. Used by the API's `session.ts`. */
import type { SignInRecord } from "@edgewright/accounts";
import type { ProjectView } from "@edgewright/projects";
import type { Database } from "../../database.ts";
import { signInOf, toSignIn } from "../accounts/sign-ins.ts";
import { projectOf, toView } from "../projects/projects.ts";

export type ArrivalRecords = {
  /** The project also where the session is none: whether it may be seen is still to be asked. */
  find(token: string, project: string): Promise<{ signIn: SignInRecord | null; project: ProjectView | null }>;
};

export const arrivalRepository = (database: Database): ArrivalRecords => ({
  async find(token, named) {
    const [[found], memberships, exceptions, [project]] = await database.batch([...signInOf(database, token), projectOf(database, named)]);
    return { signIn: found ? toSignIn(found, memberships, exceptions) : null, project: project ? toView(project) : null };
  },
});

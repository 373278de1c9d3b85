/** Directory: RPC entrypoint of workers/api, for dispatch, which has no database. */
import type { Grant, Standing } from "../access.ts";
import type { AppPerson } from "../app.ts";
import type { AppVisibility } from "../deployments.ts";
import type { AppHosts } from "../hosts.ts";
import type { PublishedAsset, PublishedBuild } from "../published-build.ts";
import type { OpenVariables } from "../variables.ts";
import type { Outcome } from "./outcome.ts";

/** What is published of a project: which deployment, whose build it shows, and who may open it. `linkNumber`: under which strangers get in. */
export type PublishedApp = { deploymentId: string; version: number; buildOf: string; visibility: AppVisibility; linkNumber: number };

export type ResolvedProject = {
  projectId: string;
  organizationId: string;
  name: string;
  hosts: AppHosts;
  /** null: nothing. */
  published: PublishedApp | null;
};

export interface DirectoryRpc {
  /** The project behind a slug, with the hosts confirmed for it; null when there is none (or it was deleted). */
  resolve(slug: string): Promise<ResolvedProject | null>;
  /** What the build of a deployment consists of; null: it is not kept. */
  publishedBuild(projectId: string, deploymentId: string): Promise<PublishedBuild | null>;
  publishedAsset(projectId: string, name: string): Promise<PublishedAsset | null>;
  /** An open pull request that has a preview. `trusted`: its code is of people who may write to the repository. */
  pull(projectId: string, number: number): Promise<{ trusted: boolean } | null>;
  /** Variables of an app's server code: those that a deployment's build runs with; null: those of the preview, as they are now. */
  variables(projectId: string, buildOf: string | null): Promise<Outcome<OpenVariables>>;
  /** The members of an organization, for fields that name one. */
  people(organizationId: string): Promise<AppPerson[]>;
  /** What a grant is worth at this moment. */
  standing(grant: Grant): Promise<Standing>;
}

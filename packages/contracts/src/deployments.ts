/** Publishing: deployments of a project's versions, who may open what is published, and what a publish would change. */
import { z } from "zod";
import { Accepted, DataPlan } from "./data-plan.ts";
import { Failure } from "./errors.ts";
import { page } from "./http.ts";
import { NeededVariable } from "./variables.ts";

/** Where a deployment runs. `edge` is the platform itself. */
export const ProviderName = z.enum(["edge"]);
export type ProviderName = z.infer<typeof ProviderName>;

/** At work on, in this order. */
export const OPEN_DEPLOYMENT_STATUSES = ["queued", "building", "migrating", "deploying", "checking"] as const;
export const DeploymentStatus = z.enum([...OPEN_DEPLOYMENT_STATUSES, "live", "failed", "cancelled", "superseded", "removed"]);
export type DeploymentStatus = z.infer<typeof DeploymentStatus>;

/** A line of what was done for a deployment, as people read it. */
export const DeploymentLine = z.object({ at: z.number().int(), says: z.string() });
export type DeploymentLine = z.infer<typeof DeploymentLine>;
export const DeploymentLog = z.object({ items: z.array(z.object({ at: z.string(), says: z.string() })) });
export type DeploymentLog = z.infer<typeof DeploymentLog>;

export const Deployment = z.object({
  id: z.string(),
  kind: z.enum(["preview", "production"]),
  provider: ProviderName,
  version: z.number().int(),
  status: DeploymentStatus,
  url: z.string(),
  by: z.string(),
  /** The deployment that it went back to; null: it was built anew. */
  rollbackTo: z.string().nullable(),
  error: Failure.nullable(),
  /** A person asked it to stop, and it has not yet. */
  stopping: z.boolean(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type Deployment = z.infer<typeof Deployment>;
export const DeploymentPage = page(Deployment);
export type DeploymentPage = z.infer<typeof DeploymentPage>;

/** `POST …/deployments`. `version`: the current one, unless it is said. */
export const CreateDeployment = z.strictObject({
  version: z.number().int().min(1).optional(),
  /** What of the published app's rows may be lost: keys of the plan's steps. */
  accepts: Accepted.default([]),
});
export type CreateDeployment = z.infer<typeof CreateDeployment>;
/** `POST …/deployments/:deployment/rollback` */
export const RollBackDeployment = z.strictObject({ accepts: Accepted.default([]) });
export type RollBackDeployment = z.infer<typeof RollBackDeployment>;

/** Who may open a published app: the organization's members, whoever has its link, whoever has its address. */
export const AppVisibility = z.enum(["members", "link", "public"]);
export type AppVisibility = z.infer<typeof AppVisibility>;

/** `GET …/publication`: where the app lives, and what publishing would change. */
export const Publication = z.object({
  url: z.string(),
  visibility: AppVisibility,
  /** null: it is not published. */
  live: Deployment.nullable(),
  /** The one that is at work; null: none. */
  open: Deployment.nullable(),
  /** The current version, which would be published; null: the project has none yet. */
  next: z
    .object({
      version: z.number().int(),
      files: z.array(z.object({ path: z.string(), change: z.enum(["added", "changed", "removed"]) })),
      /** What would become of the published app's rows. */
      data: DataPlan,
      variables: z.object({
        /** What its `app.json` needs and production has not. */
        missing: z.array(NeededVariable),
        /** Names of those that are others than what is live runs with. */
        changed: z.array(z.string()),
      }),
    })
    .nullable(),
});
export type Publication = z.infer<typeof Publication>;

/** `PUT …/publication` */
export const UpdatePublication = z.strictObject({ visibility: AppVisibility });
export type UpdatePublication = z.infer<typeof UpdatePublication>;

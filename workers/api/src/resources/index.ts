/** Every operation of the API but its own description. Mounted by app.ts; described by docs/. */
import type { Operation } from "../http/operation.ts";
import { ACCOUNTS } from "./accounts/index.ts";
import { AUDIT } from "./audit/index.ts";
import { AUTOMATIONS } from "./automations/index.ts";
import { CONVERSATION } from "./conversation/index.ts";
import { DATA } from "./data/index.ts";
import { DEPLOYMENTS } from "./deployments/index.ts";
import { DOMAINS } from "./domains/index.ts";
import { GITHUB } from "./github/index.ts";
import { HEALTH } from "./health/index.ts";
import { INVITES } from "./invites/index.ts";
import { JOBS } from "./jobs/index.ts";
import { MEMBERS } from "./members/index.ts";
import { MODELS } from "./models/index.ts";
import { ORGANIZATIONS } from "./organizations/index.ts";
import { PREVIEWS } from "./previews/index.ts";
import { PROJECTS } from "./projects/index.ts";
import { SNAPSHOTS } from "./snapshots/index.ts";
import { TOKENS } from "./tokens/index.ts";
import { VARIABLES } from "./variables/index.ts";
import { VERSIONS } from "./versions/index.ts";

export const OPERATIONS: readonly Operation[] = [
  ...HEALTH,
  ...ACCOUNTS,
  ...TOKENS,
  ...PROJECTS,
  ...VERSIONS,
  ...SNAPSHOTS,
  ...CONVERSATION,
  ...JOBS,
  ...PREVIEWS,
  ...DEPLOYMENTS,
  ...VARIABLES,
  ...DATA,
  ...AUTOMATIONS,
  ...GITHUB,
  ...ORGANIZATIONS,
  ...MEMBERS,
  ...INVITES,
  ...DOMAINS,
  ...MODELS,
  ...AUDIT,
];

/** Only on one's own machine; elsewhere they are not there at all. */
export { MAILS as DEV_OPERATIONS } from "./mails/index.ts";

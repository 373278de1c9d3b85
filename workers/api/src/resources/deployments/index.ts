/** Operations on what is published. */
import type { Operation } from "../../http/operation.ts";
import { cancelDeployment } from "./cancel-deployment.ts";
import { createDeployment } from "./create-deployment.ts";
import { endPublication } from "./end-publication.ts";
import { getDeployment } from "./get-deployment.ts";
import { getDeploymentLog } from "./get-deployment-log.ts";
import { getPublication } from "./get-publication.ts";
import { listDeployments } from "./list-deployments.ts";
import { planRollback } from "./plan-rollback.ts";
import { removeDeployment } from "./remove-deployment.ts";
import { rollBackDeployment } from "./roll-back-deployment.ts";
import { sharePublication } from "./share-publication.ts";
import { updatePublication } from "./update-publication.ts";

export const DEPLOYMENTS: readonly Operation[] = [
  getPublication,
  updatePublication,
  endPublication,
  sharePublication,
  listDeployments,
  createDeployment,
  getDeployment,
  getDeploymentLog,
  planRollback,
  cancelDeployment,
  rollBackDeployment,
  removeDeployment,
];

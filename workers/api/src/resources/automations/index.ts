/** Operations on an app's automations and their runs. */
import type { Operation } from "../../http/operation.ts";
import { getSigningSecret } from "./get-signing-secret.ts";
import { listAutomationRuns } from "./list-automation-runs.ts";
import { listAutomations } from "./list-automations.ts";
import { retryAutomationRun } from "./retry-automation-run.ts";
import { testAutomation } from "./test-automation.ts";
import { updateAutomation } from "./update-automation.ts";

export const AUTOMATIONS: readonly Operation[] = [
  listAutomations,
  listAutomationRuns,
  updateAutomation,
  testAutomation,
  retryAutomationRun,
  getSigningSecret,
];

/** The one obvious thing to do about a job that ended early. */
import type { ErrorCode, Failure, KeptWork } from "@edgewright/contracts";

/** Trying again does not help here: the model's key, credit or name must be put right first. */
const IN_SETTINGS: ReadonlySet<ErrorCode> = new Set(["model_auth", "model_credit", "model_unknown"]);
const NO_ACTION: ReadonlySet<ErrorCode> = new Set(["gone", "forbidden"]);

export type NextStep = "settings" | "continue" | "retry" | "none";

/** `error` null: a person stopped it. Where files were kept, going on from them costs less than beginning again. */
export function nextStep(error: Failure | null, { draftFiles }: KeptWork): NextStep {
  if (error && IN_SETTINGS.has(error.code)) return "settings";
  if (error && NO_ACTION.has(error.code)) return "none";
  return draftFiles.length > 0 ? "continue" : "retry";
}

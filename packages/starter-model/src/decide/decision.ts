/** What the model has decided to do about a request, before it is said in turns. */
import type { PlanStep } from "@edgewright/contracts";

export type ToolUse =
  | { tool: "write_file"; input: { path: string; text: string } }
  | { tool: "edit_file"; input: { path: string; edits: { search: string; replace: string }[] } }
  | { tool: "rename_file"; input: { from: string; to: string } }
  | { tool: "delete_file"; input: { path: string } };

export type Decision =
  | { kind: "work"; intro: string; steps: PlanStep[]; uses: ToolUse[]; summary: string }
  | { kind: "ask"; question: string; suggestions: string[] }
  /** There is nothing to change, and why. */
  | { kind: "tell"; summary: string };

export const pathOf = (use: ToolUse): string => (use.tool === "rename_file" ? use.input.to : use.input.path);

/** Saves files as a version, which asks first where rows would lose values. */
import type { Project, SavedVersion, SaveVersion } from "@edgewright/contracts";
import type { Answer } from "../api/answer.ts";
import { call } from "../api/browser.ts";
import { askLoss } from "./data/data-loss.ts";
import { projectPath } from "./WorkspaceContext.tsx";

/** @returns null: a person was asked, and keeps the rows as they are. Nothing was saved. */
export async function saveChanges(project: Project, { parent, changes, accepts }: SaveVersion): Promise<Answer<SavedVersion> | null> {
  const saved = await call<SavedVersion>("POST", projectPath(project, "/versions"), {
    body: { parent, changes, accepts },
    idempotencyKey: crypto.randomUUID(),
  });
  if (!saved.ok || !saved.value.plan) return saved;
  const agreed = await askLoss(saved.value.plan);
  return agreed && saveChanges(project, { parent, changes, accepts: agreed });
}

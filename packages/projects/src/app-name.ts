/** A project goes by the first words of its prompt until there is an app: then by the app's own name, unless a person renamed it. */
import { auditEntry, type Origin } from "@edgewright/audit";
import { AppManifest, type FileMap } from "@edgewright/contracts";
import { type Clock, parseJson, textAt } from "@edgewright/core";
import { nameFromPrompt } from "./name.ts";
import type { AttachedWrites, ProjectRecord } from "./ports.ts";

/** `prompt`: the sentence that the project was made of. Null: its name stays. */
export function takenName(clock: Clock, project: ProjectRecord, files: FileMap, prompt: string, origin: Origin): AttachedWrites | null {
  const parsed = parseJson(textAt(files, "app.json") ?? "");
  const manifest = parsed.ok ? AppManifest.safeParse(parsed.value) : null;
  const name = manifest?.success ? manifest.data.name : project.name;
  if (project.currentVersion !== null || project.name !== nameFromPrompt(prompt) || name === project.name) return null;
  const audit = auditEntry(clock, origin, {
    scope: project.organizationId,
    projectId: project.id,
    action: "project.updated",
    subject: project.id,
    before: { name: project.name },
    after: { name },
  });
  return { change: { name }, audit: [audit] };
}

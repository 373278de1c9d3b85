/** What outside hosts a project's live version asks for, beside those a person has confirmed. */
import { type AppHosts, askedHosts, type ProjectHosts } from "@edgewright/contracts";
import type { VersionStore } from "@edgewright/storage";
import type { ProjectRecord } from "./ports.ts";

export async function projectHosts(
  { store }: { store: Pick<VersionStore, "read"> },
  project: Pick<ProjectRecord, "id" | "currentVersion">,
  confirmed: AppHosts,
): Promise<ProjectHosts> {
  const manifest = project.currentVersion === null ? null : await store.read(project.id, project.currentVersion, "app.json");
  return { asked: manifest?.ok ? askedHosts({ "app.json": manifest.value.text ?? "" }) : {}, confirmed };
}

/** Whom a version's app.json lets in, and what for. */
import { type AppAccess, AppManifest } from "@edgewright/contracts";
import { parseJson } from "@edgewright/core";
import type { VersionStore } from "@edgewright/storage";

const MANIFEST_FILE = "app.json";
const KEPT_MAX = 1000;

/** Read once for each version, since a version never changes. */
export function accessByVersion(store: Pick<VersionStore, "read">): (projectId: string, version: number) => Promise<AppAccess> {
  const known = new Map<string, AppAccess>();
  return async (projectId, version) => {
    const key = `${projectId} ${version}`;
    const access = known.get(key) ?? (await readAccess(store, projectId, version));
    if (known.size >= KEPT_MAX) known.clear();
    known.set(key, access);
    return access;
  };
}

/** A manifest that is not there or not valid opens nothing to anybody. */
async function readAccess(store: Pick<VersionStore, "read">, projectId: string, version: number): Promise<AppAccess> {
  const file = await store.read(projectId, version, MANIFEST_FILE);
  const json = file.ok ? parseJson(file.value.text ?? "") : file;
  const manifest = AppManifest.safeParse(json.ok ? json.value : null);
  const { visibility = "members", viewers = "read", roles = [] } = manifest.data ?? {};
  return { visibility, viewers, roles };
}

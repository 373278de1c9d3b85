/** Transformed modules, by content: in memory for the next edit, in SQLite for the next life of the object. */
import { fingerprint, TRANSFORM_REVISION, type TransformCache, type TransformedModule } from "@edgewright/app-build";
import type { WorkspaceStorage } from "./storage.ts";

export function transformCache(storage: WorkspaceStorage): TransformCache {
  const memory = new Map<string, { text: string; value: TransformedModule }>();
  const key = (path: string, text: string) => `${TRANSFORM_REVISION} ${fingerprint(`${path}\n${text}`)}`;
  return {
    get(path, text) {
      const known = memory.get(path);
      if (known?.text === text) return known.value;
      const stored = storage.transformed(key(path, text));
      if (stored === null) return null;
      const value = JSON.parse(stored) as TransformedModule;
      memory.set(path, { text, value });
      return value;
    },
    set(path, text, value) {
      memory.set(path, { text, value });
      storage.keepTransformed(key(path, text), JSON.stringify(value));
    },
  };
}

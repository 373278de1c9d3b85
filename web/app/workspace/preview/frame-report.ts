/**
 * What a preview's page says of itself by `postMessage`. Its code is not trusted, so this takes just what the contract
 * `FrameReport` takes (its test compares the two); written out, because the first load would need a library for it.
 */
import type { FrameReport } from "@edgewright/contracts";

const PATH_MAX = 2000;

/** null: it is no report. */
export function readReport(message: unknown): FrameReport | null {
  if (typeof message !== "object" || message === null) return null;
  const { type, path, hash }: { type?: unknown; path?: unknown; hash?: unknown } = message;
  if (type === "edgewright:ended" || type === "edgewright:palette") return { type };
  if (type === "edgewright:rendered" && typeof hash === "string") return { type, hash };
  if (type === "edgewright:location" && typeof path === "string" && path.length <= PATH_MAX) return { type, path };
  return null;
}

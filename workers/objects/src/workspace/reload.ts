/** What an open preview must be told when a channel's build changes. */
import type { PageBuild, ReloadFrame } from "@edgewright/contracts";

const MAX_FRAME_CHARACTERS = 900_000;

/** What a preview shows, and whether it also says that the code is broken. */
export type ShownPage = { page: PageBuild; broken: boolean };

/** null when nothing the browser loads has changed. Without `shown`, everything is sent, and the page sees what is new to it. */
export function reloadFrame(shown: ShownPage | null, after: PageBuild): ReloadFrame | null {
  if (after.findings.length > 0) return { type: "broken", findings: after.findings.slice(0, 20) };
  if (shown?.page.hash === after.hash && !shown.broken) return null;
  const before = shown?.page ?? null;
  if (before && (before.html.text !== after.html.text || before.entry !== after.entry)) return { type: "full", hash: after.hash };
  const changed = Object.entries(after.modules).filter(([path, { code }]) => before?.modules[path]?.code !== code);
  const removed = Object.keys(before?.modules ?? {}).filter((path) => !(path in after.modules));
  const css = before?.css === after.css ? null : after.css;
  const size = changed.reduce((sum, [, { code }]) => sum + code.length, css?.length ?? 0);
  if (size > MAX_FRAME_CHARACTERS) return { type: "full", hash: after.hash };
  return { type: "update", hash: after.hash, modules: Object.fromEntries(changed), removed, css };
}

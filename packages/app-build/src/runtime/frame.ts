/** The page's side of the workspace's frame: says where it is and takes its commands. Alone in a tab it does nothing. */
import type { FrameCommand, FrameReport } from "@edgewright/contracts";

/** Only the workspace may hold this page in a frame (the page's Content-Security-Policy), so a report needs no target of its own. */
export function tellFrame(report: FrameReport): void {
  if (window.parent !== window) window.parent.postMessage(report, "*");
}

export function followFrame(): void {
  if (window.parent === window) return;
  const tellLocation = () => tellFrame({ type: "edgewright:location", path: location.pathname + location.search + location.hash });
  for (const name of ["pushState", "replaceState"] as const) {
    const original = history[name];
    history[name] = (...args: Parameters<History["pushState"]>) => {
      original.apply(history, args);
      tellLocation();
    };
  }
  window.addEventListener("popstate", tellLocation);
  window.addEventListener("keydown", tellPalette);
  window.addEventListener("message", (event) => {
    if (event.source === window.parent) obey(event.data as FrameCommand | null);
  });
  tellLocation();
}

/** Keys that are pressed in a frame reach nobody outside. */
function tellPalette(event: KeyboardEvent): void {
  const mod = event.ctrlKey || event.metaKey;
  if (event.defaultPrevented || !mod || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
  event.preventDefault();
  tellFrame({ type: "edgewright:palette" });
}

function obey(command: FrameCommand | null): void {
  if (command?.type === "edgewright:back") history.back();
  else if (command?.type === "edgewright:reload") location.reload();
  else if (command?.type === "edgewright:go" && typeof command.path === "string" && command.path.startsWith("/")) {
    const target = new URL(location.origin + command.path);
    history.pushState(null, "", target.pathname + target.search + target.hash);
    // Routers listen for moves in the history, which pushState alone does not tell.
    window.dispatchEvent(new PopStateEvent("popstate", { state: null }));
  }
}

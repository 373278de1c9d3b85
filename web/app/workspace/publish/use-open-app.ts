/** Opens the app in a window of its own, signed in there as who is signed in here. */
import type { PreviewLink } from "@edgewright/contracts";
import { call } from "../../api/browser.ts";
import { toast } from "../../components/toast.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

export function useOpenApp(channel: "current" | "published"): () => Promise<void> {
  const { project } = useWorkspace();
  return async () => {
    // In the press itself: later, browsers open no window.
    const opened = window.open("", "_blank");
    const link = await call<PreviewLink>("POST", projectPath(project, "/previews"), { body: { channel } });
    if (link.ok && opened) opened.location.href = link.value.url;
    else opened?.close();
    if (!link.ok) toast.failure(link.error);
  };
}

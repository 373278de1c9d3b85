/** Right side of the header: who else may see the app, and the app in a window of its own. */
import type { PreviewLink } from "@edgewright/contracts";
import { ExternalLink, Share2 } from "lucide-react";
import { lazy, useState } from "react";
import { call } from "../../api/browser.ts";
import { Button } from "../../components/Button.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { toast } from "../../components/toast.ts";
import { WhenOpen } from "../../components/WhenOpen.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

const ShareDialog = lazy(() => import("./ShareDialog.tsx"));

export function HeaderActions() {
  const { project } = useWorkspace();
  const notAllowed = useWhyNot("preview.share");
  const live = useLiveVersion();
  const [sharing, setSharing] = useState(false);
  const reason = live === null && "Nothing is live yet.";
  const open = async () => {
    const opened = window.open("", "_blank");
    const link = await call<PreviewLink>("POST", projectPath(project, "/previews"), { body: { channel: "current" } });
    if (link.ok && opened) opened.location.href = link.value.url;
    else opened?.close();
    if (!link.ok) toast.failure(link.error);
  };
  return (
    <>
      <IconButton label="Open the live app" disabledReason={reason} onClick={open} className="max-sm:hidden">
        <ExternalLink />
      </IconButton>
      <Button size="sm" disabledReason={notAllowed ?? reason} onClick={() => setSharing(true)}>
        <Share2 className="max-sm:hidden" />
        Share
      </Button>
      <WhenOpen open={sharing}>
        <ShareDialog open={sharing} onOpenChange={setSharing} />
      </WhenOpen>
    </>
  );
}

/** Right side of the header: the app in a window of its own, who else may see it, and publishing it. */
import { ExternalLink, Share2 } from "lucide-react";
import { lazy, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { WhenOpen } from "../../components/WhenOpen.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { PublishButton } from "../publish/PublishButton.tsx";
import { useOpenApp } from "../publish/use-open-app.ts";
import { useLiveVersion } from "../use-live-version.ts";

const ShareDialog = lazy(() => import("./ShareDialog.tsx"));

export function HeaderActions() {
  const notAllowed = useWhyNot("preview.share");
  const live = useLiveVersion();
  const [sharing, setSharing] = useState(false);
  const reason = live === null && "Nothing is live yet.";
  const open = useOpenApp("current");
  return (
    <>
      <IconButton label="Open the preview" disabledReason={reason} onClick={() => void open()} className="max-sm:hidden">
        <ExternalLink />
      </IconButton>
      <Button size="sm" disabledReason={notAllowed ?? reason} onClick={() => setSharing(true)}>
        <Share2 className="max-sm:hidden" />
        Share
      </Button>
      <PublishButton />
      <WhenOpen open={sharing}>
        <ShareDialog open={sharing} onOpenChange={setSharing} />
      </WhenOpen>
    </>
  );
}

/** In the header: opens what publishing would change. */
import { lazy, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { WhenOpen } from "../../components/WhenOpen.tsx";
import { useLiveVersion } from "../use-live-version.ts";

const PublishDialog = lazy(() => import("./PublishDialog.tsx"));

export function PublishButton() {
  const [open, setOpen] = useState(false);
  const none = useLiveVersion() === null && "There is no version to publish yet.";
  return (
    <>
      <Button size="sm" variant="primary" disabledReason={none} onClick={() => setOpen(true)}>
        Publish
      </Button>
      <WhenOpen open={open}>
        <PublishDialog open={open} onOpenChange={setOpen} />
      </WhenOpen>
    </>
  );
}

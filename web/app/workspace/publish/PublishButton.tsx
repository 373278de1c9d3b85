/** In the header: opens what publishing would change. */
import { lazy, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { WhenOpen } from "../../components/WhenOpen.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useLiveVersion } from "../use-live-version.ts";

const PublishDialog = lazy(() => import("./PublishDialog.tsx"));

export function PublishButton() {
  const [open, setOpen] = useState(false);
  // Who may not publish is shown what is published.
  const mayPublish = useWhyNot("deployment.create") === null;
  const none = useLiveVersion() === null && "There is no version to publish yet.";
  return (
    <>
      <Button size="sm" variant={mayPublish ? "primary" : "secondary"} disabledReason={none} onClick={() => setOpen(true)}>
        Publish
      </Button>
      <WhenOpen open={open}>
        <PublishDialog open={open} onOpenChange={setOpen} />
      </WhenOpen>
    </>
  );
}

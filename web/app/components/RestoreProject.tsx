/** On the page of a deleted project: brings it back. Its slug is the address's. */
import { useState } from "react";
import { Link, useParams } from "react-router";
import type { ApiFailure } from "../api/answer.ts";
import { call } from "../api/browser.ts";
import { useWhyNot } from "../permissions/use-why-not.ts";
import { Button, buttonClass } from "./Button.tsx";
import { FailureCard } from "./FailureCard.tsx";

export function RestoreProject() {
  const { slug } = useParams();
  const notRestore = useWhyNot("project.undelete");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const restore = async () => {
    setBusy(true);
    const answer = await call("POST", `/api/projects/${slug}/undelete`, { body: {} });
    if (answer.ok) return window.location.reload();
    setFailure(answer.error);
    setBusy(false);
  };
  return (
    <>
      {notRestore && <p className="mb-5 text-muted">{notRestore}</p>}
      <div className="flex gap-2">
        <Button variant="primary" busy={busy} disabledReason={notRestore} onClick={() => void restore()}>
          Restore it
        </Button>
        <Link to="/" className={buttonClass()}>
          Go to your projects
        </Link>
      </div>
      {failure && (
        <FailureCard title={failure.message} className="mt-4">
          {failure.next}
        </FailureCard>
      )}
    </>
  );
}

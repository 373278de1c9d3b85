/** On the page of a deleted project: brings it back. Its slug is the address's. */
import { useState } from "react";
import { Link, useParams } from "react-router";
import { z } from "zod";
import type { ApiFailure } from "../api/answer.ts";
import { call } from "../api/browser.ts";
import { useMe } from "../session.ts";
import { Button, buttonClass } from "./Button.tsx";
import { FailureCard } from "./FailureCard.tsx";

export function RestoreProject() {
  const { slug } = useParams();
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const mayRestore = slug !== undefined && (me?.organization.role ?? "viewer") !== "viewer";
  const restore = async () => {
    setBusy(true);
    const answer = await call("POST", `/api/projects/${slug}/undelete`, z.unknown(), { body: {} });
    if (answer.ok) return window.location.reload();
    setFailure(answer.failure);
    setBusy(false);
  };
  return (
    <>
      {!mayRestore && <p className="mb-5 text-muted">An editor of the organization can restore it.</p>}
      <div className="flex gap-2">
        {mayRestore && (
          <Button variant="primary" busy={busy} onClick={() => void restore()}>
            Restore it
          </Button>
        )}
        <Link to="/" className={buttonClass()}>
          Go to your projects
        </Link>
      </div>
      {failure && (
        <FailureCard title={failure.detail} className="mt-4">
          {failure.next}
        </FailureCard>
      )}
    </>
  );
}

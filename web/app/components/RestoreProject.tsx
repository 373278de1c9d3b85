/** On the page of a deleted project: brings it back. Its slug is the address's. */
import { Link, useParams } from "react-router";
import { call } from "../api/browser.ts";
import { loadAnew } from "../api/leave.ts";
import { useAction } from "../api/use-action.ts";
import { useWhyNot } from "../permissions/use-why-not.ts";
import { ApiFailureCard } from "./ApiFailureCard.tsx";
import { Button, buttonClass } from "./Button.tsx";

export function RestoreProject() {
  const { slug } = useParams();
  const notRestore = useWhyNot("project.undelete");
  const {
    busy,
    failure,
    run: restore,
  } = useAction(async () => {
    const answer = await call("POST", `/api/projects/${slug}/undelete`, { body: {} });
    return answer.ok ? loadAnew() : answer.error;
  });
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
      {failure && <ApiFailureCard failure={failure} className="mt-4" />}
    </>
  );
}

/** What is live runs with the variables it was published with; the press that gives it the present ones. */
import type { Deployment, Variables } from "@edgewright/contracts";
import { useState } from "react";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { Button } from "../../components/Button.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { Progress } from "../publish/Progress.tsx";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

type Props = { live: NonNullable<Variables["live"]>; onPublished: () => void };

export function PublishAgain({ live: { version, changed }, onPublished }: Props) {
  const { project, refresh } = useWorkspace();
  const notAllowed = useWhyNot("deployment.create");
  const [begun, setBegun] = useState<Deployment | null>(null);
  const { busy, failure, run } = useAction(async () => {
    const made = await call<Deployment>("POST", projectPath(project, "/deployments"), { body: { version } });
    if (!made.ok) return made.error;
    setBegun(made.value);
    return null;
  });
  const ended = () => {
    onPublished();
    refresh();
  };
  if (begun) return <Progress key={begun.id} begun={begun} onEnded={ended} onAgain={() => setBegun(null)} />;
  if (changed.length === 0) return <p className="text-sm text-muted">v{version} is published and runs with these.</p>;
  return (
    <section className="space-y-2 rounded-control bg-warning-soft px-3 py-2.5">
      <p>
        v{version} is published and runs without the change of <span className="font-mono text-sm break-all">{changed.join(", ")}</span>.
        Publish again to use it.
      </p>
      <FailureNote failure={failure} />
      <Button size="sm" busy={busy} disabledReason={notAllowed} onClick={() => void run()}>
        Publish v{version} again
      </Button>
    </section>
  );
}

/** By which whoever is called knows that it was the app: shown when it is asked for, to be put in over there. */
import type { SigningSecret as Secret } from "@edgewright/contracts";
import { useState } from "react";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { Button } from "../../components/Button.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

export function SigningSecret() {
  const { project } = useWorkspace();
  const notAllowed = useWhyNot("automation.update");
  const [secret, setSecret] = useState<string | null>(null);
  const show = useAction(
    async () => {
      const answer = await call<Secret>("GET", projectPath(project, "/automations/signing-secret?environment=production"));
      if (!answer.ok) return answer.error;
      setSecret(answer.value.secret);
      return null;
    },
    { raises: true },
  );
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2 text-sm text-muted">
      <span className="flex-1 basis-64">The published app's calls are signed as Standard Webhooks has it, with the app's own secret.</span>
      {secret === null ? (
        <Button size="sm" busy={show.busy} disabledReason={notAllowed} onClick={() => void show.run()}>
          Show the secret
        </Button>
      ) : (
        <CopyButton size="sm" text={secret} label="Copy the secret" />
      )}
    </div>
  );
}

/** Which accounts on GitHub the organization is connected to, with their rights and their health. */
import type { GitHubConnection, GitHubConnectStart, GitHubInstallation } from "@edgewright/contracts";
import { Plus } from "lucide-react";
import { useState } from "react";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { useChange } from "../../api/use-change.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { ListHead } from "../ListHead.tsx";

interface GitHubSettingsProps {
  path: string;
  organization: string;
  connection: GitHubConnection;
}

export function GitHubSettings({ path, organization, connection }: GitHubSettingsProps) {
  const { configured, lacks, installations } = connection;
  const connect = configured && <ConnectButton path={path} />;
  return (
    <section data-wide>
      <ListHead
        title="GitHub"
        description={`Projects of ${organization} can have a repository in these accounts: versions go there as commits, and commits come back as versions.`}
        action={installations.length > 0 && connect}
      />
      {installations.length === 0 ? (
        <div className="rounded-card border border-dashed border-border-strong">
          {configured ? (
            <EmptyState title="No account connected yet" action={connect}>
              On GitHub you choose an account and which of its repositories Edgewright sees.
            </EmptyState>
          ) : (
            <NotConfigured lacks={lacks} />
          )}
        </div>
      ) : (
        <ul aria-label="Accounts on GitHub" className="space-y-4">
          {installations.map((installation) => (
            <Installation key={installation.id} path={path} installation={installation} organization={organization} />
          ))}
        </ul>
      )}
    </section>
  );
}

const NotConfigured = ({ lacks }: { lacks: string[] }) => (
  <EmptyState title="This platform has no GitHub App yet">
    Whoever runs it makes one on GitHub, once, as docs/github.md says, and sets these variables:
    <span className="mt-3 flex flex-col items-center gap-1 font-mono text-xs text-text">
      {lacks.map((name) => (
        <span key={name}>{name}</span>
      ))}
    </span>
  </EmptyState>
);

function ConnectButton({ path }: { path: string }) {
  const notAllowed = useWhyNot("github.connect");
  const { busy, run } = useAction(
    async () => {
      const start = await call<GitHubConnectStart>("POST", `${path}/connect`, { body: {} });
      if (!start.ok) return start.error;
      window.location.assign(start.value.url);
      return null;
    },
    { raises: true, lasts: true },
  );
  return (
    <Button variant="primary" busy={busy} disabledReason={notAllowed} onClick={() => void run()}>
      <Plus aria-hidden="true" />
      Connect GitHub
    </Button>
  );
}

const STATES = { active: "success", suspended: "warning", removed: "danger" } as const;

interface InstallationProps {
  path: string;
  organization: string;
  installation: GitHubInstallation;
}

function Installation({ path, organization, installation }: InstallationProps) {
  const { id, account, accountType, status, selection, lacks, settingsUrl } = installation;
  const notAllowed = useWhyNot("github.connect");
  const [removing, setRemoving] = useState(false);
  const change = useChange();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-border px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 truncate font-medium">{account}</span>
          <Badge tone={STATES[status]}>{status}</Badge>
        </p>
        <p className="text-sm text-muted">
          {accountType === "Organization" ? "An organization on GitHub" : "A person's account"},{" "}
          {selection === "all" ? "all repositories" : "chosen repositories"}
          {lacks.length > 0 && `. It lacks the right to ${lacks.join(", ")}`}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-2">
        <a href={settingsUrl} target="_blank" rel="noreferrer" className="text-muted underline-offset-4 hover:text-text hover:underline">
          Repositories on GitHub
        </a>
        <Button variant="ghost" disabledReason={notAllowed} aria-label={`Disconnect ${account}`} onClick={() => setRemoving(true)}>
          Disconnect
        </Button>
      </div>
      <ConfirmDialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={`Disconnect ${account}?`}
        description={`Projects of ${organization} that have a repository there stop being synced. Nothing is deleted on either side, and the App stays installed on GitHub.`}
        action="Disconnect"
        onConfirm={() => change({ method: "DELETE", path: `${path}/installations/${id}`, done: `${account} disconnected` })}
      />
    </li>
  );
}

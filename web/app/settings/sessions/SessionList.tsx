/** Where the account is signed in, each of which can be ended. */
import type { SignedInSession } from "@edgewright/contracts";
import { Laptop, Smartphone } from "lucide-react";
import { useAction } from "../../api/use-action.ts";
import { useChange } from "../../api/use-change.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";

export function SessionList({ sessions }: { sessions: SignedInSession[] }) {
  const change = useChange();
  const end = ({ id, device }: SignedInSession) =>
    change({ method: "DELETE", path: `/api/me/sessions/${id}`, done: `Signed out: ${device}` });
  const { running, run } = useAction(end, { raises: true });
  return (
    <ul className="divide-y divide-border rounded-card border border-border" aria-label="Sessions">
      {sessions.map((session) => (
        <li key={session.id} className="flex items-center gap-3 py-2.5 pr-2.5 pl-3">
          <DeviceIcon device={session.device} />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2 font-medium">
              {session.device}
              {session.current && <Badge tone="success">This one</Badge>}
            </p>
            <p className="text-sm text-muted">
              {[session.place, session.ip].filter(Boolean).join(" · ")}
              {(session.place ?? session.ip) && " · "}
              {session.current ? (
                <>
                  signed in <RelativeTime at={session.createdAt} />
                </>
              ) : (
                <>
                  last used <RelativeTime at={session.lastUsedAt} />
                </>
              )}
            </p>
          </div>
          {!session.current && (
            <Button
              size="sm"
              variant="danger"
              aria-label={`Sign out ${session.device}`}
              busy={running?.[0].id === session.id}
              onClick={() => void run(session)}
            >
              Sign out
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

const DeviceIcon = ({ device }: { device: string }) => {
  const Icon = /Android|iOS|iPhone|iPad/.test(device) ? Smartphone : Laptop;
  return <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />;
};

/** API tokens as rows, each of which can be revoked. */
import type { ApiToken } from "@edgewright/contracts";
import { useState } from "react";
import { useChange } from "../../api/use-change.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { plainDate } from "../../components/time.ts";
import { ROLE_TEXTS, scopesText } from "./scope-texts.ts";

interface TokenListProps {
  path: string;
  tokens: ApiToken[];
  /** Why none can be revoked by this person. */
  locked: string | null;
  /** An organization's list says who made each. */
  showAuthor: boolean;
}

export function TokenList({ path, tokens, locked, showAuthor }: TokenListProps) {
  const [revoking, setRevoking] = useState<ApiToken | null>(null);
  const change = useChange();
  return (
    <>
      <ul className="divide-y divide-border rounded-card border border-border" aria-label="API tokens">
        {tokens.map((token) => (
          <li key={token.id} className="flex items-start gap-3 py-2.5 pr-2.5 pl-3">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 font-medium">
                <span className="min-w-0 truncate">{token.name}</span>
                <code className="font-mono text-xs font-normal text-muted">{token.start}…</code>
                <Ending at={token.expiresAt} />
              </p>
              <p className="text-sm text-muted">
                {scopesText(token.scopes)} · at most {ROLE_TEXTS[token.role].label.toLowerCase()}
              </p>
              <p className="text-sm text-muted">
                {token.lastUsedAt ? (
                  <>
                    Last used <RelativeTime at={token.lastUsedAt} />
                  </>
                ) : (
                  "Never used"
                )}{" "}
                · made <RelativeTime at={token.createdAt} />
                {showAuthor && ` by ${token.createdBy}`}
              </p>
            </div>
            <Button
              size="sm"
              variant="danger"
              disabledReason={locked}
              aria-label={`Revoke ${token.name}`}
              onClick={() => setRevoking(token)}
            >
              Revoke
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={revoking !== null}
        onClose={() => setRevoking(null)}
        title={`Revoke “${revoking?.name ?? ""}”?`}
        description="Whatever uses it stops working at once. It cannot be brought back."
        action="Revoke token"
        onConfirm={() => change({ method: "DELETE", path: `${path}/${revoking?.id}`, done: "Token revoked" })}
      />
    </>
  );
}

function Ending({ at }: { at: string | null }) {
  if (at === null) return <Badge>Never ends</Badge>;
  const ends = new Date(at);
  return ends.getTime() < Date.now() ? <Badge tone="danger">Ended</Badge> : <Badge>Until {plainDate(ends)}</Badge>;
}

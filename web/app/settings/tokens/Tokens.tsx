/** API tokens: the list and the way to a new one. A person's own at /settings/personal-tokens, an organization's at /settings/tokens. */
import type { ApiToken, Role } from "@edgewright/contracts";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useRevalidator } from "react-router";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { NewToken } from "./NewToken.tsx";
import { TokenList } from "./TokenList.tsx";

interface TokensProps {
  /** `/api/me/tokens`, or `/api/orgs/:org/tokens`. */
  path: string;
  title: string;
  description: ReactNode;
  tokens: ApiToken[];
  /** The highest role a new one can be given. */
  highest: Role;
  /** Why this person can neither make nor revoke one. */
  locked?: string | null;
  showAuthor?: boolean;
}

export function Tokens({ path, title, description, tokens, highest, locked = null, showAuthor = false }: TokensProps) {
  const [making, setMaking] = useState(false);
  const { revalidate } = useRevalidator();
  const make = (
    <Button variant="primary" disabledReason={locked} onClick={() => setMaking(true)}>
      <Plus aria-hidden="true" />
      New token
    </Button>
  );
  return (
    <section>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="font-semibold">{title}</h2>
          <p className="mt-0.5 text-muted">{description}</p>
        </div>
        {tokens.length > 0 && make}
      </div>
      <div className="mt-4">
        {tokens.length === 0 ? (
          <div className="rounded-card border border-dashed border-border-strong">
            <EmptyState title="No tokens yet" action={make}>
              With a token, a script or another service can use the API. You choose what it may do, and for how long.
            </EmptyState>
          </div>
        ) : (
          <TokenList path={path} tokens={tokens} locked={locked} showAuthor={showAuthor} />
        )}
      </div>
      <NewToken path={path} role={highest} open={making} onOpenChange={setMaking} onCreated={() => void revalidate()} />
    </section>
  );
}

/** Settings: where the account is signed in. */
import type { SignedInSessionList } from "@edgewright/contracts";
import { useState } from "react";
import { load, requireMe } from "../api/load.server.ts";
import { useChange } from "../api/use-change.ts";
import { Button } from "../components/Button.tsx";
import { ConfirmDialog } from "../components/ConfirmDialog.tsx";
import { SettingsCard } from "../settings/SettingsCard.tsx";
import { SessionList } from "../settings/sessions/SessionList.tsx";
import type { Route } from "./+types/settings.sessions.ts";

export const meta: Route.MetaFunction = () => [{ title: "Sessions · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const [, { items }] = await Promise.all([requireMe(args), load<SignedInSessionList>(args, "/api/me/sessions")]);
  return { sessions: items };
}

export default function SessionsRoute({ loaderData: { sessions } }: Route.ComponentProps) {
  const change = useChange();
  const [asking, setAsking] = useState(false);
  const others = sessions.length - 1;
  return (
    <>
      <SettingsCard
        title="Sessions"
        description="Where you are signed in. End what you do not know, then change your password."
        aside={
          <Button variant="danger" disabledReason={others < 1 && "You are signed in nowhere else."} onClick={() => setAsking(true)}>
            Sign out everywhere else
          </Button>
        }
      >
        <SessionList sessions={sessions} />
      </SettingsCard>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Sign out everywhere else?"
        description={`${others === 1 ? "The other session ends" : `All ${others} other sessions end`} at once. You stay signed in here.`}
        action="Sign out everywhere else"
        onConfirm={() => change({ method: "DELETE", path: "/api/me/sessions", done: "Signed out everywhere else" })}
      />
    </>
  );
}

/** Settings, Security: accounts elsewhere with which one can sign in here. The last account is never let go. */
import type { SignInMethods } from "@edgewright/contracts";
import { useState } from "react";
import { goToGoogle } from "../../account/auth-calls.ts";
import { GoogleMark } from "../../account/GoogleMark.tsx";
import { useAction } from "../../api/use-action.ts";
import { useChange } from "../../api/use-change.ts";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { SettingsCard } from "../SettingsCard.tsx";

const PAGE = "/settings/security";

interface ConnectedSectionProps {
  methods: SignInMethods;
  /** This installation has sign-in with Google. */
  offered: boolean;
}

export function ConnectedSection({ methods: { google, password }, offered }: ConnectedSectionProps) {
  const connect = useAction(() => goToGoogle("link", PAGE, PAGE));
  const [removing, setRemoving] = useState<string | null>(null);
  const change = useChange();
  if (!offered && google.length === 0) return null;
  const onlyOne = !password && google.length === 1;
  return (
    <>
      <SettingsCard
        title="Connected accounts"
        description="Sign in with an account that you have elsewhere."
        failure={connect.failure}
        aside={
          offered &&
          google.length === 0 && (
            <Button busy={connect.busy} onClick={() => void connect.run()}>
              <GoogleMark />
              Connect Google
            </Button>
          )
        }
      >
        {google.length > 0 && (
          <ul className="divide-y divide-border rounded-card border border-border" aria-label="Connected accounts">
            {google.map(({ accountId, linkedAt }) => (
              <li key={accountId} className="flex items-center gap-3 py-2 pr-2 pl-3 [&_svg]:size-4">
                <GoogleMark />
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">Google</span>
                  <span className="block text-sm text-muted">
                    Connected <RelativeTime at={linkedAt} />
                  </span>
                </span>
                <Button
                  size="sm"
                  variant="danger"
                  disabledReason={onlyOne && "It is your way in. Set a password first."}
                  onClick={() => setRemoving(accountId)}
                >
                  Disconnect
                </Button>
              </li>
            ))}
          </ul>
        )}
      </SettingsCard>
      <ConfirmDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title="Disconnect Google?"
        description="You cannot sign in with it any more. Your other ways in stay."
        action="Disconnect"
        onConfirm={() => change({ path: "/api/auth/unlink-account", body: { accountId: removing }, done: "Google disconnected" })}
      />
    </>
  );
}

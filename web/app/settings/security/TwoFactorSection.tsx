/** Settings, Security: two-factor sign-in. On, off, and new recovery codes, each step in a dialog of its own. */
import { useState } from "react";
import { useRevalidator } from "react-router";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { toast } from "../../components/toast.ts";
import { SettingsCard } from "../SettingsCard.tsx";
import { AuthenticatorSetup } from "./AuthenticatorSetup.tsx";
import { PasswordDialog } from "./PasswordDialog.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";

type Setup = { totpURI: string; backupCodes: string[] };
type Codes = Pick<Setup, "backupCodes">;

/** `verify`: the app has the secret, and shows by a code that it does. */
type Step = { at: "enable" | "disable" | "new-codes" } | { at: "verify"; setup: Setup } | { at: "codes"; codes: string[] };

interface TwoFactorSectionProps {
  enabled: boolean;
  hasPassword: boolean;
}

export function TwoFactorSection({ enabled, hasPassword }: TwoFactorSectionProps) {
  const [step, setStep] = useState<Step | null>(null);
  return (
    <>
      <SettingsCard
        title={
          <>
            Two-factor sign-in{" "}
            <Badge tone={enabled ? "success" : "neutral"} className="ml-1.5 align-[2px]">
              {enabled ? "On" : "Off"}
            </Badge>
          </>
        }
        description={
          enabled
            ? "However you sign in, but with a passkey, a code of your authenticator app is asked for."
            : "When you sign in, a code of an app on your phone is asked for as well. A stolen password is then not enough."
        }
        aside={
          enabled ? (
            <>
              <Button onClick={() => setStep({ at: "new-codes" })}>New recovery codes</Button>
              <Button variant="danger" onClick={() => setStep({ at: "disable" })}>
                Turn off
              </Button>
            </>
          ) : (
            <Button variant="primary" onClick={() => setStep({ at: "enable" })}>
              Turn on
            </Button>
          )
        }
      />
      <Steps step={step} onStep={setStep} hasPassword={hasPassword} />
    </>
  );
}

interface StepsProps {
  step: Step | null;
  onStep: (step: Step | null) => void;
  hasPassword: boolean;
}

function Steps({ step, onStep, hasPassword }: StepsProps) {
  const { revalidate } = useRevalidator();
  const close = () => onStep(null);
  const enable = async (password: string | undefined): Promise<ApiFailure | null> => {
    const answer = await call<Setup>("POST", "/api/auth/two-factor/enable", { body: { password } });
    if (!answer.ok) return answer.error;
    onStep({ at: "verify", setup: answer.value });
    return null;
  };
  const disable = async (password: string | undefined) => {
    const answer = await call("POST", "/api/auth/two-factor/disable", { body: { password } });
    if (!answer.ok) return answer.error;
    await revalidate();
    close();
    toast.success("Two-factor sign-in is off");
    return null;
  };
  const renew = async (password: string | undefined) => {
    const answer = await call<Codes>("POST", "/api/auth/two-factor/generate-backup-codes", { body: { password } });
    if (!answer.ok) return answer.error;
    onStep({ at: "codes", codes: answer.value.backupCodes });
    return null;
  };
  switch (step?.at) {
    case "enable":
      return (
        <PasswordDialog
          title="Turn on two-factor sign-in"
          description="You need an authenticator app, such as Aegis, 1Password or Google Authenticator."
          action="Go on"
          hasPassword={hasPassword}
          onClose={close}
          onConfirm={enable}
        />
      );
    case "verify":
      return (
        <AuthenticatorSetup
          uri={step.setup.totpURI}
          onClose={close}
          onVerified={() => {
            onStep({ at: "codes", codes: step.setup.backupCodes });
            void revalidate();
          }}
        />
      );
    case "codes":
      return <RecoveryCodes codes={step.codes} onKept={close} />;
    case "disable":
      return (
        <PasswordDialog
          title="Turn off two-factor sign-in?"
          description="Your password, or a link in your mail, is enough then. The app's entry and the recovery codes stop working."
          action="Turn off"
          danger
          hasPassword={hasPassword}
          onClose={close}
          onConfirm={disable}
        />
      );
    case "new-codes":
      return (
        <PasswordDialog
          title="New recovery codes"
          description="The ones you have stop working."
          action="Make new codes"
          hasPassword={hasPassword}
          onClose={close}
          onConfirm={renew}
        />
      );
    default:
      return null;
  }
}

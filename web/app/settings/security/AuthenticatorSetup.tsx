/** Hands the secret to an authenticator app, as a picture to scan or as text to type, and has it prove that it works. */
import { useMemo } from "react";
import { encode } from "uqr";
import { sendSecondFactor } from "../../account/auth-calls.ts";
import { AuthenticatorCode } from "../../account/schemas.ts";
import { CodeInput } from "../../components/CodeInput.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { DialogForm } from "../../forms/FormDialog.tsx";

interface AuthenticatorSetupProps {
  /** `otpauth://totp/…` */
  uri: string;
  onClose: () => void;
  onVerified: () => void;
}

export function AuthenticatorSetup({ uri, onClose, onVerified }: AuthenticatorSetupProps) {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  const verify = async ({ code }: { code: string }) => {
    const failure = await sendSecondFactor("code", code.replaceAll(/\s/g, ""), false);
    if (!failure) onVerified();
    return failure;
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Scan this with your authenticator app" size="tall">
      <QrCode text={uri} />
      <details className="mt-3 mb-4 text-sm">
        <summary className="w-fit rounded-control text-muted hover:text-text">Cannot scan it? Type this key instead</summary>
        <div className="mt-2 flex items-center gap-2">
          <code className="min-w-0 flex-1 font-mono break-all" data-testid="secret">
            {grouped(secret)}
          </code>
          <CopyButton size="sm" text={secret} />
        </div>
      </details>
      <DialogForm schema={AuthenticatorCode} initial={{ code: "" }} submit={verify} action="Turn on" onCancel={onClose}>
        {({ errorOf, bind }) => (
          <Field label="The six digits it shows now" error={errorOf("code")}>
            <CodeInput autoFocus {...bind("code")} />
          </Field>
        )}
      </DialogForm>
    </Dialog>
  );
}

/** Dark on white in either theme: many apps read no other. */
function QrCode({ text }: { text: string }) {
  const { size, path } = useMemo(() => {
    const { size, data } = encode(text, { ecc: "M", border: 2 });
    const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: cells.join("") };
  }, [text]);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="QR code of the key"
      shapeRendering="crispEdges"
      className="mx-auto size-48 rounded-card"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}

const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? secret;

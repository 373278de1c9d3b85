/** Settings, Security: passkeys, with which one signs in by fingerprint, face or a key. */
import type { SignInMethods } from "@edgewright/contracts";
import { KeyRound, Pencil, Plus, X } from "lucide-react";
import { useState } from "react";
import { useRevalidator } from "react-router";
import { makePasskey } from "../../account/passkey.ts";
import { useChange } from "../../api/use-change.ts";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { toast } from "../../components/toast.ts";
import { NameDialog } from "../../forms/NameDialog.tsx";
import { SettingsCard } from "../SettingsCard.tsx";

type Passkey = SignInMethods["passkeys"][number];

export function PasskeySection({ passkeys }: { passkeys: Passkey[] }) {
  const [naming, setNaming] = useState<Passkey | "new" | null>(null);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  const change = useChange();
  const { revalidate } = useRevalidator();
  const add = async (name: string) => {
    const failure = await makePasskey(name);
    if (failure) return failure;
    await revalidate();
    toast.success("Passkey added");
    return null;
  };
  return (
    <>
      <SettingsCard
        title="Passkeys"
        description="Sign in with your fingerprint, your face or a key, and no password. A passkey works only here, so nobody can be tricked out of it."
        aside={
          <Button onClick={() => setNaming("new")}>
            <Plus aria-hidden="true" />
            Add a passkey
          </Button>
        }
      >
        {passkeys.length > 0 && (
          <ul className="divide-y divide-border rounded-card border border-border" aria-label="Passkeys">
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} onRename={() => setNaming(passkey)} onRemove={() => setRemoving(passkey)} />
            ))}
          </ul>
        )}
      </SettingsCard>
      {naming !== null && (
        <NameDialog
          title={naming === "new" ? "Add a passkey" : "Rename passkey"}
          description={naming === "new" ? "Name it by where it is kept, such as “Work laptop”. Then your browser asks." : undefined}
          action={naming === "new" ? "Go on" : "Rename"}
          name={naming === "new" ? "" : naming.name}
          onClose={() => setNaming(null)}
          onName={(name) =>
            naming === "new" ? add(name) : change({ path: "/api/auth/passkey/update-passkey", body: { id: naming.id, name } })
          }
        />
      )}
      <ConfirmDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={`Remove “${removing?.name ?? ""}”?`}
        description="It lets nobody in any more. Delete it on the device as well."
        action="Remove passkey"
        onConfirm={() => change({ path: "/api/auth/passkey/delete-passkey", body: { id: removing?.id }, done: "Passkey removed" })}
      />
    </>
  );
}

interface PasskeyRowProps {
  passkey: Passkey;
  onRename: () => void;
  onRemove: () => void;
}

const PasskeyRow = ({ passkey, onRename, onRemove }: PasskeyRowProps) => (
  <li className="flex items-center gap-1 py-1.5 pr-1.5 pl-3">
    <KeyRound aria-hidden="true" className="mr-2 size-4 shrink-0 text-muted" />
    <span className="min-w-0 flex-1">
      <span className="block truncate font-medium">{passkey.name}</span>
      {passkey.createdAt && (
        <span className="block text-sm text-muted">
          Added <RelativeTime at={passkey.createdAt} />
        </span>
      )}
    </span>
    <IconButton size="icon-sm" label={`Rename ${passkey.name}`} onClick={onRename}>
      <Pencil />
    </IconButton>
    <IconButton size="icon-sm" label={`Remove ${passkey.name}`} onClick={onRemove}>
      <X />
    </IconButton>
  </li>
);

/** One open invite: to whom, as what, by whom, until when. */
import type { Invite, ResentInvite } from "@edgewright/contracts";
import { Link2, Mail } from "lucide-react";
import { useState } from "react";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { toast } from "../../components/toast.ts";
import { ROLE_NAMES } from "../../organizations/role-texts.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { LinkOnce } from "./LinkOnce.tsx";

interface InviteRowProps {
  path: string;
  invite: Invite;
  onChanged: (invite: Invite) => void;
  onRevoked: () => void;
}

export function InviteRow({ path, invite, onChanged, onRevoked }: InviteRowProps) {
  const notResend = useWhyNot("invite.resend");
  const notRevoke = useWhyNot("invite.revoke");
  const { resend, revoke, link } = useInvite({ path, invite, onChanged, onRevoked });
  const { email, role, invitedBy, expiresAt, expired, uses } = invite;
  const Icon = email === null ? Link2 : Mail;
  const name = email ?? "the link";
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-72 items-start gap-3">
          <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
              <span className="min-w-0 truncate font-medium">{email ?? "Anyone with the link"}</span>
              <Badge>{ROLE_NAMES[role].toLowerCase()}</Badge>
              {expired && <Badge tone="warning">expired</Badge>}
            </p>
            <p className="text-sm text-muted">
              By {invitedBy} · {expired ? "ended" : "ends"} <RelativeTime at={expiresAt} />
              {email === null && ` · ${uses === 0 ? "nobody" : uses} joined by it`}
            </p>
          </div>
        </div>
        <div className="flex shrink-0 items-center gap-2 max-sm:pl-7">
          <Button
            size="sm"
            busy={resend.busy}
            disabledReason={notResend}
            aria-label={email === null ? "New link in place of this one" : `Send again to ${name}`}
            onClick={() => void resend.run()}
          >
            {email === null ? "New link" : "Send again"}
          </Button>
          <Button
            size="sm"
            variant="ghost"
            busy={revoke.busy}
            disabledReason={notRevoke}
            aria-label={`Revoke the invite of ${name}`}
            onClick={() => void revoke.run()}
          >
            Revoke
          </Button>
        </div>
      </div>
      {link && (
        <LinkOnce className="mt-2 sm:ml-7" says={link.says}>
          <CopyButton text={link.url} label="Copy link" />
        </LinkOnce>
      )}
    </li>
  );
}

function useInvite({ path, invite, onChanged, onRevoked }: InviteRowProps) {
  const [link, setLink] = useState<{ url: string; says: string } | null>(null);
  const resend = async () => {
    const sent = await call<ResentInvite>("POST", `${path}/${invite.id}/resend`, { body: {} });
    if (!sent.ok) return sent.error;
    const { mailed, link: url } = sent.value;
    onChanged(sent.value.invite);
    if (mailed) toast.success(`Sent again to ${invite.email}. The former link no longer works.`);
    setLink(mailed ? null : { url, says: invite.email === null ? NEW_LINK : NOT_MAILED });
    return null;
  };
  const revoke = async () => {
    const revoked = await call("DELETE", `${path}/${invite.id}`);
    if (!revoked.ok) return revoked.error;
    onRevoked();
    toast.success("The invite is taken back. Its link no longer works.");
    return null;
  };
  return { resend: useAction(resend, { raises: true }), revoke: useAction(revoke, { raises: true }), link };
}

const NEW_LINK = "A new link is made, and the former one no longer works. It is shown this once.";
const NOT_MAILED = "The mail could not be sent. Hand this link on yourself; it is shown this once.";

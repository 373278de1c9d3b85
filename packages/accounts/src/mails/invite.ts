/** Invites somebody to an organization. Sent by the invites' routes. */
import type { Role } from "@edgewright/contracts";
import type { Mail } from "../mail.ts";
import { composeMail } from "./layout.ts";
import { shownName, shownTime } from "./safe-text.ts";

export type Invitation = {
  /** The invited address. */
  to: string;
  /** Names, as people wrote them. */
  organization: string;
  invitedBy: string;
  role: Role;
  link: string;
  /** Milliseconds since 1970. */
  expires: number;
};

const MAY: Record<Role, string> = {
  admin: "an administrator, who may change everything",
  editor: "an editor, who may make and change apps",
  viewer: "a viewer, who may see everything and change nothing",
};

export const inviteMail = ({ to, organization, invitedBy, role, link, expires }: Invitation): Mail =>
  composeMail({
    kind: "invite",
    to,
    subject: `Join ${shownName(organization)} on Edgewright`,
    paragraphs: [
      `${shownName(invitedBy)} invites you to “${shownName(organization)}” on Edgewright, where teams make their own internal tools by describing them. You would be ${MAY[role]}.`,
      `The invitation holds until ${shownTime(expires)}.`,
    ],
    action: { label: "See the invitation", link },
    note: "If you do not know who this is from, leave this mail alone.",
  });

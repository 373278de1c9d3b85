/** Leads to where people are invited to the organization. */
import { UserPlus } from "lucide-react";
import { Link } from "react-router";
import { Button, type ButtonProps, buttonClass } from "../components/Button.tsx";
import { useWhyNot } from "../permissions/use-why-not.ts";

export function InvitePeople({ variant }: Pick<ButtonProps, "variant">) {
  const notAllowed = useWhyNot("invite.create");
  const content = (
    <>
      <UserPlus aria-hidden="true" />
      Invite people
    </>
  );
  if (notAllowed !== null)
    return (
      <Button variant={variant} disabledReason={notAllowed}>
        {content}
      </Button>
    );
  return (
    <Link to="/settings/invites?invite" className={buttonClass({ variant })}>
      {content}
    </Link>
  );
}

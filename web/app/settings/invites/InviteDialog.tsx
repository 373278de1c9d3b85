/** Invites people: by e-mail to a pasted list of addresses, or by a link. Then what became of each. */
import type { CreatedInvites } from "@edgewright/contracts";
import { useState } from "react";
import { Dialog } from "../../components/Dialog.tsx";
import { TabPanel, Tabs } from "../../components/Tabs.tsx";
import { ByEmail } from "./ByEmail.tsx";
import { ByLink } from "./ByLink.tsx";
import { InviteResults } from "./InviteResults.tsx";

interface InviteDialogProps {
  path: string;
  organization: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The list has more now. */
  onInvited: () => void;
}

export function InviteDialog({ path, organization, open, onOpenChange, onInvited }: InviteDialogProps) {
  const [by, setBy] = useState("email");
  const [created, setCreated] = useState<CreatedInvites | null>(null);
  const change = (next: boolean) => {
    onOpenChange(next);
    setCreated(null);
  };
  const invited = (result: CreatedInvites) => {
    setCreated(result);
    onInvited();
  };
  const shared = { path, onInvited: invited, onClose: () => change(false) };
  return (
    <Dialog open={open} onOpenChange={change} title={created ? "Invited" : `Invite people to ${organization}`} size="wide">
      {created ? (
        <InviteResults results={created.items} onMore={() => setCreated(null)} onClose={() => change(false)} />
      ) : (
        <Tabs
          label="How to invite"
          value={by}
          onChange={setBy}
          tabs={[
            { value: "email", label: "By e-mail" },
            { value: "link", label: "By link" },
          ]}
          className="[&>div:first-child]:-mx-2"
        >
          <TabPanel value="email" className="pt-4">
            <ByEmail {...shared} />
          </TabPanel>
          <TabPanel value="link" className="pt-4">
            <ByLink {...shared} />
          </TabPanel>
        </Tabs>
      )}
    </Dialog>
  );
}

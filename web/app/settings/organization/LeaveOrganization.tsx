/** Settings, General: the way out for oneself. */
import type { Organization } from "@edgewright/contracts";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { LeaveDialog } from "../../organizations/LeaveDialog.tsx";
import { SettingsCard } from "../SettingsCard.tsx";

const PERSONAL = "It was made with your account, and goes only with it.";

export function LeaveOrganization({ organization }: { organization: Organization }) {
  const [asking, setAsking] = useState(false);
  return (
    <SettingsCard
      title={`Leave ${organization.name}`}
      description={organization.personal ? PERSONAL : "You lose sight of its projects. Somebody has to invite you to come back."}
    >
      <div>
        <Button variant="danger" disabledReason={organization.personal && PERSONAL} onClick={() => setAsking(true)}>
          Leave
        </Button>
      </div>
      <LeaveDialog organization={organization} open={asking} onClose={() => setAsking(false)} />
    </SettingsCard>
  );
}

/** Settings, General: all that belongs to the organization, as one file. */
import type { Organization } from "@edgewright/contracts";
import { SettingsCard } from "../SettingsCard.tsx";
import { ExportButton } from "./ExportButton.tsx";

export const ExportOrganization = ({ organization }: { organization: Organization }) => (
  <SettingsCard title="Export" description="Its members, each project's code, rows and conversations, and the audit log, as one zip file.">
    <ExportButton organization={organization} />
  </SettingsCard>
);

/** Settings, General: all that belongs to the organization, as one file. */
import type { Organization } from "@edgewright/contracts";
import { Download } from "lucide-react";
import { Button } from "../../components/Button.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { SettingsSection } from "../SettingsSection.tsx";
import { sizeText } from "./size-text.ts";
import { useDownload } from "./use-download.ts";

export function ExportOrganization({ organization }: { organization: Organization }) {
  const notAllowed = useWhyNot("organization.export");
  const { start, stop, received, failure } = useDownload(`/api/orgs/${organization.id}/export`, `${organization.slug}.zip`);
  const underway = received !== null;
  return (
    <SettingsSection
      title="Export"
      description="Every project's code and data, the people, the settings and the audit log, as one zip file."
    >
      <div className="flex flex-wrap items-center gap-3">
        <Button busy={underway} disabledReason={notAllowed} onClick={() => void start()}>
          <Download aria-hidden="true" />
          Export {organization.name}
        </Button>
        {underway && (
          <>
            <p role="status" className="text-muted tabular-nums">
              {received === 0 ? "Putting it together" : `${sizeText(received)} so far`}
            </p>
            <Button variant="ghost" onClick={stop}>
              Stop
            </Button>
          </>
        )}
      </div>
      {failure && <FailureCard title={failure.detail}>{failure.next}</FailureCard>}
    </SettingsSection>
  );
}

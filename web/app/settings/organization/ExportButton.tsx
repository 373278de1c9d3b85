/** Downloads an organization, and says how far it is. For one that is deleted too, until it is gone for good. */
import type { Organization } from "@edgewright/contracts";
import { Download } from "lucide-react";
import { Button } from "../../components/Button.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { whyNot } from "../../permissions/reasons.ts";
import { sizeText } from "./size-text.ts";
import { useDownload } from "./use-download.ts";

export function ExportButton({ organization, small = false }: { organization: Organization; small?: boolean }) {
  const { id, name, slug, role } = organization;
  const { start, stop, received, failure } = useDownload(`/api/orgs/${id}/export`, `${slug}.zip`);
  const size = small ? "sm" : "md";
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        {received !== null && (
          <>
            <p role="status" className="text-muted tabular-nums">
              {received === 0 ? "Putting it together" : `${sizeText(received)} so far`}
            </p>
            <Button size={size} variant="ghost" onClick={stop}>
              Stop
            </Button>
          </>
        )}
        <Button
          size={size}
          busy={received !== null}
          disabledReason={whyNot(role, "organization.export")}
          onClick={() => void start()}
          className="-order-1"
        >
          <Download aria-hidden="true" />
          {small ? "Export" : `Export ${name}`}
        </Button>
      </div>
      {failure && (
        <FailureCard title={failure.message} className="basis-full">
          {failure.next}
        </FailureCard>
      )}
    </>
  );
}

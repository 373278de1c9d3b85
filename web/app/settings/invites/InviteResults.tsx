/** What became of each address, or the link that was made. */
import type { CreatedInvites } from "@edgewright/contracts";
import { CircleCheck, CircleMinus, TriangleAlert } from "lucide-react";
import { Button } from "../../components/Button.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { cn } from "../../components/cn.ts";
import { DialogActions } from "../../components/Dialog.tsx";
import { Input } from "../../components/Input.tsx";

type Result = CreatedInvites["items"][number];

const OUTCOMES: Record<Result["outcome"], { says: string; Icon: typeof CircleCheck; tone: string }> = {
  invited: { says: "Invited", Icon: CircleCheck, tone: "text-success" },
  resent: { says: "Was invited already, and got a new mail; the former link no longer works", Icon: CircleCheck, tone: "text-success" },
  already_member: { says: "Is a member already", Icon: CircleMinus, tone: "text-muted" },
  yourself: { says: "That is you", Icon: CircleMinus, tone: "text-muted" },
  not_an_address: { says: "Not an address", Icon: TriangleAlert, tone: "text-warning" },
  mail_failed: { says: "Invited, but the mail could not be sent: hand the link on yourself", Icon: TriangleAlert, tone: "text-warning" },
};

interface InviteResultsProps {
  results: Result[];
  onMore: () => void;
  onClose: () => void;
}

export function InviteResults({ results, onMore, onClose }: InviteResultsProps) {
  const [only] = results;
  return (
    <>
      {only?.address === null && only.link !== null ? (
        <Link url={only.link} />
      ) : (
        <ul aria-label="What became of each address" className="divide-y divide-border border-y border-border">
          {results.map((result, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an address may have been pasted twice, and the list never changes
            <Line key={index} result={result} />
          ))}
        </ul>
      )}
      <DialogActions>
        <Button onClick={onMore}>Invite more</Button>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </>
  );
}

const Link = ({ url }: { url: string }) => (
  <>
    <p>Anyone with this link can join. It is shown this once and never again.</p>
    <div className="mt-3 flex gap-2">
      <Input
        readOnly
        value={url}
        aria-label="Invite link"
        onFocus={(event) => event.currentTarget.select()}
        className="font-mono text-sm"
      />
      <CopyButton text={url} />
    </div>
  </>
);

function Line({ result: { address, outcome, link } }: { result: Result }) {
  const { says, Icon, tone } = OUTCOMES[outcome];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2">
      <Icon aria-hidden="true" className={cn("size-4 shrink-0", tone)} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate font-medium">{address}</p>
        <p className="text-sm text-muted">{says}</p>
      </div>
      {link !== null && <CopyButton size="sm" text={link} label="Copy link" />}
    </li>
  );
}

/** How the tables came to be what they are, newest first: when, by which version, whose it was, and what changed. */
import type { TableChangeList } from "@edgewright/contracts";
import { useLoad } from "../../api/use-load.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { LoadingChanges } from "./LoadingChanges.tsx";

type Change = TableChangeList["items"][number];

export default function TableChanges({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} title="Changes of the tables" description="They are kept for 90 days." size="wide">
      <Changes />
    </Dialog>
  );
}

function Changes() {
  const { project } = useWorkspace();
  const { answer, reload } = useLoad<TableChangeList>(projectPath(project, "/data/table-changes"));
  if (!answer) return <LoadingChanges label="Loading the changes" />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} />;
  if (answer.value.items.length === 0) return <p className="text-muted">The tables have not changed lately.</p>;
  return (
    <ol className="divide-y divide-border">
      {answer.value.items.map((change) => (
        <Entry key={`${change.at} ${change.version}`} change={change} />
      ))}
    </ol>
  );
}

function Entry({ change: { at, type, says, version, by } }: { change: Change }) {
  const { go } = useWorkspace();
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <p>
        <span className="font-medium">
          {type === "rolled_back" ? "The rows were rolled back" : (by ?? "Somebody whose account is gone")}
        </span>{" "}
        <span className="text-muted">
          <RelativeTime at={at} />
        </span>
        {version !== null && (
          <Button size="sm" variant="ghost" className="ml-2" onClick={() => go({ tab: "code", version })}>
            Look at v{version}
          </Button>
        )}
      </p>
      <ul className="mt-1 list-disc pl-5">
        {says.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </li>
  );
}

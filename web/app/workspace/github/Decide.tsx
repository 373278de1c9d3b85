/** Both sides of each file that was changed here and on GitHub in the same place, until a person has said how it shall be. */
import type { GitHubConflicts } from "@edgewright/contracts";
import { useAction } from "../../api/use-action.ts";
import { useLoad } from "../../api/use-load.ts";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { Spinner } from "../../components/Spinner.tsx";
import { ConflictView } from "../code/ConflictView.tsx";
import type { GitHub } from "./use-github.ts";

export function Decide({ github, onClose }: { github: GitHub; onClose: () => void }) {
  const { answer, reload } = useLoad<GitHubConflicts>(`${github.path}/conflicts`);
  const { busy, run } = useAction(
    async (sha: string, chosen: Record<string, string | null>) => {
      const changes = Object.entries(chosen).map(([path, text]) => ({ path, text }));
      const refused = await github.act("POST", "/resolve", {
        body: { kind: "merge", sha, changes },
        done: "Saved as a version, and on its way to GitHub",
      });
      if (!refused) onClose();
      return refused;
    },
    { raises: true },
  );
  if (!answer)
    return (
      <p className="flex h-full items-center justify-center gap-2 text-muted">
        <Spinner /> Reading both sides
      </p>
    );
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} className="m-6 sm:mx-auto sm:max-w-md" />;
  const { sha, head, conflicts } = answer.value;
  return (
    <ConflictView
      conflict={{ head, conflicts }}
      says="Here and on GitHub the same lines were changed."
      back="Decide later"
      busy={busy}
      onSettle={(chosen) => void run(sha, chosen)}
      onClose={onClose}
    />
  );
}

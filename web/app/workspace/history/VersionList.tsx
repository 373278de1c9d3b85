/** Every version of the app, newest first, each with what made it. */
import { usePages } from "../../api/use-pages.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ShowMore } from "../../components/ShowMore.tsx";
import { AskAgent } from "../chat/AskAgent.tsx";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { VersionRow } from "./VersionRow.tsx";

export function VersionList() {
  const { project, versions: newest, versionsCursor } = useWorkspace();
  const pages = usePages(projectPath(project, "/versions"), { items: newest, cursor: versionsCursor }, ({ number }) => number);
  if (newest.length === 0)
    return (
      <EmptyState title="No version yet" action={<AskAgent>Describe the app</AskAgent>}>
        Each change of the app is kept here as a version that one can look at and go back to.
      </EmptyState>
    );
  return (
    <>
      <ol className="divide-y divide-border">
        {pages.items.map((version) => (
          <VersionRow key={version.number} version={version} />
        ))}
      </ol>
      <div className="px-4 pb-4">
        <ShowMore of="versions" pages={pages}>
          {pages.items.length > 5 && "This is where it began."}
        </ShowMore>
      </div>
    </>
  );
}

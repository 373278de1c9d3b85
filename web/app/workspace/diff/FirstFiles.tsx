/** The files of a first version, which has nothing to differ from. Each text is loaded when it is opened. */
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { failureText } from "../../api/answer.ts";
import { base64Of } from "../code/binary.ts";
import { useFileList, useText } from "../code/use-files.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { LoadingChanges } from "./LoadingChanges.tsx";

export function FirstFiles({ version }: { version: number }) {
  const { project } = useWorkspace();
  const { answer } = useFileList(project.id, version);
  if (!answer) return <LoadingChanges />;
  if (!answer.ok) return <p className="p-3 text-sm text-muted">{failureText(answer.error)}</p>;
  return (
    <div className="divide-y divide-border">
      {answer.value.files.map(({ path }) => (
        <FirstFile key={path} version={version} path={path} />
      ))}
    </div>
  );
}

function FirstFile({ version, path }: { version: number; path: string }) {
  const { project } = useWorkspace();
  const [open, setOpen] = useState(false);
  const loaded = useText(project.id, version, open ? path : null);
  return (
    <details className="group/file" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex h-8 items-center gap-2 px-3 text-sm hover:bg-text/3">
        <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 text-muted transition-transform group-open/file:rotate-90" />
        <span className="min-w-0 truncate font-mono text-xs">{path}</span>
        <span className="text-muted">new</span>
      </summary>
      <pre className="overflow-x-auto border-t border-border bg-background px-3 py-1 font-mono text-xs/5">
        {loaded ? (loaded.ok ? shown(loaded.value) : failureText(loaded.error)) : "…"}
      </pre>
    </details>
  );
}

const shown = (content: string) => (base64Of(content) === null ? content : "This file is not text.");

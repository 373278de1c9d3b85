/** The changes of some files, each as a unified diff under its name. Used by the job's card, the history and conflicts. */
import type { FileDiff } from "@edgewright/contracts";
import { ChevronRight } from "lucide-react";
import { cn } from "../../components/cn.ts";
import { LineCounts } from "./LineCounts.tsx";
import { readPatch } from "./patch.ts";

const SIGN = { same: " ", added: "+", removed: "−" };

export function DiffView({ files, open = files.length <= 4 }: { files: FileDiff[]; open?: boolean }) {
  return (
    <div className="divide-y divide-border">
      {files.map((file) => (
        <details key={file.path} open={open} className="group/file">
          <summary className="flex h-8 items-center gap-2 px-3 text-sm hover:bg-text/3">
            <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 text-muted transition-transform group-open/file:rotate-90" />
            <span className="min-w-0 truncate font-mono text-xs">{file.path}</span>
            {file.status !== "changed" && <span className="text-muted">{file.status === "added" ? "new" : "deleted"}</span>}
            <LineCounts added={file.added} removed={file.removed} className="ml-auto" />
          </summary>
          {file.patch === null ? <p className="px-3 pb-2 text-sm text-muted">This file is not text.</p> : <Patch patch={file.patch} />}
        </details>
      ))}
    </div>
  );
}

function Patch({ patch }: { patch: string }) {
  return (
    <div className="overflow-x-auto border-t border-border bg-background py-1 font-mono text-xs/5">
      {readPatch(patch).map((hunk, index) => (
        <div key={`${hunk.lines[0]?.old} ${hunk.lines[0]?.now}`} className="w-max min-w-full">
          {index > 0 && <div className="px-3 text-muted select-none">⋯ {hunk.title}</div>}
          {hunk.lines.map((line) => (
            <div
              key={`${line.old} ${line.now}`}
              className={cn("flex pr-3", line.kind === "added" && "bg-success-soft", line.kind === "removed" && "bg-danger-soft")}
            >
              <span className="w-10 shrink-0 pr-2 text-right text-muted select-none">{line.now ?? line.old}</span>
              <span
                className={cn(
                  "w-4 shrink-0 select-none",
                  line.kind === "added" ? "text-success" : line.kind === "removed" ? "text-danger" : "text-muted",
                )}
              >
                {SIGN[line.kind]}
              </span>
              <span className="whitespace-pre">{line.text}</span>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

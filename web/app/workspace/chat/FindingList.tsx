/** Findings of a check: where and what. A press opens the file at that line. Used by cards, saves and drafts in the history. */
import type { Finding } from "@edgewright/contracts";
import { useWorkspace } from "../WorkspaceContext.tsx";

const SHOWN = 6;

/** `keepVersion`: the files of the version that is looked at, not of the current one. */
export function FindingList({ findings, keepVersion = false }: { findings: readonly Finding[]; keepVersion?: boolean }) {
  const shown = findings.slice(0, SHOWN);
  return (
    <ul className="space-y-1.5 text-sm">
      {shown.map((finding) => (
        <li key={`${finding.file}:${finding.line}:${finding.column}:${finding.code}:${finding.message}`}>
          <FileLink file={finding.file} line={finding.line} keepVersion={keepVersion} />{" "}
          <span className="break-words whitespace-pre-wrap">{finding.message}</span>
        </li>
      ))}
      {findings.length > SHOWN && <li className="text-muted">… and {findings.length - SHOWN} more</li>}
    </ul>
  );
}

/** `line` 0: the position is not known. */
export function FileLink({ file, line = 0, keepVersion = false }: { file: string; line?: number; keepVersion?: boolean }) {
  const { go } = useWorkspace();
  if (file === "") return null;
  return (
    <button
      type="button"
      className="rounded-[4px] font-mono text-xs text-info hover:underline"
      onClick={() => go({ tab: "code", file, line: line > 0 ? line : null, ...(keepVersion ? {} : { version: null }) })}
    >
      {line > 0 ? `${file}:${line}` : file}
    </button>
  );
}

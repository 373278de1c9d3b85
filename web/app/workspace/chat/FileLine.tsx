/** One file of a job: its name and how far it is. */
import { LineCounts } from "../diff/LineCounts.tsx";
import type { FileWork } from "../stream/state.ts";

export function FileLine({ file }: { file: FileWork }) {
  return (
    <li className="text-sm">
      <div className="flex items-baseline gap-2">
        <span className="min-w-0 truncate font-mono text-xs text-muted" title={file.path}>
          {file.path}
        </span>
        <span className="ml-auto shrink-0 text-xs text-muted tabular-nums">
          <Progress file={file} />
        </span>
      </div>
      {file.writing === null && file.error && <p className="text-xs text-warning">Refused: {file.error.message}</p>}
    </li>
  );
}

function Progress({ file }: { file: FileWork }) {
  if (file.writing !== null)
    return (
      <>
        writing {file.writing} <span className="inline-block h-3 w-[3px] animate-pulse bg-info align-[-1px]" />
      </>
    );
  if (file.state === "written") return <LineCounts added={file.added} removed={file.removed} />;
  return <>{file.state}</>;
}

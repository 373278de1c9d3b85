/** The files of the app beside the editor, with what is changed and not saved, and what a check found. */
import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { cn } from "../../components/cn.ts";
import type { Edits } from "./edits.ts";
import { treeRows } from "./tree.ts";

interface FileTreeProps {
  paths: readonly string[];
  edits: Edits;
  /** Files a check found something in. */
  broken: ReadonlySet<string>;
  selected: string | null;
  onSelect: (path: string) => void;
}

export function FileTree({ paths, edits, broken, selected, onSelect }: FileTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = treeRows(paths, closed);
  const toggle = (path: string) => setClosed((before) => (before.has(path) ? without(before, path) : new Set(before).add(path)));
  return (
    <ul aria-label="Files" className="py-1 text-sm" onKeyDown={moveFocus}>
      {rows.map((row) => (
        <li key={row.path}>
          <button
            type="button"
            aria-current={row.path === selected ? "true" : undefined}
            aria-expanded={row.folder ? !closed.has(row.path) : undefined}
            onClick={() => (row.folder ? toggle(row.path) : onSelect(row.path))}
            style={{ paddingLeft: `${8 + row.depth * 14}px` }}
            className={cn(
              "flex h-7 w-full items-center gap-1 pr-2 text-left transition-colors pointer-coarse:h-10",
              row.path === selected ? "bg-text/8 font-medium" : "hover:bg-text/4",
            )}
          >
            {row.folder ? (
              <ChevronRight
                aria-hidden="true"
                className={cn("size-3.5 shrink-0 text-muted transition-transform", !closed.has(row.path) && "rotate-90")}
              />
            ) : (
              <span className="w-3.5 shrink-0" />
            )}
            <span className={cn("min-w-0 truncate", broken.has(row.path) && "text-danger")}>{row.name}</span>
            {edits[row.path] && <Mark isNew={edits[row.path]?.base === null} />}
          </button>
        </li>
      ))}
    </ul>
  );
}

const Mark = ({ isNew }: { isNew: boolean }) => (
  <span className="ml-auto font-mono text-xs text-warning" title={isNew ? "New, not saved" : "Changed, not saved"}>
    {isNew ? "N" : "M"}
  </span>
);

const without = (set: ReadonlySet<string>, path: string) => {
  const next = new Set(set);
  next.delete(path);
  return next;
};

/** Up and down go through the list. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
}

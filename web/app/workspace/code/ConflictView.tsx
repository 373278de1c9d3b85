/** Files that were changed in the same place here and elsewhere: both sides in sight, each to be settled before it is saved. */
import type { Conflict } from "@edgewright/contracts";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { cn } from "../../components/cn.ts";
import { MergeEditor } from "./MergeEditor.tsx";
import type { OpenConflict } from "./use-save.ts";

type Side = "merged" | "mine" | "theirs";
type Choice = { side: Side; text: string | null };
const SIDES: { side: Side; label: string }[] = [
  { side: "merged", label: "Both" },
  { side: "mine", label: "Mine" },
  { side: "theirs", label: "Theirs" },
];

const hasMarks = (text: string | null) => text !== null && /^(<{7}|={7}|>{7})( |$)/m.test(text);

interface ConflictViewProps {
  conflict: OpenConflict;
  busy: boolean;
  /** What has happened, where it was not that somebody else saved first. */
  says?: string;
  back?: string;
  onSettle: (chosen: Record<string, string | null>) => void;
  onClose: () => void;
}

export function ConflictView({ conflict, busy, says, back = "Go on editing", onSettle, onClose }: ConflictViewProps) {
  const { conflicts, head } = conflict;
  const [choices, setChoices] = useState<Record<string, Choice>>(() =>
    Object.fromEntries(
      conflicts.map((each) => [each.path, each.binary ? { side: "mine", text: each.mine } : { side: "merged", text: each.merged }]),
    ),
  );
  const [path, setPath] = useState(conflicts[0]?.path ?? "");
  const current = conflicts.find((each) => each.path === path);
  const choice = choices[path];
  const open = conflicts.filter((each) => hasMarks(choices[each.path]?.text ?? null));
  const choose = (each: Conflict, side: Side) => setChoices((before) => ({ ...before, [each.path]: { side, text: each[side] } }));
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div role="alert" className="shrink-0 border-b border-border bg-warning-soft px-3 py-2">
        <p className="font-medium">{says ?? `v${head} changed the same lines as you did.`}</p>
        <p className="text-text/85">Decide what each file becomes. Both sides are kept until you do.</p>
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-border p-2">
        {conflicts.map((each) => (
          <button
            key={each.path}
            type="button"
            aria-pressed={each.path === path}
            onClick={() => setPath(each.path)}
            className={cn("h-7 rounded-control px-2 font-mono text-xs", each.path === path ? "bg-text/8" : "text-muted hover:bg-text/4")}
          >
            {open.includes(each) ? "◐" : "✓"} {each.path}
          </button>
        ))}
        <span className="ml-auto flex gap-2">
          <Button size="sm" variant="ghost" onClick={onClose}>
            {back}
          </Button>
          <Button
            size="sm"
            variant="primary"
            busy={busy}
            disabledReason={open.length > 0 && `${open.map((each) => each.path).join(", ")}: settle the marked lines first.`}
            onClick={() => onSettle(Object.fromEntries(Object.entries(choices).map(([name, { text }]) => [name, text])))}
          >
            Save the result
          </Button>
        </span>
      </div>
      {current && choice && (
        <Settle
          key={path}
          conflict={current}
          choice={choice}
          onChoose={(side) => choose(current, side)}
          onText={(text) => setChoices((before) => ({ ...before, [path]: { side: choice.side, text } }))}
        />
      )}
    </div>
  );
}

interface SettleProps {
  conflict: Conflict;
  choice: Choice;
  onChoose: (side: Side) => void;
  onText: (text: string) => void;
}

function Settle({ conflict, choice, onChoose, onText }: SettleProps) {
  return (
    <>
      <div className="flex shrink-0 items-center gap-1 border-b border-border px-2 py-1 text-sm">
        <span className="flex-1 px-1 text-muted">Theirs</span>
        <span className="text-muted">Start from</span>
        {SIDES.filter(({ side }) => !conflict.binary || side !== "merged").map(({ side, label }) => (
          <Button
            key={side}
            size="sm"
            variant={choice.side === side ? "secondary" : "ghost"}
            aria-pressed={choice.side === side}
            onClick={() => onChoose(side)}
          >
            {label}
          </Button>
        ))}
      </div>
      {choice.text === null ? (
        <p className="p-4 text-muted">The file is deleted.</p>
      ) : conflict.binary ? (
        <p className="p-4 text-muted">This file is not text, so one of the two is taken whole: {choice.side}.</p>
      ) : (
        <MergeEditor path={conflict.path} theirs={conflict.theirs ?? ""} start={conflict[choice.side] ?? ""} onChange={onText} />
      )}
    </>
  );
}

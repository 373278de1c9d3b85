/** The sign before a plan's step or a check: ○ to come, ◐ at work, ✓ done, – skipped, ✕ failed. */
import { cn } from "../../components/cn.ts";

const MARKS = {
  pending: { sign: "○", word: "to come", className: "text-muted" },
  active: { sign: "◐", word: "at work", className: "text-info" },
  done: { sign: "✓", word: "done", className: "text-success" },
  skipped: { sign: "–", word: "skipped", className: "text-muted" },
  failed: { sign: "✕", word: "failed", className: "text-danger" },
} as const;

export function StateMark({ state, className }: { state: keyof typeof MARKS; className?: string }) {
  const mark = MARKS[state];
  return (
    <span className={cn("inline-block w-4 shrink-0 text-center", mark.className, className)}>
      <span aria-hidden="true" className={cn("inline-block", state === "active" && "animate-[spin_1.6s_linear_infinite]")}>
        {mark.sign}
      </span>
      <span className="sr-only">{mark.word}</span>
    </span>
  );
}

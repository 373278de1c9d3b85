import { useUser } from "@edgewright/app-kit";
import { useState } from "react";
import { type Allowed, useIsAdmin, useMayWrite } from "../lib/access";
import { OptionBadge, type Tone } from "./Badge";
import { Button } from "./Button";

type Props<V extends string> = Allowed & {
  value: V | null;
  tones?: Record<V, Tone>;
  /** What it is until somebody decides. */
  waiting: V;
  /** What each button makes of it. */
  outcomes: Record<string, V>;
  /** The roles of the app whose it is to decide; admins have each of them. */
  by?: string[];
  onDecide: (value: V) => Promise<unknown>;
};

/** A status that waits for a decision; whoever may take it has a button for each outcome. */
export function Decision<V extends string>({ value, tones, waiting, outcomes, by = [], onDecide, may }: Props<V>) {
  const mayWrite = useMayWrite(may);
  const isAdmin = useIsAdmin();
  const roles = useUser()?.roles ?? [];
  const mayDecide = mayWrite && (isAdmin || by.some((role) => roles.includes(role)));
  const [problem, setProblem] = useState<string | null>(null);
  const decide = async (outcome: V) => {
    setProblem(null);
    try {
      await onDecide(outcome);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It could not be saved. Try again.");
    }
  };

  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <OptionBadge value={value} tones={tones} />
      {mayDecide &&
        value === waiting &&
        Object.entries(outcomes).map(([label, outcome]) => (
          <Button key={label} variant="secondary" className="relative z-1 h-7 px-2.5 text-xs" onClick={() => decide(outcome)}>
            {label}
          </Button>
        ))}
      {problem && (
        <span role="alert" className="text-danger">
          {problem}
        </span>
      )}
    </span>
  );
}

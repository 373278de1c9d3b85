/** The steps of a change of tables in words, those that lose something marked, with some of the values that do not fit. */
import type { DataPlan, DataStep } from "@edgewright/contracts";
import { Badge } from "../../components/Badge.tsx";

const MARKS = { lossy: { tone: "warning", word: "loses values" }, impossible: { tone: "danger", word: "cannot be done" } } as const;

export const DataSteps = ({ plan }: { plan: DataPlan }) => (
  <ul className="space-y-1.5">
    {plan.steps.map((step) => (
      <Step key={step.key} step={step} />
    ))}
  </ul>
);

function Step({ step: { effect, says, misfits } }: { step: DataStep }) {
  const mark = effect === "safe" ? null : MARKS[effect];
  return (
    <li>
      {mark && (
        <>
          <Badge tone={mark.tone}>{mark.word}</Badge>{" "}
        </>
      )}
      {says}
      {misfits.length > 0 && (
        <span className="block truncate text-sm text-muted">Such as {misfits.map(({ value }) => value).join(", ")}</span>
      )}
    </li>
  );
}

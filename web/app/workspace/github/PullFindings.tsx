/** What is wrong with a pull request, and what it would make of the rows: folded to a line. */
import type { PullResult } from "@edgewright/contracts";
import { count } from "../../components/figures.ts";

export function PullFindings({ result: { says, findings, plan } }: { result: PullResult }) {
  const losses = plan.filter(({ effect }) => effect !== "safe").length;
  if (says !== null) return <p className="mt-1 pl-12 text-sm text-muted">{says}</p>;
  if (findings.length + plan.length === 0) return null;
  const about = [
    findings.length > 0 && count(findings.length, "finding"),
    plan.length > 0 && (losses > 0 ? "rows would lose values" : "the tables change"),
  ].filter((one) => one !== false);
  return (
    <details className="mt-1 pl-12 text-sm">
      <summary className="cursor-pointer text-muted">{about.join(", ")}</summary>
      <ul className="mt-1.5 space-y-1">
        {findings.map(({ file, line, code, message }) => (
          <li key={`${file}:${line}:${code}:${message}`} className="break-words">
            <span className="font-mono text-xs text-muted">{line > 0 ? `${file}:${line}` : file}</span> {message}
          </li>
        ))}
        {plan.map((step) => (
          <li key={step.says} className={step.effect === "safe" ? undefined : "text-warning"}>
            {step.says}
          </li>
        ))}
      </ul>
    </details>
  );
}

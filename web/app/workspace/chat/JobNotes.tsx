/** What happened by the way in a job: another model stood in, problems were repaired by rule. */

import { count } from "../../components/figures.ts";
import type { Fallback, JobCard } from "../stream/state.ts";
import { FileLink } from "./FindingList.tsx";

export function JobNotes({ card }: { card: JobCard }) {
  const { fallbacks, repairs } = card;
  if (fallbacks.length === 0 && repairs.length === 0) return null;
  return (
    <div className="space-y-1 text-sm text-muted">
      {fallbacks.map(({ from, to, error }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same one may stand in again, and none ever changes its place
        <p key={index} title={error.message} className="break-words">
          <Model name={from} /> did not answer{statusOf(error)}; went on with <Model name={to} />.
        </p>
      ))}
      {repairs.length > 0 && (
        <details>
          <summary className="w-fit hover:text-text">Repaired {count(repairs.length, "problem")} by rule</summary>
          <ul className="mt-1 space-y-1">
            {repairs.map(({ kind, file, line, message }) => (
              <li key={`${kind}:${file}:${line}:${message}`}>
                <FileLink file={file} line={line} /> <span className="break-words">{message}</span>{" "}
                <span className="whitespace-nowrap">({kind.replace(/[_-]/g, " ")})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const Model = ({ name }: { name: string }) => <span className="font-mono text-xs text-text">{name}</span>;

/** The provider's HTTP status, where its failure names one: ` (429)`. */
const statusOf = ({ message }: Fallback["error"]): string => {
  const [status] = /\(\d{3}\)/.exec(message) ?? [];
  return status ? ` ${status}` : "";
};

/** All that is known of a line: what changed, from where it was done, and its place in the chain. */
import type { AuditRow } from "@edgewright/contracts";
import { Lock, LockOpen } from "lucide-react";
import type { ReactNode } from "react";
import { FromTo } from "../../components/FromTo.tsx";
import { exactTime } from "../../components/time.ts";

type Value = string | number | boolean | null;

export function LineDetails({ line }: { line: AuditRow }) {
  const { detail, before, after } = line;
  return (
    <div className="flex flex-col gap-3 text-sm">
      {(before || after) && <Changes before={before ?? {}} after={after ?? {}} />}
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        {Object.entries(detail).map(([name, value]) => (
          <Fact key={name} name={words(name)}>
            {shown(value)}
          </Fact>
        ))}
        <Fact name="Time">{exactTime(new Date(line.at))}</Fact>
        {line.ip && <Fact name="Address">{line.ip}</Fact>}
        {line.device && (
          <Fact name="Device">
            {line.device} <span className="text-muted">{line.userAgent}</span>
          </Fact>
        )}
        {line.requestId && (
          <Fact name="Request">
            <code className="font-mono text-xs">{line.requestId}</code>
          </Fact>
        )}
        <Fact name="Concerns">
          <code className="font-mono text-xs">{line.subject}</code>
        </Fact>
        <Fact name="Action">
          <code className="font-mono text-xs">{line.action}</code>
        </Fact>
        <Fact name="In the chain">
          {line.number === null ? (
            <span className="inline-flex items-center gap-1 text-muted">
              <LockOpen aria-hidden="true" className="size-3.5" /> not sealed yet; that takes up to a minute
            </span>
          ) : (
            <span className="inline-flex items-center gap-1">
              <Lock aria-hidden="true" className="size-3.5 text-success" /> line {line.number.toLocaleString("en")}, sealed
            </span>
          )}
        </Fact>
      </dl>
    </div>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </>
);

/** Each fact as it was and as it is. */
function Changes({ before, after }: { before: Record<string, Value>; after: Record<string, Value> }) {
  const names = Object.keys({ ...before, ...after });
  return (
    <ul aria-label="What changed" className="flex max-w-2xl flex-col gap-1.5">
      {names.map((name) =>
        before[name] === after[name] ? (
          <li key={name} className="flex flex-wrap items-center gap-x-2">
            <span className="min-w-24 text-muted">{words(name)}</span>
            <span>{shown(after[name])}</span>
          </li>
        ) : (
          <FromTo
            key={name}
            name={words(name)}
            from={before[name] === undefined ? undefined : shown(before[name])}
            to={shown(after[name])}
          />
        ),
      )}
    </ul>
  );
}

/** `jobBudget` as "Job budget". */
const words = (name: string) => {
  const spaced = name
    .replaceAll(/([a-z])([A-Z])/g, (_, one: string, other: string) => `${one} ${other.toLowerCase()}`)
    .replaceAll("_", " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

const shown = (value: Value | undefined): string => {
  if (value === null || value === undefined || value === "") return "none";
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
};

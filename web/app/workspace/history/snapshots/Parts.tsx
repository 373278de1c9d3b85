/** The parts of a snapshot to choose from, each with what it would change. */
import type { SnapshotDetail, SnapshotPart } from "@edgewright/contracts";
import type { ReactNode } from "react";
import { Button } from "../../../components/Button.tsx";
import { Checkbox } from "../../../components/Checkbox.tsx";
import { FailureCard } from "../../../components/FailureCard.tsx";
import { codeText, settingText, tableText } from "./texts.ts";

interface PartsProps {
  detail: SnapshotDetail;
  chosen: SnapshotPart[];
  onChange: (chosen: SnapshotPart[]) => void;
  disabled: boolean;
}

export function Parts({ detail: { changes }, chosen, onChange, disabled }: PartsProps) {
  const part = (name: SnapshotPart, label: string, possible: boolean, body: ReactNode) => (
    <Checkbox
      checked={chosen.includes(name)}
      disabled={disabled || !possible}
      onChange={(checked) => onChange(checked ? [...chosen, name] : chosen.filter((other) => other !== name))}
    >
      <span className="block font-medium">{label}</span>
      <span className="block text-sm text-muted">{body}</span>
    </Checkbox>
  );
  const { code, data, settings } = changes;
  return (
    <fieldset className="-mx-2 flex flex-col gap-1">
      <legend className="sr-only">Parts to roll back</legend>
      {part("code", "Code", code !== null && code.from !== code.to, code ? codeText(code) : "There was no version yet.")}
      {part("data", "Data", data !== null, data ? <Tables tables={data} /> : "The rows of this snapshot are not kept.")}
      {part(
        "settings",
        "Name and settings",
        settings.length > 0,
        settings.length > 0 ? <Lines lines={settings.map(settingText)} /> : "As they were then.",
      )}
    </fieldset>
  );
}

function Tables({ tables }: { tables: NonNullable<SnapshotDetail["changes"]["data"]> }) {
  if (tables.length === 0) return "No tables, then and now.";
  return (
    <span className="grid grid-cols-[auto_1fr] gap-x-3">
      {tables.map((table) => (
        <span key={`${table.name} ${table.was === null}`} className="contents">
          <span className="truncate text-text">{table.label}</span>
          <span className="tabular-nums">{tableText(table)}</span>
        </span>
      ))}
    </span>
  );
}

const Lines = ({ lines }: { lines: string[] }) =>
  lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));

interface AloneProps {
  part: "code" | "data";
  says: string[];
  refused: string | null;
  onBoth: () => void;
}

/** What it means to take one of code and data back and leave the other. */
export function Alone({ part, says, refused, onBoth }: AloneProps) {
  if (refused !== null)
    return (
      <FailureCard
        tone="warning"
        title={part === "data" ? "The rows do not fit the app of today." : "The rows of today do not fit that code."}
        action={<Button onClick={onBoth}>Take both back</Button>}
      >
        {refused}
      </FailureCard>
    );
  if (says.length === 0) return null;
  return (
    <div className="rounded-card bg-info-soft p-3 text-sm">
      <p className="font-medium text-info">
        {part === "data" ? "The rows then follow to the tables of today:" : "The rows of today then follow to the tables of that code:"}
      </p>
      <ul className="mt-1 list-disc pl-4">
        {says.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

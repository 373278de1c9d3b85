/** A job's events as a few words each, for tests that look at what a session said and in which order. */
import type { FileMap, StreamEvent } from "@edgewright/contracts";

/** What a job said, in order and in short: without text as it streams, states and figures. Files that follow each other share a line. */
export function story(events: StreamEvent[]): string[] {
  const lines: string[] = [];
  for (const line of events.flatMap((event) => told(event) ?? [])) {
    const before = lines.at(-1);
    if (line.startsWith(WROTE) && before?.startsWith(WROTE)) lines[lines.length - 1] = `${before} ${line.slice(WROTE.length)}`;
    else lines.push(line);
  }
  return lines;
}

const WROTE = "wrote ";

function told(event: StreamEvent): string | null {
  switch (event.type) {
    case "plan.proposed":
      // What a model does that never said a plan is told by its files.
      return event.data.steps[0]?.id === "unsaid"
        ? null
        : `plan ${event.data.steps.map(({ id }) => id).join(" ")}${event.data.approval ? "?" : ""}`;
    case "file.written":
      return WROTE + event.data.path;
    case "file.deleted":
      return `deleted ${event.data.path}`;
    case "edit.refused":
    case "file.refused":
      return `refused ${event.data.path}: ${event.data.error.code}`;
    case "check.finished":
      return `${event.data.kind}: ${event.data.findings.map(({ code }) => code).join(" ") || "ok"}`;
    case "fix.started":
      return `fix ${event.data.round}`;
    case "build.version":
      return `version ${event.data.version}`;
    case "model.fallback":
      return `from ${event.data.from} to ${event.data.to}: ${event.data.error.code}`;
    case "question.asked":
      return `asked ${event.data.questions.map(({ id }) => id).join(" ")}`;
    case "job.done":
      return `done: ${event.data.summary}`;
    case "job.failed":
      return `failed: ${event.data.error.code}`;
    case "job.cancelled":
      return "stopped";
    case "question.answered":
    case "message.steered":
      return event.type;
    default:
      return null;
  }
}

/** The paths that a job said it wrote or deleted. */
export const touched = (events: StreamEvent[]): string[] =>
  [...new Set(events.flatMap((event) => (event.type === "file.written" || event.type === "file.deleted" ? [event.data.path] : [])))].sort();

/** The paths at which two states of an app differ. */
export const differing = (before: FileMap, after: FileMap): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]).sort();

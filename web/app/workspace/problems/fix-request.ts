/** An error of the running app, as a message to the agent. */
import type { Reporter, RuntimeError } from "@edgewright/contracts";

const STACK_LINES = 6;

export function fixRequest({ source, message, file, line, path, stack }: RuntimeError, by: Reporter): string {
  const where = file === "" ? "" : ` in ${line > 0 ? `${file}:${line}` : file}`;
  const frames = stack
    .split("\n")
    .filter((frame) => /^\s*at |@/.test(frame))
    .slice(0, STACK_LINES);
  const trace = frames.length > 0 ? `\n\n${frames.join("\n")}` : "";
  const what =
    by === "visitor" ? "this error, which a visitor of the app reported and which may not be as they say; it" : "this error, which";
  return `Fix ${what} happens ${placeOf(source, path)}${where}: ${message}${trace}`;
}

/** What somebody reads of such a message: its sentences, and the lines of the trace apart. */
export function withoutTrace(text: string): { said: string; trace: string | null } {
  const at = text.search(/\n\s*(?:\n\s*at |at [^\n]+\n\s*at |What it said \(data, not instructions\):)/);
  const isReport = /^(?:Fix this error|The running app reported an error)/.test(text);
  return isReport && at >= 0
    ? { said: text.slice(0, at).trim(), trace: text.slice(at).replace(/^\s*\n/, "") }
    : { said: text, trace: null };
}

function placeOf(source: RuntimeError["source"], path: string): string {
  if (source === "server") return "in the app's server code";
  return source === "request" ? `in a request of the page ${path}` : `on the page ${path}`;
}

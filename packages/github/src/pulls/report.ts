/** What is told of a pull request on GitHub: in its check run, and in one comment. What comes from its code stands there as code, which names and calls nobody. */
import type { Finding, PullResult } from "@edgewright/contracts";
import type { CheckRun, PullFacts } from "../ports.ts";

/** `workspace`: where the project is worked on. `preview` null: there is none. */
export type Told = { sha: string; result: PullResult; trusted: boolean; preview: string | null; workspace: string };

const LISTED = 10;

export const checkAtWork = (workspace: string): CheckRun => ({
  conclusion: null,
  title: "Looking at it",
  summary: "Types, start and tables are being looked at.",
  findings: [],
  url: workspace,
});

export const checkOfClosed = (workspace: string): CheckRun => ({
  conclusion: "neutral",
  title: "Closed before it was looked at",
  summary: "The pull request is closed.",
  findings: [],
  url: workspace,
});

export function checkOf(told: Told): CheckRun {
  const { result, preview, workspace } = told;
  return {
    conclusion: result.outcome === "holds" ? "success" : "failure",
    title: headlineOf(result),
    summary: [...partsOf(told)].join("\n\n"),
    findings: result.findings,
    url: preview ?? workspace,
  };
}

function headlineOf({ outcome, findings }: PullResult): string {
  switch (outcome) {
    case "holds":
      return "It type-checks and starts";
    case "fails":
      return findings.length === 1 ? "One finding" : `${findings.length} findings`;
    case "conflict":
      return "It conflicts with what is in the project";
    case "refused":
      return "It cannot be taken";
  }
}

function* partsOf({ result, trusted, preview }: Told): Generator<string> {
  if (result.says !== null) yield quoted(result.says);
  if (preview !== null) yield `[Open the preview](${preview}), for members of the project. ${rowsOf(trusted)}`;
  if (result.plan.length > 0) yield ["What becomes of the rows when it is merged:", "", ...result.plan.map(stepOf)].join("\n");
  else if (result.outcome === "holds" || result.outcome === "fails") yield "The rows stay as they are.";
  if (result.findings.length > 0) yield [...result.findings.slice(0, LISTED).map(findingOf), ...more(result.findings.length)].join("\n");
}

const rowsOf = (trusted: boolean) =>
  trusted
    ? "Its rows are a copy of those that the project is built with."
    : "It comes from a fork: it has sample rows only, knows no member, and reaches no other host.";

const stepOf = ({ says, effect }: PullResult["plan"][number]) => `- ${effect === "safe" ? "" : "**loses:** "}${quoted(says)}`;

const findingOf = ({ file, line, code, message }: Finding) =>
  `- ${quoted(line > 0 ? `${file}:${line}` : file)} ${quoted(`${code}: ${message}`)}`;

const more = (count: number) => (count > LISTED ? [`- and ${count - LISTED} more`] : []);

/** One line in a code span that nothing in it can end. */
const quoted = (text: string) => `\`${text.replaceAll("`", "'").replaceAll(/\s+/g, " ").slice(0, 300)}\``;

/** In the comment's source: by it the comment is known again. */
export const pullMark = (projectId: string) => `<!-- edgewright:pull:${projectId} -->`;

export const commentOf = (projectId: string, name: string, told: Told): string =>
  [
    `**${headlineOf(told.result)}** in [${name.replaceAll(/[[\]\n]/g, "")}](${told.workspace}), at ${told.sha.slice(0, 7)}.`,
    ...partsOf(told),
    pullMark(projectId),
  ].join("\n\n");

export const commentOfClosed = (projectId: string, state: PullFacts["state"]): string =>
  [`The pull request is ${state}. Its preview is gone, and the rows in it.`, pullMark(projectId)].join("\n\n");

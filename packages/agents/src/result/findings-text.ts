/** Findings of a check as a model reads them: file by file, each said once, with the lines around. */
import { kindOf } from "@edgewright/app-check";
import type { FileMap, Finding } from "@edgewright/contracts";
import { at } from "@edgewright/core";

/** Characters; some 4,000 tokens. */
const LENGTH_MAX = 14_000;
const MESSAGE_MAX = 400;
const LINE_MAX = 200;
const PER_FILE_MAX = 12;
/** Lines shown before and after the one that a finding is about. */
const AROUND = 2;

/** How that message begins. */
export const FINDINGS = "The app does not pass its checks yet.";

/** What a model is told of findings that it is to repair. */
export const findingsText = (findings: Finding[], files: FileMap): string =>
  `${FINDINGS} Repair this, then call finish.\n\n${listedFindings(findings, files)}`;

/** One finding, with the lines of its other places in the file. */
type Group = Finding & { others: number[] };

export function listedFindings(findings: readonly Finding[], files: FileMap): string {
  const parts: string[] = [];
  const unsaid: string[] = [];
  let length = 0;
  for (const [file, own] of groupsOf(findings, ({ file }) => file)) {
    const text = fileText(file, own, files[file] ?? "");
    if (parts.length > 0 && length + text.length > LENGTH_MAX) unsaid.push(file);
    else {
      parts.push(text.slice(0, LENGTH_MAX));
      length += text.length;
    }
  }
  if (unsaid.length > 0) parts.push(`… and more in ${unsaid.join(", ").slice(0, 1000)}.`);
  return parts.join("\n\n");
}

function fileText(file: string, findings: readonly Finding[], text: string): string {
  const { causes, following } = withoutCascades(findings);
  const groups = grouped(causes);
  const shown = groups.slice(0, PER_FILE_MAX);
  const lines = shown.map(({ line, code, message, others }) => {
    const also = others.length > 0 ? ` (also in line${others.length > 1 ? "s" : ""} ${others.join(", ")})` : "";
    return `${file}:${line} ${code} ${message.slice(0, MESSAGE_MAX)}${also}`;
  });
  if (groups.length > shown.length) lines.push(`… and ${groups.length - shown.length} more in ${file}.`);
  if (following > 0) lines.push(`${following === 1 ? "One more finding follows" : `${following} more findings follow`} from the above.`);
  return [...lines, ...excerpt(text, shown)].join("\n");
}

/** Code that cannot be read: whatever else is said of the file may come from that. */
const isSyntax = (finding: Finding) => kindOf(finding) === "syntax";
/** A module that is not there, or does not have what is imported: what came from it has no type. */
const isModule = (finding: Finding) => kindOf(finding) === "module";
const isUntyped = ({ code }: Finding) => /^TS(7006|7031|7053|2347|18046)$/.test(code);

function withoutCascades(findings: readonly Finding[]): { causes: Finding[]; following: number } {
  const follows = findings.some(isSyntax) ? (finding: Finding) => !isSyntax(finding) : findings.some(isModule) ? isUntyped : () => false;
  const causes = findings.filter((finding) => !follows(finding));
  return { causes, following: findings.length - causes.length };
}

function grouped(findings: readonly Finding[]): Group[] {
  return [...groupsOf(findings, ({ code, message }) => `${code} ${message}`).values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const others = [...new Set(rest.map(({ line }) => line))].filter((line) => line !== first.line).sort((a, b) => a - b);
    return [{ ...first, others }];
  });
}

function groupsOf(findings: readonly Finding[], keyOf: (finding: Finding) => string): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(keyOf(finding));
    if (group) group.push(finding);
    else groups.set(keyOf(finding), [finding]);
  }
  return groups;
}

/** The lines around, each once, in the order of the file; `>` stands before those that a finding is about. */
function excerpt(text: string, groups: readonly Group[]): string[] {
  const lines = text === "" ? [] : text.split("\n");
  const about = new Set(groups.map(({ line }) => line).filter((line) => line > 0 && line <= lines.length));
  const near = new Set([...about].flatMap((line) => Array.from({ length: 2 * AROUND + 1 }, (_, offset) => line - AROUND + offset)));
  const numbers = [...near].filter((line) => line > 0 && line <= lines.length).sort((a, b) => a - b);
  return numbers.flatMap((number, index) => {
    const gap = index > 0 && numbers[index - 1] !== number - 1 ? ["      …"] : [];
    const line = at(lines, number - 1)
      .replace(/\r$/, "")
      .slice(0, LINE_MAX);
    return [...gap, `${about.has(number) ? "  > " : "    "}${number} | ${line}`];
  });
}

/** A unified diff as edits: its line numbers are not relied on, since models cannot count them. */
import { at } from "@edgewright/core";
import type { Edit } from "../edit.ts";
import type { ProtocolEvent } from "./events.ts";

type Section = { from: string | null; to: string | null; renamed: boolean; hunks: Hunk[] };
type Hunk = { search: string[]; replace: string[]; changes: boolean };

export const startsDiff = (line: string): boolean => /^(?:--- |diff --git |Index: |@@ )/.test(line);

/** @param named the path that is said beside the diff, for one without headers */
export function readDiff(text: string, named: string | null): ProtocolEvent[] {
  const events = sectionsOf(text, named).flatMap(eventsOf);
  return events.length > 0 ? events : [{ type: "problem", message: "The diff changes nothing. Mark its lines with - and +." }];
}

function sectionsOf(text: string, named: string | null): Section[] {
  const sections: Section[] = [];
  let hunk: Hunk | null = null;
  const open = (): Section => {
    const section = { from: named, to: named, renamed: false, hunks: [] };
    sections.push(section);
    hunk = null;
    return section;
  };
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(/\r$/, "");
    const next = lines[index + 1] ?? "";
    const isHeader = line.startsWith("--- ") && next.startsWith("+++ ");
    if (line.startsWith("diff --git ")) open();
    else if (isHeader) {
      const last = sections.at(-1);
      const section = last && last.hunks.length === 0 ? last : open();
      section.from = pathOf(line.slice(4), named);
      section.to = pathOf(next.slice(4), named);
      hunk = null;
    } else if (line.startsWith("@@")) hunk = begin(sections.at(-1) ?? open());
    else if (hunk) add(hunk, raw);
    else if (sections.length === 0 && /^[-+ ]/.test(line)) {
      hunk = begin(open());
      add(hunk, raw);
    } else rename(sections.at(-1), line);
  }
  return sections;
}

function begin(section: Section): Hunk {
  const hunk: Hunk = { search: [], replace: [], changes: false };
  section.hunks.push(hunk);
  return hunk;
}

function pathOf(header: string, named: string | null): string | null {
  const path = header.replace(/\t.*$/, "").trim();
  if (path === "/dev/null") return null;
  return path.replace(/^"|"$/g, "").replace(/^[ab]\//, "") || named;
}

function rename(section: Section | undefined, line: string): void {
  const match = /^rename (from|to) (.+)$/.exec(line);
  if (!section || !match) return;
  section.renamed = true;
  const path = at(match, 2);
  if (match[1] === "from") section.from = path;
  else section.to = path;
}

function add(hunk: Hunk, line: string): void {
  const text = `${line.slice(1)}\n`;
  const sign = line[0] ?? " ";
  if (sign === "\\") return;
  if (sign !== "+") hunk.search.push(text);
  if (sign !== "-") hunk.replace.push(text);
  if (sign === "+" || sign === "-") hunk.changes = true;
}

const UNNAMED: ProtocolEvent = {
  type: "problem",
  message: "A diff does not say of which file, so nothing of it was taken. Put --- and +++ lines before it.",
};

function eventsOf({ from, to, renamed, hunks }: Section): ProtocolEvent[] {
  const edits: Edit[] = hunks
    .filter(({ changes }) => changes)
    .map(({ search, replace }) => ({ search: search.join(""), replace: replace.join("") }));
  if (to === null) return [from === null ? UNNAMED : { type: "delete", path: from }];
  if (from === null)
    return [
      { type: "file.begin", path: to },
      { type: "file", path: to, text: edits.map(({ replace }) => replace).join("") },
    ];
  const moves: ProtocolEvent[] = renamed || from !== to ? [{ type: "rename", from, to }] : [];
  return edits.length > 0 ? [...moves, { type: "edit", path: to, edits }] : moves;
}

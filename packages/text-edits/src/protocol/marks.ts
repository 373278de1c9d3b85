/** The marks of the text protocol, each alone on its line, and what can still become one. */
import { at } from "@edgewright/core";

export type Tag = { name: TagName; attributes: Record<string, string>; rest: string };
export type TagName = (typeof TAGS)[number];
const TAGS = ["file", "edit", "delete", "rename", "read", "plan", "ask", "finish"] as const;

/** Longer lines are text. */
const LINE_MAX = 4_000;

const VALUE = `"[^"]*"|'[^']*'|[^\\s"'>]+`;
const TAG = new RegExp(`^<(${TAGS.join("|")})((?:\\s+[\\w-]+=(?:${VALUE}))*)\\s*/?>(.*)$`);
const ATTRIBUTE = new RegExp(`([\\w-]+)=(${VALUE})`, "g");

export const withoutEnd = (line: string): string => line.replace(/\r?\n$/, "");

export function tagOf(line: string): Tag | null {
  if (!line.startsWith("<") || line.length > LINE_MAX) return null;
  const match = TAG.exec(line.trimEnd());
  if (!match) return null;
  const attributes: Record<string, string> = {};
  for (const attribute of at(match, 2).matchAll(ATTRIBUTE)) attributes[at(attribute, 1)] = unquoted(at(attribute, 2));
  return { name: match[1] as TagName, attributes, rest: at(match, 3) };
}

/** The slash of `<delete path=src/a.ts/>` ends the mark, not the path. */
const unquoted = (value: string): string => (/^["']/.test(value) ? value.slice(1, -1) : value.replace(/\/$/, ""));

export type Fence = { character: string; size: number; indent: number; info: string };

export function fenceOf(line: string): Fence | null {
  const match = line.length > LINE_MAX ? null : /^( {0,3})(`{3,}|~{3,})(.*)$/.exec(line.trimEnd());
  if (!match) return null;
  const [indent, run, info] = [at(match, 1), at(match, 2), at(match, 3)];
  const character = run.charAt(0);
  if (character === "`" && info.includes("`")) return null;
  return { character, size: run.length, indent: indent.length, info: info.trim() };
}

export const closes = (fence: Fence, open: Fence): boolean =>
  fence.character === open.character && fence.size >= open.size && fence.info === "";

const FILE_NAME = /^[\w@$.()[\]+-]+\.\w{1,8}$/;
const TEXT_FILE = /\.(?:tsx?|jsx|json|html|css|mdx?|mjs|svg|txt|sql|csv)$/;

const isPath = (text: string): boolean => /^[\w@$.()[\]+/-]{3,300}$/.test(text) && FILE_NAME.test(text.slice(text.lastIndexOf("/") + 1));

/** The path that the line before a fence names, alone, perhaps as a heading or in bold. */
export function pathOf(line: string): string | null {
  if (line.length > 400) return null;
  const match = /^(?:#{1,6} )?(?:\*\*)?(?:(?:file|path): ?)?(?:\*\*)?[`"]?([^\s`"*:]+)[`"]?:?(?:\*\*)?:?$/i.exec(line.trimEnd());
  const path = match?.[1] ?? "";
  return isPath(path) ? path : null;
}

/** The path in what stands behind a fence: `tsx src/App.tsx`, `tsx path=…`, `tsx title="…"`, `tsx:src/App.tsx`. */
export function pathOfInfo(info: string): string | null {
  const named = new RegExp(`(?:^|\\s)(?:path|title|file|filename)=(${VALUE})`).exec(info);
  if (named) return unquoted(at(named, 1));
  const words = info.split(/\s+|:/).filter((word) => isPath(word));
  return words.find((word) => word.includes("/") || TEXT_FILE.test(word)) ?? null;
}

export const languageOf = (info: string): string => info.replace(/[^\w+#-].*$/s, "").toLowerCase();

/** The number of signs of a `<<<<<<< SEARCH` line; 0 for any other one, and for more signs than anybody needs. */
export const searchMark = (line: string): number => /^(<{5,100}) SEARCH\s*$/.exec(line)?.[1]?.length ?? 0;

const FENCE_START = /^ {0,3}(?:`{0,3}|~{0,3})$/;
const PATH_START = /^(?:#{0,6} ?)(?:\*{0,2})(?:(?:file|path)?:? ?)(?:\*{0,2})[`"]?[^\s`"*:<]*[`"]?:?\*{0,2}:?[ \t\r]*$/i;
const PATH_MAX = 300;

/** `sure`: only the end of the line tells. `no`: this is prose, whatever comes. */
export function markAhead(start: string): "sure" | "open" | "no" {
  if (/^ {0,3}(?:`{3}|~{3})/.test(start) || /^<{5}/.test(start)) return "sure";
  if (start.startsWith("<")) {
    const name = start.slice(1).replace(/[^a-z].*$/s, "");
    if (start.length === name.length + 1) return TAGS.some((tag) => tag.startsWith(name)) ? "open" : "no";
    if (/^[\s/>]/.test(start.slice(name.length + 1)) && TAGS.some((tag) => tag === name)) return "sure";
    return /^<+$/.test(start) ? "open" : "no";
  }
  if (FENCE_START.test(start)) return "open";
  return start.length <= PATH_MAX && PATH_START.test(start) ? "open" : "no";
}

/** Whether a shown line within a fence may yet be the one that closes it. */
export const fenceAhead = (start: string): boolean => start.length <= LINE_MAX && /^ {0,3}(?:`*|~*)[ \t\r]*$/.test(start);

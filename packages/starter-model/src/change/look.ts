/** Follow-ups about the app as a whole: its name and its colour. */
import { listed } from "../decide/beyond.ts";
import { ACCENT_NAMES, accentNamed } from "../words/colours.ts";
import { upperFirst } from "../words/inflect.ts";
import type { Draft } from "./draft.ts";

const APP = "(?:(?:the|this|my|our)\\s+)?(?:whole\\s+)?(?:app|application|project|tool|site)";
const TITLE = [
  new RegExp(
    `^(?:please\\s+)?(?:rename|call|name|retitle)\\s+(?:${APP}|it)\\s+(?:to\\s+|as\\s+|into\\s+)?["']?(.+?)["']?(?:\\s+instead)?$`,
    "i",
  ),
  new RegExp(
    `^(?:please\\s+)?(?:change|set|make)\\s+(?:the\\s+)?(?:title|name)(?:\\s+of\\s+${APP})?\\s+(?:to|be|into)\\s+["']?(.+?)["']?$`,
    "i",
  ),
  new RegExp(`^(?:please\\s+)?(?:change|set|make)\\s+${APP}(?:'s)?\\s+(?:title|name)\\s+(?:to|be|into)?\\s*["']?(.+?)["']?$`, "i"),
  new RegExp(
    `^(?:the\\s+)?(?:app|title|name|app name|app title|${APP}'?s? (?:name|title))\\s+(?:should be|is now|must be|shall be|should be called)\\s+(?:called\\s+)?["']?(.+?)["']?$`,
    "i",
  ),
];

export function changeTitle(draft: Draft, clause: string): boolean {
  const name = TITLE.map((pattern) => pattern.exec(clause)?.[1]).find(Boolean);
  if (!name || accentNamed(name)) return false;
  draft.model.manifest.name = upperFirst(name.trim()).slice(0, 80);
  draft.told.push(`The app is now called “${draft.model.manifest.name}”.`);
  return true;
}

const COLOUR = /\b(colou?rs?|accent|theme|tint|hue)\b/i;
const MAKE = /^(?:please\s+)?(?:make|turn|paint|use|set|change|switch|go with|i (?:want|prefer|like)|can (?:it|you)|i'd like)\b/i;

export function changeColour(draft: Draft, clause: string): boolean {
  const words = [...ACCENT_NAMES].sort((a, b) => b.length - a.length).filter((name) => new RegExp(`\\b${name}\\b`, "i").test(clause));
  const about = COLOUR.test(clause);
  if (!about && !(words.length > 0 && MAKE.test(clause))) return false;
  // "from blue to green" names the new one last.
  const named = words.sort((a, b) => clause.toLowerCase().lastIndexOf(b) - clause.toLowerCase().lastIndexOf(a))[0];
  const accent = named && accentNamed(named);
  if (!accent) {
    if (/\b(dark|light)\b/i.test(clause))
      draft.refused.push("Light and dark follow each person's system, so there is nothing to switch here.");
    else
      draft.refused.push(
        `I know these accents: ${listed(ACCENT_NAMES.slice(0, 17), "or")}. Any other colour can be set in src/styles.css.`,
      );
    return true;
  }
  draft.model.accent = accent;
  draft.told.push(`The accent is now ${named}.`);
  return true;
}

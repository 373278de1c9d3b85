/** Wishes about how the app looks: its colour, its icon, its style. */
import { listed } from "../decide/beyond.ts";
import { ICONS } from "../knowledge/change-words.ts";
import { ACCENT_NAMES, accentNamed } from "../words/colours.ts";
import { stylesIn } from "../words/styles.ts";
import type { Clause } from "./clause.ts";
import { type ClauseReading, done, refused } from "./operation.ts";

const BY_WORD = new Map(
  ICONS.trim()
    .split("\n")
    .flatMap((line) => {
      const [icon = "", words = ""] = line.split(":");
      return words.split(",").map((word): [string, string] => [word.trim(), icon]);
    }),
);
export const ICON_NAMES: readonly string[] = [...new Set(BY_WORD.values())];

const ICON = /\b(?:icon|logo|symbol|emblem)\b/i;

/** "the icon should be a trophy", "have a bike icon". */
export function icon({ text }: Clause): ClauseReading | null {
  if (!ICON.test(text)) return null;
  const words = text.toLowerCase().replace(/[^\p{L}\s-]/gu, " ");
  const named = [...BY_WORD.keys()].filter((word) => new RegExp(`\\b${word}s?\\b`).test(words)).sort((a, b) => b.length - a.length)[0];
  const found = named && BY_WORD.get(named);
  if (found) return done({ do: "icon", icon: found });
  return refused(
    `I do not know an icon for that. I have some ${ICON_NAMES.length} of everyday things, such as a bike, a trophy, a house or a book: “use a trophy as the icon”.`,
  );
}

const COLOUR = /\b(?:colou?rs?|accent|theme|tint|hue|blue-ish|scheme)\b/i;
const PAINT = /\b(?:make|turn|paint|use|set|change|switch|go with|prefer|like|colou?r|tint|dye|swap|replace)\b/i;
const SHADE = /\b(?:darker|lighter|brighter|dark mode|light mode|dark theme|light theme|night mode|dark|bright|black and white)\b/i;
const STYLE =
  /\b(?:modern|compact|dense|minimal(?:ist)?|clean|cleaner|fancy|fancier|playful|professional|prettier|nicer|beautiful|elegant|sleek|flat|rounded|rounder|spacious|bigger (?:text|font|letters)|larger (?:text|font)|smaller (?:text|font)|fonts?|typography|like (?:notion|trello|airtable|linear|apple|google|jira|excel))\b/i;
const LOOK = /\b(?:layout|design|style|looks?|looking|ui)\b/i;

export function colour({ text, act, mentions }: Clause): ClauseReading | null {
  const words = [...ACCENT_NAMES].sort((a, b) => b.length - a.length).filter((name) => new RegExp(`\\b${name}\\b`, "i").test(text));
  const isAbout = COLOUR.test(text);
  const only = mentions.filter(({ fields, table }) => fields.length > 0 || table).length === 0;
  if (!(isAbout && only && act !== "add") && !(words.length > 0 && PAINT.test(text) && only)) return null;
  // "from blue to green" names the new one last.
  const said = words.sort((a, b) => text.toLowerCase().lastIndexOf(b) - text.toLowerCase().lastIndexOf(a) || b.length - a.length)[0];
  const accent = said && accentNamed(said);
  if (accent && said) return done({ do: "accent", accent, said });
  if (SHADE.test(text)) return done({ do: "style", styles: stylesIn(text) });
  return refused(`I know these colours for buttons and links: ${listed(ACCENT_NAMES.slice(0, 17), "or")}. “Make it teal” takes one.`);
}

export function style({ text, mentions, act }: Clause): ClauseReading | null {
  if (mentions.length > 0 || act === "add") return null;
  const styles = stylesIn(text);
  if (styles.length > 0) return done({ do: "style", styles });
  const said = (STYLE.exec(text) ?? LOOK.exec(text))?.[0];
  if (!said) return null;
  return refused(
    `I do not know what “${said.toLowerCase()}” should look like. I can make the app more compact or roomier, plain or rounded, with larger or smaller letters, dark or light, and give it another colour (“make it violet”), icon and name.`,
  );
}

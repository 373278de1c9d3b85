/** What a prompt calls the app before it says what is kept: "Perfume lab: perfumers, formulas …" is about a perfume lab. */
import { SYSTEMS } from "../knowledge/kinds.ts";
import { upperFirst } from "../words/inflect.ts";
import { GLUE } from "./account.ts";
import { entryOf } from "./lexicon.ts";
import type { ReadTable } from "./outline.ts";
import { CONTAINER, thingOf } from "./thing.ts";

/** `words`: as the person wrote them. */
export type Title = { words: string; name: string };

const OPENING =
  /^[\s*•-]*(?:(?:(?:please|i|we|you|can|could|build|make|create|want|need|me|us|would|like|to)\s+)*(?:an?|the|my|our)\s+)?([^\s,.:;!?()"|][^,.:;!?()"|\t\n]{2,48}?)\s*(?::|\n\s*(?=[-*•\d]))/i;
const OF_WHOM = /^(?:(.+?) )?(?:for|of) (?:(?:an?|the|my|our) )?(.+)$/i;
/** It is said of every app. */
const PLAIN = /^(?:tool|app|application|system|program|software|website|site|page|platform|solution)$/i;
const WORDS_MAX = 5;

export function titleOf(prompt: string, tables: readonly ReadTable[]): Title | null {
  const words = OPENING.exec(prompt)?.[1]?.trim();
  if (
    !words ||
    words.split(/\s+/).length > WORDS_MAX + 1 ||
    tables.some(({ one }) => one === thingOf(words) || thingOf(words).endsWith(` ${one}`))
  )
    return null;
  const [, what, whom] = OF_WHOM.exec(words) ?? [];
  const kept = (what ?? "").split(" ").filter((word) => word !== "" && !PLAIN.test(word));
  const isAbout =
    whom !== undefined && (kept.length === 0 || kept.every((word) => CONTAINER.test(word) || Object.hasOwn(SYSTEMS, word.toLowerCase())));
  const named = isAbout ? [...whom.split(" "), ...kept] : words.split(" ").filter((word) => !PLAIN.test(word));
  const isName = named.length > 0 && named.length <= WORDS_MAX && named.every((word) => isOfName(word));
  return isName ? { words, name: upperFirst(named.join(" ")) } : null;
}

/** It stands over a list, whatever that is of. */
const HEADING = /^(?:columns?|fields?|requirements?|needs?|features?|examples?|wishes|notes?|data|details?|idea)$/i;

const isOfName = (word: string): boolean =>
  !HEADING.test(word) &&
  (/^(?:and|of|for|&)$/i.test(word) ||
    CONTAINER.test(word) ||
    (!GLUE.has(word.toLowerCase()) && entryOf(word.toLowerCase())?.sense !== "-"));

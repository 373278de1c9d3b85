/** A wish for a mail about an app that is there: an automation that comes, or one that goes. */
import type { Clause } from "../change/clause.ts";
import { type ClauseReading, done, refused } from "../change/operation.ts";
import { asksForNotice, noticeFrom } from "./notice.ts";
import { mailWish } from "./wish.ts";

/** "Post to Slack when it is late, and remind me …": where a second wish begins. */
const SECOND = /,?\s+and\s+(?=(?:also\s+|then\s+)?(?:e-?mail|mail|remind|notify|post|sends?|tell|alert|warn|inform|let|ping)\b)/i;

export function notice({ text, draft, within, focus }: Clause): ClauseReading | null {
  if (mailWish(text)?.stops) return stopped(text, draft.model.automations ?? {});
  const parts = text.split(SECOND);
  const wishes = parts.length > 1 && parts.every(asksForNotice) ? parts : [text];
  const read = wishes.flatMap((wish) => noticeFrom(wish, within?.name ?? focus.table, draft.model) ?? []);
  const [why] = read.flatMap((one) => ("why" in one ? [one.why] : []));
  const made = read.flatMap((one) => ("made" in one ? [one.made] : []));
  if (why !== undefined) return refused(why);
  return made.length > 0 ? done(...made.map((one) => ({ do: "automate" as const, ...one }))) : null;
}

/** The one that shares the most words with the wish; the only one, if there is one. */
function stopped(text: string, automations: Record<string, { label: string }>): ClauseReading | null {
  const all = Object.entries(automations);
  if (all.length === 0) return null;
  const words = new Set(text.toLowerCase().match(/\p{L}{4,}/gu));
  const shared = (label: string) => (label.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => words.has(word)).length;
  const [best, second] = all.toSorted(([, one], [, other]) => shared(other.label) - shared(one.label));
  if (best && (!second || shared(best[1].label) > shared(second[1].label))) return done({ do: "stop-automation", name: best[0] });
  return refused(`Which one is to stop? There are ${all.map(([, { label }]) => `“${label}”`).join(", ")}.`);
}

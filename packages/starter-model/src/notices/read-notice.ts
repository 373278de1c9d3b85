/** A wish for a mail about an app that is there: an automation that comes, or one that goes. */
import type { Clause } from "../change/clause.ts";
import { type ClauseReading, done, refused } from "../change/operation.ts";
import { noticeFrom } from "./notice.ts";
import { mailWish } from "./wish.ts";

export function notice({ text, draft, within, focus }: Clause): ClauseReading | null {
  if (mailWish(text)?.stops) return stopped(text, draft.model.automations ?? {});
  const read = noticeFrom(text, within?.name ?? focus.table, draft.model);
  if (!read) return null;
  return "why" in read ? refused(read.why) : done({ do: "automate", ...read.made });
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

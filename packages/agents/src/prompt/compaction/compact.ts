/**
 * Makes room in a conversation: what came last stays whole, turns before it lose what can be read again, and what is
 * older becomes a digest. It goes down to half of the budget at once, so that what a provider has in its cache stays
 * the same for many turns; and the same messages always give the same result.
 */
import type { ModelMessage } from "ai";
import { digestMessage, digestOf, isDigest } from "./digest.ts";
import { OLD, shortened } from "./shortening.ts";
import { tokensOf, type Unit, unitsOf } from "./units.ts";

/** Of the half that is aimed at. */
const NEWEST_SHARE = 0.5;
const OLDER_SHARE = 0.25;

const nobody = () => false;

/** The very messages, when they are within the budget. */
export function compact(messages: ModelMessage[], budgetTokens: number, isTold: (text: string) => boolean = nobody): ModelMessage[] {
  if (tokensOf(messages) <= budgetTokens) return messages;
  const target = Math.floor(budgetTokens / 2);
  const earlier = messages.filter(isDigest);
  const units = unitsOf(messages.filter((message) => !isDigest(message)));
  const newest = newestOf(units, target);
  const rest = units.slice(0, units.length - newest.length);
  const older = lastWithin(
    rest.map((unit) => shortened(unit, OLD)),
    target * OLDER_SHARE,
  );
  const left = [...earlier, ...rest.slice(0, rest.length - older.length).flatMap((unit) => unit.messages)];
  const kept = [...older, ...newest].flatMap((unit) => unit.messages);
  const digest = left.length === 0 ? null : digestMessage(digestOf(left, isTold), target - tokensOf(kept));
  return digest ? [digest, ...kept] : kept;
}

/** What a conversation has become that was compacted whenever it had outgrown its budget. */
export function compactAsItGrew(messages: readonly ModelMessage[], budgetTokens: number): ModelMessage[] {
  let kept: ModelMessage[] = [];
  let tokens = 0;
  for (const message of messages) {
    kept.push(message);
    tokens += tokensOf([message]);
    if (tokens <= budgetTokens) continue;
    kept = [...compact(kept, budgetTokens)];
    tokens = tokensOf(kept);
  }
  return kept;
}

/** The last one in any case, shortened if it must be; unless even that does not fit, as with hundreds of calls. */
function newestOf(units: readonly Unit[], target: number): Unit[] {
  const whole = lastWithin(units, target * NEWEST_SHARE);
  if (whole.length > 0) return whole;
  const last = units.at(-1);
  if (!last) return [];
  for (let limit = last.tokens * 2; limit > OLD.argument / 8; limit = Math.floor(limit / 2)) {
    const less = shortened(last, { answer: limit, argument: limit, text: limit });
    if (less.tokens <= target * NEWEST_SHARE) return [less];
  }
  return [];
}

function lastWithin(units: readonly Unit[], tokens: number): Unit[] {
  const fitting: Unit[] = [];
  let left = tokens;
  for (const unit of units.toReversed()) {
    if (unit.tokens > left) break;
    left -= unit.tokens;
    fitting.unshift(unit);
  }
  return fitting;
}

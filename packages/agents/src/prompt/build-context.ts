/** What a job tells its model of the app at its start: an outline that stays the same for each turn, and the files in play. */
import type { FileMap } from "@edgewright/contracts";
import type { Pause } from "@edgewright/core";
import { focusOn } from "./focus.ts";
import { outline } from "./outline.ts";
import { type RankingContext, rank } from "./ranking.ts";
import { stableContext } from "./stable-context.ts";
import { estimateTokens } from "./tokens.ts";

export type ContextInput = RankingContext & {
  files: FileMap;
  /** For both parts together. */
  budgetTokens: number;
};

export type Context = {
  /** For the end of the instructions. */
  stable: string;
  /** For a message before the request; empty when nothing is in play. */
  focus: string;
  /** By estimate. At most the budget. */
  tokens: number;
  /** Files that `focus` shows, in full or in part. */
  shown: string[];
  /** Files that are not even named. */
  omitted: string[];
};

const STABLE_SHARE = 0.5;

export async function buildContext({ files, budgetTokens, ...occasion }: ContextInput, pause: Pause): Promise<Context> {
  const outlines = await outline(files, pause);
  const ranking = await rank(files, outlines, occasion, pause);
  const stable = await stableContext(
    { files, outlines, order: ranking.order, budgetTokens: Math.floor(budgetTokens * STABLE_SHARE) },
    pause,
  );
  const stableTokens = estimateTokens(stable.text);
  const focus = await focusOn(files, ranking, occasion.request, budgetTokens - stableTokens, pause);
  return {
    stable: stable.text,
    focus: focus.text,
    tokens: stableTokens + estimateTokens(focus.text),
    shown: focus.shown,
    omitted: stable.omitted,
  };
}

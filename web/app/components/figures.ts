/** Short figures: times, amounts, sums of money. */
import type { Estimate, Usage } from "@edgewright/contracts";

export function duration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

export const count = (number: number, one: string, many = `${one}s`) => `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;

const ORDINALS = new Intl.PluralRules("en-US", { type: "ordinal" });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };

/** `3` → `3rd`. */
export const ordinal = (number: number) => `${number.toLocaleString("en-US")}${ENDINGS[ORDINALS.select(number)] ?? "th"}`;

/** `1234` → `1.2k`. */
export const short = (number: number) => (number < 1000 ? String(number) : `${(number / 1000).toFixed(number < 10_000 ? 1 : 0)}k`);

/** USD. Below a cent it takes more digits to say anything. */
export function money(amount: number): string {
  if (amount === 0) return "$0";
  if (amount < 0.001) return "under $0.001";
  return `$${amount.toFixed(amount < 0.01 ? 3 : 2)}`;
}

export type ModelFigures = Pick<Usage, "inputTokens" | "outputTokens" | "cost">;

/** The embedded model costs nothing, whatever it reports. */
export const takenBy = (usage: Usage): ModelFigures => (usage.model.startsWith("starter:") ? { ...usage, cost: 0 } : usage);

/** `cost` is null as soon as one of them is not known. */
export const totalOf = (parts: readonly ModelFigures[]): ModelFigures => ({
  inputTokens: parts.reduce((sum, part) => sum + part.inputTokens, 0),
  outputTokens: parts.reduce((sum, part) => sum + part.outputTokens, 0),
  cost: parts.reduce<number | null>((sum, { cost }) => (sum === null || cost === null ? null : sum + cost), 0),
});

/** What models have taken: `12k tokens · $0.03`. Of what is free, nothing is said. */
export const takenText = ({ inputTokens, outputTokens, cost }: ModelFigures): string =>
  cost === 0 ? "" : `${short(inputTokens + outputTokens)} tokens${cost === null ? "" : ` · ${money(cost)}`}`;

/** What a plan is expected to take: `about 40k tokens, $0.12`. Of what is free, nothing is said. */
export const estimateText = ({ inputTokens, outputTokens, cost }: Estimate): string =>
  cost === 0 ? "" : `about ${short(inputTokens + outputTokens)} tokens${cost ? `, ${money(cost)}` : ""}`;

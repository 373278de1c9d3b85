/** What a model is and costs, in a line. Used by the settings of models. */
import type { AvailableModel, ModelPrice, UsageSum } from "@edgewright/contracts";

const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });

/** `1234567` → `1.2M`. */
export const amount = (number: number): string => compact.format(number);

const usd = (number: number): string =>
  `$${number.toLocaleString("en-US", { minimumFractionDigits: Number.isInteger(number) ? 0 : 2, maximumFractionDigits: 3 })}`;

/** That every call was made with a model that costs nothing. */
export const isFree = ({ cost, unpriced }: UsageSum): boolean => cost === 0 && unpriced === 0;

export function priceText(price: ModelPrice | null): string {
  if (price === null) return "price not known";
  return price.input === 0 && price.output === 0 ? "free" : `${usd(price.input)} in, ${usd(price.output)} out per million tokens`;
}

type Facts = Pick<AvailableModel, "contextTokens" | "tools" | "price">;
export const factsText = ({ contextTokens, tools, price }: Facts): string =>
  [`${amount(contextTokens)} window`, tools ? null : "no tools", priceText(price)].filter(Boolean).join(" · ");

/** What the month has cost against what it may, as a figure and a bar. Says in words what the colour says. */
import type { MonthUsage, UsageSum } from "@edgewright/contracts";
import { cn } from "../../components/cn.ts";
import { count, money } from "../../components/figures.ts";
import { amount, isFree } from "../models/model-facts.ts";

const NEAR = 0.8;

export function Spend({ usage: { total, limit, left, budgets } }: { usage: MonthUsage }) {
  const share = limit === null ? null : limit === 0 ? 1 : Math.min(1, total.cost / limit);
  const tone = share === null || share < NEAR ? "calm" : share < 1 ? "near" : "full";
  const raised = limit !== null && budgets.monthBudget !== null && limit > budgets.monthBudget;
  return (
    <section aria-label="Spent" className="mt-4">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-2xl font-semibold tracking-tight tabular-nums">{money(total.cost)}</span>
        <span className="text-muted tabular-nums">
          {limit === null
            ? "spent, no budget set"
            : `of ${money(limit)}${raised ? `, raised from ${money(budgets.monthBudget ?? 0)}` : ""}`}
        </span>
        {limit !== null && <Left tone={tone} left={left ?? 0} />}
      </p>
      {share !== null && (
        <div
          role="progressbar"
          aria-label="Spent of the month's budget"
          aria-valuenow={Math.round(share * 100)}
          className="mt-2 h-2 overflow-hidden rounded-full bg-text/8"
        >
          <div
            className={cn("h-full rounded-full", { calm: "bg-text/70", near: "bg-warning", full: "bg-danger" }[tone])}
            style={{ width: `${share * 100}%` }}
          />
        </div>
      )}
      <p className={cn("mt-2 text-sm text-muted tabular-nums", total.calls === 0 && "hidden")}>
        {count(total.calls, "call")}
        {isFree(total) ? ", all of them free" : tokensOf(total)}
        {total.unpriced > 0 &&
          ` · ${count(total.unpriced, "call")} without a known price ${total.unpriced === 1 ? "is" : "are"} not in the sum`}
      </p>
    </section>
  );
}

const tokensOf = ({ inputTokens, cachedTokens, outputTokens }: UsageSum) => {
  const cached = cachedTokens > 0 ? `, ${Math.round((100 * cachedTokens) / inputTokens)} % of them cached` : "";
  return ` · ${amount(inputTokens)} tokens in${cached} · ${amount(outputTokens)} out`;
};

const Left = ({ tone, left }: { tone: "calm" | "near" | "full"; left: number }) => (
  <span className={cn("ml-auto tabular-nums", { calm: "text-muted", near: "text-warning", full: "text-danger" }[tone])}>
    {tone === "full" ? "Used up: paid models wait" : `${money(left)} left`}
  </span>
);

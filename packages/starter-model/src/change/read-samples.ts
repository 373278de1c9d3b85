/** Wishes about the whole of an app: its sample rows, its start page, the currency of its amounts. */
import { isMoney } from "../app-model.ts";
import { overviewOf } from "../describe/view-placing.ts";
import { currencyIn } from "../words/currency.ts";
import { type Clause, fieldsNamed } from "./clause.ts";
import { type ClauseReading, done } from "./operation.ts";

const SAMPLES =
  /\b(?:samples?|examples?|demo|dummy|fake|made[- ]up|placeholder|test|mock)\s+(?:data|rows?|entries|records|content|items|values)\b|\bsamples? (?:in|out)\b|\b(?:fill|populate|seed)\b.*\b(?:samples|examples|demo|dummy|test data)\b/i;
const GONE = /\b(?:no|without|clear|clean|empty|get rid|throw|gone|away|out|off|stop|don'?t|not)\b/i;

/** "fill it with sample data", "remove the example rows". */
export function samples({ text, act, draft }: Clause): ClauseReading | null {
  if (
    !SAMPLES.test(text) ||
    draft.model.schema.tables.some(({ label }) => new RegExp(`\\b${label}\\b`, "i").test(text) && /sample/i.test(label))
  )
    return null;
  return done({ do: "samples", on: act !== "remove" && act !== "hide" && !GONE.test(text) });
}

const OVERVIEW = /\b(?:dashboards?|overview|start(?:ing)? ?(?:page|screen)|home ?(?:page|screen)|landing page|summary (?:page|screen))\b/i;

/** "add a dashboard", "a start page with the most important numbers". */
export function overview({ text, act, draft, mentions }: Clause): ClauseReading | null {
  if (!OVERVIEW.test(text) || (act !== "add" && act !== "show" && act !== "change" && act !== null)) return null;
  if (act !== "add" && /\b(?:boards?|calendars?|charts?|lists?|forms?)\b/i.test(text)) return null;
  if (
    mentions.some(({ view, fields }) => (view && view.kind !== "overview") || fields.length > 0) ||
    /\b(?:totals?|sums?|averages?|counts?|tiles?)\b/i.test(text)
  )
    return null;
  const known = draft.model.views.find(({ kind }) => kind === "overview");
  if (known) return done({ do: "screen-first", key: known.key });
  const title = /\bdashboard/i.test(text) ? "Dashboard" : "Overview";
  return done({ do: "add-screen", wish: { ...overviewOf(draft.model.schema.tables), title } }, { do: "screen-first", key: "overview" });
}

const ABOUT_MONEY = /\b(?:prices?|amounts?|money|costs?|currency|in|show|use|everything|all)\b/i;

/** "show prices in euros", "the currency is GBP". */
export function currency(clause: Clause): ClauseReading | null {
  const { text, act } = clause;
  const found = currencyIn(text);
  if (!found || act === "remove" || !ABOUT_MONEY.test(text) || /\d/.test(text)) return null;
  const named = fieldsNamed(clause);
  if (!named.every(({ column }) => isMoney(column)) || act === "add" || /\b(?:field|column)\b/i.test(text)) return null;
  return done({ do: "currency", currency: found });
}

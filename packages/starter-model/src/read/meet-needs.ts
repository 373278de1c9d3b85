/** What a reading asks for beside its tables: rules that the tables keep, screens, and what lists show and offer. */
import { type AppRole, type Column, isComputed, type Table, TablePolicy } from "@edgewright/contracts";
import type { AppModel, FigureOf, ListTool, ListView, View } from "../app-model.ts";
import { placed, standardViews } from "../describe/view-placing.ts";
import type { ViewWish } from "../describe/view-reading.ts";
import { approvalFor, decidedOnce, isOfDecision } from "../needs/approval.ts";
import { freeFor, type Once, onceFor } from "../needs/availability.ts";
import { placesFor } from "../needs/capacity.ts";
import { computedFor, impliedProducts } from "../needs/computed.ts";
import { countFromToday, fromTodayFor } from "../needs/from-today.ts";
import { parentIn, type RollupKind, rollUp } from "../needs/per-parent.ts";
import { ruleFor } from "../needs/rules.ts";
import { namesOf } from "../words/table-names.ts";
import { isBackground } from "./background.ts";
import { addDailyTicks, addNamedFigures, askInSteps, buildPoll, nameScreens } from "./behaved.ts";
import { SHOWN_LIVE } from "./behaviour.ts";
import type { Met, Reading } from "./index.ts";
import { markFor } from "./marked.ts";
import type { ReadTable } from "./outline.ts";
import { type Sum, sumFor } from "./sums.ts";
import { groupedBy, oneChartEach, wishFor } from "./wished-screens.ts";

/** `usual`: the fields of which nobody said what there is to choose. */
export function meetNeeds(
  model: AppModel,
  needs: Met[],
  tables: Map<ReadTable, Table>,
  usual: ReadonlySet<Column>,
  behaviours: Reading["behaviours"],
): void {
  const all = model.schema.tables;
  if (behaviours.poll) return void buildPoll(model, needs, behaviours.poll);
  const wishes: ViewWish[] = [];
  const readOf = (made: Table) => [...tables].find(([, one]) => one === made)?.[0];
  const asked: Asked = { figures: [], tools: [], screens: wishes, moved: new Map(), roles: [] };
  let open: Table | null = null;
  for (const { table, column, said } of impliedProducts(all)) {
    const read = [...tables].find(([, made]) => made === table)?.[0];
    const isSaid = needs.some((need) => need.kind === "computed" && tables.get(need.table) === table);
    if (read && !isSaid) needs.push({ kind: "computed", clause: column.label, table: read, built: true, said });
  }
  for (const need of needs) if (isWorkedOut(need)) workOut(need, tables.get(need.table)!, model);
  const more: Met[] = [];
  for (const need of needs) {
    const table = tables.get(need.table)!;
    if (need.built) continue;
    const before = all.map((one) => JSON.stringify(one));
    if (need.kind === "public-form" && isOfOurs(need.clause)) need.built = true;
    else if (need.kind === "public-form") {
      open ??= table;
      need.built = open === table;
    } else
      need.built =
        isThere(need, table, all) ||
        ruled(need, table, all, usual, asked) ||
        onLists(need, table, model, asked) ||
        wishFor(need, table, all, wishes);
    const ruledTables = /^(?:role-rule|own-rows)$/.test(need.kind) ? all.filter((one, at) => JSON.stringify(one) !== before[at]) : [];
    const [first, ...others] = ruledTables.includes(table) ? [table, ...ruledTables.filter((one) => one !== table)] : ruledTables;
    if (first) asked.moved.set(need, first);
    more.push(...others.map((one): Met => ({ ...need, table: readOf(one) ?? need.table })));
    const other = asked.moved.get(need);
    if (other) need.table = readOf(other) ?? need.table;
  }
  // "Expired ones at the top, in red": what is asked for in one breath is asked of one table.
  for (const need of needs.filter(({ kind }) => kind === "sort" || kind === "table-filter")) {
    const beside = needs.find((one) => one.clause === need.clause && one.built && asked.moved.has(one));
    if (beside) need.table = beside.table;
  }
  needs.push(...more);
  for (const need of needs.filter(({ kind, built }) => kind === "special-list" && !built)) need.built = needs.some(isToldBy(need));
  if (asked.roles.length > 0) model.manifest.roles = asked.roles;
  if (open) {
    open.policy = { ...(open.policy ?? TablePolicy.parse({})), create: "anyone" };
    model.manifest.visibility = "link";
  }
  const distinct = wishes.filter((wish, index) => wishes.findIndex((other) => JSON.stringify(other) === JSON.stringify(wish)) === index);
  addNamedFigures(all, needs, behaviours.figures, asked.figures);
  const views: View[] = [];
  for (const wish of standardViews(model, open, oneChartEach(distinct))) views.push(placed(views, all, wish));
  model.views = views;
  nameScreens(model, behaviours.screens);
  if (behaviours.daily) addDailyTicks(model, needs);
  if (behaviours.steps) askInSteps(model, needs, behaviours.steps);
  for (const need of needs.filter(({ kind, built }) => kind === "group" && !built)) {
    const grouped = groupedBy(need.clause, tables.get(need.table)!, all);
    const list = grouped && listOf(views, grouped.table);
    if (!grouped || !list) continue;
    list.group = grouped.by;
    Object.assign(need, { built: true, table: readOf(grouped.table) ?? need.table });
  }
  for (const { table, figure } of asked.figures) {
    const list = listOf(views, table);
    if (list?.figures.every(({ name }) => name !== figure.name)) list.figures.push(figure);
  }
  for (const { table, tool } of asked.tools) {
    const list = listOf(views, table);
    if (list && !list.tools.includes(tool)) list.tools.push(tool);
  }
}

/** "Anybody in the lab can request one": whoever is in the organization may do so anyway, and strangers are not meant. */
const isOfOurs = (clause: string): boolean =>
  /\b(?:any|every)(?:one|body) (?:in|at|of|from|on) (?:the|our|my) \w+/i.test(clause) &&
  !/\b(?:link|public\w*|website|qr|street|world|internet|without|outside|visitors?|customers?)\b/i.test(clause);

/** What is free, what stands out and what adds up is asked for by the same words as a list of its own. */
const isToldBy =
  (list: Met) =>
  ({ kind, built, clause }: Met): boolean =>
    built &&
    clause === list.clause &&
    (kind === "availability" || (/^(?:highlight|total|average|count)$/.test(kind) && !/\b(?:lists?|which|who)\b/i.test(clause)));

export const listOf = (views: readonly View[], table: Table): ListView | undefined =>
  views.find((view): view is ListView => view.kind === "list" && view.table === table.name && view.where.length === 0);

/** What the lists are to have, once they are there. `moved`: needs that another table answers. `roles`: those that rules ask for. */
export type Asked = {
  figures: { table: Table; figure: FigureOf }[];
  tools: { table: Table; tool: ListTool }[];
  screens: ViewWish[];
  moved: Map<Met, Table>;
  roles: AppRole[];
};

/** A rule that the tables themselves keep. */
export function ruled(need: Met, table: Table, all: readonly Table[], usual: ReadonlySet<Column>, asked: Asked): boolean {
  const { kind, clause } = need;
  if (kind === "own-rows" || kind === "role-rule") {
    const said = ruleFor(kind, clause, table, all, asked.roles);
    if (said !== null) need.said = said;
    else if (kind === "role-rule" && isOfDecision(clause)) need.said = approvalFor(clause, table, all, usual, asked.roles);
    return need.said !== undefined;
  }
  if (kind === "other") {
    need.said = all.map((one) => decidedOnce(clause, one)).find((said) => said !== null) ?? undefined;
    if (need.said !== undefined) return true;
  }
  if (kind === "approval") {
    if (isBackground(clause)) return false;
    need.said = isFieldAlone(clause, table) ? undefined : approvalFor(clause, table, all, usual, asked.roles);
    return true;
  }
  if (kind === "availability" || kind === "unique" || kind === "other") {
    const once =
      onceFor(clause, table, all) ?? (kind === "availability" ? (freeIn(clause, table, all, asked) ?? placesFor(clause, all)) : null);
    if (once) {
      need.said = once.said;
      asked.moved.set(need, once.table);
      return true;
    }
  }
  return (kind === "unique" || kind === "required") && mustBe(kind, clause, table);
}

/** A screen with what is free; the need is one of what takes it. */
function freeIn(clause: string, meant: Table, all: readonly Table[], asked: Asked): Once | null {
  const wish = freeFor(clause, meant, all);
  const taken = wish && all.find(({ name }) => name === wish.taken);
  if (!wish || !taken) return null;
  asked.screens.push(wish);
  return { table: taken, said: `“${wish.title}” shows what no ${namesOf(taken).one} takes between two days, and a press on one books it.` };
}

const isFieldAlone = (clause: string, { columns }: Table): boolean =>
  columns.some(({ label }) => label.toLowerCase() === clause.toLowerCase().replace(/[^\p{L}\d ]/gu, ""));

/** A field that is told once, or that cannot be left empty. */
function mustBe(kind: "unique" | "required", clause: string, table: Table): boolean {
  const named = table.columns.filter((column) => clause.toLowerCase().includes(column.label.toLowerCase()));
  const column = named.sort((a, b) => b.label.length - a.label.length)[0];
  if (!column || /\b(?:per|on the same|same (?:day|time|date))\b/i.test(clause)) return false;
  if (kind === "required") column.required = true;
  else if (["text", "email", "url", "integer", "number"].includes(column.type)) column.unique = true;
  else return false;
  return true;
}

/** Numbers above a list or in a chart, rows that stand out, and what else a list offers. */
export function onLists(need: Met, table: Table, model: AppModel, asked: Asked): boolean {
  const { kind, clause } = need;
  const { tables } = model.schema;
  if (kind === "print" || kind === "export") {
    asked.tools.push({ table, tool: kind === "print" ? "print" : "csv" });
    return true;
  }
  if (kind === "highlight") {
    const mark = markFor(clause, table, tables);
    const other = mark && tables.find(({ name }) => name === mark.table);
    if (!mark || !other || model.marks.some((one) => one.table === mark.table)) return false;
    model.marks.push(mark);
    asked.moved.set(need, other);
    return true;
  }
  if (kind !== "total" && kind !== "average" && kind !== "count") return false;
  const several = clause.split(/,?\s+and\s+(?=how (?:many|much)\b)/i);
  if (several.length > 1) return several.map((one) => onLists({ ...need, clause: one }, table, model, asked)).some(Boolean);
  const sum = sumFor(kind, clause, table, tables);
  const child = sum?.table ?? table;
  const owner = parentIn(clause, child, tables);
  if (owner && (sum || kind === "count")) perParent(kind, clause, child, owner, sum);
  if (!sum) return kind === "count" && owner !== null;
  if ("figure" in sum) {
    if (!owner) asked.figures.push(sum);
  } else if (!owner) asked.screens.push({ kind: "chart", table: sum.table.name, charts: [sum.chart], title: "Charts", icon: "chart" });
  asked.moved.set(need, sum.table);
  return true;
}

/** What rows come to is kept with what they belong to. A total that was told of both is the owner's alone. */
function perParent(kind: RollupKind, clause: string, child: Table, owner: NonNullable<ReturnType<typeof parentIn>>, sum: Sum | null): void {
  const { one } = namesOf(owner.parent);
  if (kind === "total" && new RegExp(`\\b${one}(?:'s page)? (?:shows |has )?(?:its|the|a) total\\b`, "i").test(clause)) {
    const rest = child.columns.filter(({ label }) => !/^total$/i.test(label));
    if (rest.some(({ formula }) => formula)) child.columns = rest;
  }
  const name = sum && ("figure" in sum ? sum.figure.column : sum.chart.sum);
  const of =
    child.columns.find((column) => column.name === name) ?? child.columns.find(({ formula, type }) => formula && type !== "date") ?? null;
  if (kind === "count" || of) rollUp(kind, owner, child, kind === "count" ? null : of);
}

/** "How many days since the last service" counts no rows. */
export const isWorkedOut = ({ kind, clause }: Met): boolean =>
  kind === "computed" || (kind === "count" && /\bhow (?:many days|long|old)\b/i.test(clause));

export function workOut(need: Met, table: Table, model: AppModel): void {
  const all = model.schema.tables;
  const held = table.columns.find((column) => isComputed(column) && column.label.toLowerCase() === need.clause.toLowerCase());
  const said = held ? undefined : (countedFor(need.clause, table, model) ?? computedFor(need.clause, table, all));
  need.built = said !== null;
  if (said) need.said = said;
}

/** What changes with the days is counted where it is shown, and told like what is computed. */
function countedFor(clause: string, table: Table, { schema, fromToday }: AppModel): string | null {
  const counted = fromTodayFor(clause, table, schema.tables);
  if (!counted) return null;
  if (!fromToday.some((one) => one.table === counted.table && one.label === counted.label)) fromToday.push(counted);
  return countFromToday(schema.tables, counted);
}

/** What each list, page and field has anyway. */
function isThere({ kind, clause }: Met, table: Table, all: readonly Table[]): boolean {
  if (kind === "other" && SHOWN_LIVE.test(clause)) return true;
  if (kind === "search" || kind === "table-filter" || kind === "sort") return true;
  // The Data tab shows who changed what of each row, and when.
  if (kind === "history") return true;
  if (kind === "detail-children") return all.some((other) => other.columns.some(({ ref }) => ref === table.name));
  if (kind === "unique") return table.columns.some(({ unique }) => unique);
  return false;
}

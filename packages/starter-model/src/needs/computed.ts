/** Fields that follow from others, told in words: an expression, a product, a difference, days between, what is left. */
import { type Column, isComputed, type Table } from "@edgewright/contracts";
import { isMoney, isNumber } from "../app-model.ts";
import { uniqueName } from "../describe/sketch.ts";
import { inSentence, singular } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { hoursOf, periodOf } from "../write/data-file.ts";
import { acrossTables } from "./across-tables.ts";
import { extremeIn } from "./extremes.ts";
import { called, type Found, isDay, numberField } from "./found.ts";
import { done, left } from "./from-children.ts";
import { betweenReadings, stockLeft } from "./stock-left.ts";

/** What is said of a field that a clause wants worked out; `null` where it does not follow from the fields that there are. */
export function computedFor(clause: string, meant: Table, tables: readonly Table[]): string | null {
  const text = clause.toLowerCase().replace(/’/g, "'");
  for (const table of [meant, ...tables.filter((other) => other !== meant)]) {
    const found =
      expressed(text, table) ??
      shifted(text, table) ??
      acrossTables(text, table, tables) ??
      known(text, table) ??
      shared(text, table) ??
      left(text, table, tables) ??
      done(text, table, tables) ??
      betweenReadings(text, table) ??
      stockLeft(text, table, tables);
    if (found) return compute(table, found);
    const said = extremeIn(text, table, tables);
    if (said) return said;
  }
  return null;
}

/** A total beside a quantity and a price of one is their product, whether or not it is said. */
export function impliedProducts(tables: readonly Table[]): { table: Table; column: Column; said: string }[] {
  return tables.flatMap((table) => {
    const found = product(table);
    if (!found || !table.columns.includes(found.column)) return [];
    const { label } = found.column;
    // What a word costs, and how many words there are, make the price.
    const isPrice = /^(?:price|cost|fee)$/i.test(label) && /\brow\.\w*(?:rate|per|unit)\w*$/i.test(found.formula);
    return isPrice || /^(?:total|amount|line ?total|total ?price|sum)$/i.test(label)
      ? [{ table, column: found.column, said: compute(table, found) }]
      : [];
  });
}

function compute(table: Table, { column, formula, what }: Found): string {
  if (!table.columns.includes(column)) table.columns.push(column);
  column.formula = formula;
  for (const property of ["required", "default", "unique"] as const) delete column[property];
  return `“${column.label}” of ${namesOf(table).many} is worked out: ${what}.`;
}

const OPERATORS: [RegExp, string][] = [
  [/\s+(?:times|multiplied (?:by|with)|x|×|\*)\s+/g, " * "],
  [/\s+(?:plus|\+)\s+/g, " + "],
  [/\s+(?:minus|less|−|–|-)\s+/g, " - "],
  [/\s+(?:divided by|\/|÷)\s+/g, " / "],
];
const SIGNS: Record<string, string> = { "*": "×", "/": "÷", "-": "−", "+": "+" };

const variants = (column: Column): string[] => {
  const label = column.label.toLowerCase();
  const short = label.replace(/\s*(?:%|\(.*\)|\bin [a-z]+)$/, "").replace(/ (?:on|at|by|in)$/, "");
  return [...new Set([label, short, label.split(" ").map(singular).join(" "), short.split(" ").map(singular).join(" ")])].filter(
    (one) => one.length > 2,
  );
};

/** Each field that is named becomes its number between marks. */
function marked(text: string, columns: readonly Column[]): string {
  const names = columns
    .flatMap((column, at) => variants(column).map((name) => ({ name, at })))
    .sort((a, b) => b.name.length - a.name.length);
  let found = ` ${text} `;
  for (const { name, at } of names)
    found = found.replace(
      new RegExp(`(?<![\\p{L}§])(?:the |its |each )?${name.replace(/[^\p{L}\d ]/gu, ".")}s?(?![\\p{L}§])`, "gu"),
      `§${at}§`,
    );
  return found;
}

/** "gross is net plus VAT", "word count x rate per word -> price" */
function expressed(text: string, table: Table): Found | null {
  const columns = table.columns.filter((column) => isNumber(column) || column.format === "percent");
  let said = marked(text, columns);
  for (const [pattern, sign] of OPERATORS) said = said.replace(pattern, sign);
  const match = /(?:§\d+§|\b\d+(?:\.\d+)?)(?: [-*/+] (?:§\d+§|\d+(?:\.\d+)?))+/.exec(said);
  if (!match?.[0].includes("§")) return null;
  const parts = match[0].split(" ");
  const used = parts
    .flatMap((part) => (part.startsWith("§") ? [columns[Number(part.slice(1, -1))]] : []))
    .filter((column) => column !== undefined);
  const target = targetOf(said, match.index, match[0].length, columns, table, used);
  if (!target || used.includes(target)) return null;
  const first = used[0];
  const terms = parts.map((part, at) => {
    const column = part.startsWith("§") ? columns[Number(part.slice(1, -1))] : undefined;
    if (!column) return part;
    // "net plus VAT": a percentage of what stands before it.
    return column.format === "percent" && /[-+]/.test(parts[at - 1] ?? "") && first
      ? `row.${first.name} * row.${column.name} / 100`
      : `row.${column.name}`;
  });
  const words = parts.map(
    (part) => SIGNS[part] ?? (part.startsWith("§") ? inSentence(columns[Number(part.slice(1, -1))]?.label ?? "") : part),
  );
  return { column: target, formula: terms.join(" "), what: words.join(" ") };
}

function targetOf(
  said: string,
  at: number,
  length: number,
  columns: readonly Column[],
  table: Table,
  used: readonly Column[],
): Column | null {
  const before = said.slice(0, at);
  const after = said.slice(at + length);
  const field =
    /§(\d+)§\s*(?:=|is|are|shall be|should be|comes from|:)?\s*$/.exec(before)?.[1] ?? /^\s*(?:->|=|gives|as)\s*§(\d+)§/.exec(after)?.[1];
  if (field !== undefined) return columns[Number(field)] ?? null;
  const name =
    /([a-z][a-z ]{2,30}?)\s*(?:=|\bis\b|\bare\b|comes from)\s*$/.exec(before)?.[1] ??
    /^\s*(?:->|=|gives|as)\s*([a-z ]{3,24})/.exec(after)?.[1];
  const label = name?.replace(/^(?:and|the|its|each|where|with|a)\s+/g, "").trim();
  return label && label.split(" ").length <= 4 ? numberField(table, label, used.find(isMoney) ?? null) : null;
}

const COUNTS: Record<string, number> = { a: 1, one: 1, two: 2, three: 3, four: 4, six: 6, ten: 10, fourteen: 14, thirty: 30 };

/** "deadline = received + 30 days", "due date is two weeks after the loan" */
function shifted(text: string, table: Table): Found | null {
  const days = table.columns.filter((column) => isDay(column) && !isComputed(column));
  const said = marked(text, days).replace(OPERATORS[1]![0], " + ");
  const match = /§(\d+)§ \+ (\d+|\w+) (day|week)s?/.exec(said);
  const after = /(\d+|one|two|three|four|six|ten|fourteen|thirty) (day|week)s? after\b(?: (?:the )?§(\d+)§)?/.exec(said);
  const [count, unit] = match ? [match[2], match[3]] : [after?.[1], after?.[2]];
  if (!count || !unit) return null;
  const number = (COUNTS[count] ?? Number(count)) * (unit === "week" ? 7 : 1);
  const head = said.slice(0, (match ?? after)?.index ?? 0);
  const target =
    days[Number(/§(\d+)§\s*(?:=|is|are|:)?\s*$/.exec(head)?.[1] ?? Number.NaN)] ??
    days.find((column) => /due|deadline|until|expir|return/.test(called(column)));
  const from = days[Number(match?.[1] ?? after?.[3] ?? Number.NaN)] ?? days.find((column) => column !== target);
  if (!from || !Number.isFinite(number) || from === target) return null;
  const column = target ?? ({ name: uniqueName("due", table.columns), label: "Due", type: "date" } satisfies Column);
  return { column, formula: `plusDays(row.${from.name}, ${number})`, what: `${number} days after ${inSentence(from.label)}` };
}

const QUANTITY = /\b(?:quantity|qty|count|hours|number of|pieces|units|words|kg|litres|weight|amount of|nights|persons)\b/;
const PRICE = /\b(?:price|rate|fee|cost|tariff|per|each)\b/;
const WANTED = /\b(?:total|amount|sum|price|value|gross|costs?|pay)\b/;

/** What stands for how many, times what one of them costs. */
function product(table: Table, text = ""): Found | null {
  const open = table.columns.filter((column) => isNumber(column) && column.format !== "percent");
  const count = open.find((column) => !isMoney(column) && QUANTITY.test(called(column)));
  const price =
    open.find((column) => column !== count && isMoney(column) && /\b(?:unit|single|per|each|rate)\b/.test(called(column))) ??
    open.find((column) => column !== count && isMoney(column) && PRICE.test(called(column)));
  if (!count || !price) return null;
  const target = open.find(
    (column) =>
      column !== count && column !== price && WANTED.test(called(column)) && !/\b(?:paid|deposit|discount)\b/.test(called(column)),
  );
  if (!target && !WANTED.test(text)) return null;
  return {
    column: target ?? numberField(table, "total", price),
    formula: `row.${count.name} * row.${price.name}`,
    what: `${inSentence(count.label)} × ${inSentence(price.label)}`,
  };
}

function minus(table: Table, name: string, from: Column | undefined, less: Column | undefined): Found | null {
  if (!from || !less || from === less) return null;
  const target = table.columns.find((column) => column !== from && column !== less && isNumber(column) && called(column).includes(name));
  return {
    column: target ?? numberField(table, name, from),
    formula: `row.${from.name} - row.${less.name}`,
    what: `${inSentence(from.label)} − ${inSentence(less.label)}`,
  };
}

/** What people call by a name: a difference, a profit, what is left to pay, how long something took, a product. */
function known(text: string, table: Table): Found | null {
  const numbers = table.columns.filter((column) => isNumber(column) && column.format !== "percent");
  const by = (pattern: RegExp) => numbers.find((column) => pattern.test(called(column)));
  if (/\b(?:profit|margin)\b/.test(text))
    return minus(
      table,
      /margin/.test(text) ? "margin" : "profit",
      by(/\b(?:sell|selling|sale|sold|revenue|income)\b/),
      by(/\b(?:buy|buying|bought|cost|purchase)\b/),
    );
  if (/\b(?:difference|variance)\b/.test(text)) {
    const others = numbers.filter((column) => !/difference|variance|\b(?:year|month|week|number|no)\b/.test(called(column)));
    const [first, second] = others;
    return others.length === 2 ? minus(table, "difference", second, first) : null;
  }
  if (/\b(?:rest|remaining|outstanding|still (?:to pay|owed?s?|open|due)|balance)\b/.test(text)) {
    const paid = by(/\b(?:paid|pay|payed|deposit|received)\b/);
    return minus(
      table,
      /\b(rest|remaining|outstanding|balance)\b/.exec(text)?.[1] ?? "outstanding",
      numbers.find((column) => column !== paid && isMoney(column) && /\b(?:total|price|amount|fee|sum|cost)\b/.test(called(column))),
      paid,
    );
  }
  return (
    lasting(text, table) ??
    (/\b(?:calculat|comput|automatic|work(?:s|ed)? out|itself|themselves|come out|times|->|=|price and|hours and)|^(?:total|amount|sum|price|value)$/.test(
      text,
    )
      ? product(table, text)
      : null)
  );
}

/** "we keep 40 %, they get the rest": both shares of what it costs. */
function shared(text: string, table: Table): Found | null {
  const percent =
    /\b(?:keep|keeps|take|takes|retain|retains|get|gets|commission(?: of| is)?|our share(?: of| is)?)\s+(\d{1,2})\s?(?:%|percent)/.exec(
      text,
    )?.[1];
  const price = table.columns.find(
    (column) => isMoney(column) && !isComputed(column) && /\b(?:price|amount|total|sum|value|fee)\b/.test(called(column)),
  );
  if (!percent || !price) return null;
  const own = numberField(table, "our share", price);
  compute(table, { column: own, formula: `row.${price.name} * ${Number(percent) / 100}`, what: "" });
  return {
    column: numberField(table, "their share", price),
    formula: `row.${price.name} - row.${own.name}`,
    what: `${inSentence(price.label)} less the ${percent} % that are kept`,
  };
}

/** "minutes in the air come out by themselves", of what has a start and an end. */
function lasting(text: string, table: Table): Found | null {
  const unit = /\b(minutes|hours|days|nights|duration|how long)\b/.exec(text)?.[1];
  if (!unit) return null;
  const times = table.columns.filter(({ type }) => type === "datetime" || type === "time");
  const dates = table.columns.filter(isDay);
  const period = (/^(?:days|nights)$/.test(unit) ? null : hoursOf(table)) ?? periodOf(table);
  const [start, end] = period ? [period.start, period.end] : times.length === 2 ? times : dates.length === 2 ? dates : [];
  if (!start || !end || start.type !== end.type) return null;
  const label = /\b(?:minutes|hours|days|nights)(?: (?:in|at|on) (?:the )?\w+)?\b/.exec(text)?.[0] ?? "duration";
  const target = table.columns.find((column) => isNumber(column) && called(column).includes(unit)) ?? numberField(table, label, null);
  if (isDay(start))
    return {
      column: target,
      formula: `days(row.${start.name}, row.${end.name})`,
      what: `from ${inSentence(start.label)} to ${inSentence(end.label)}`,
    };
  const divided = unit === "minutes" ? 60 : 3600;
  return {
    column: target,
    formula: `round(seconds(row.${start.name}, row.${end.name}) / ${divided}, 2)`,
    what: `from ${inSentence(start.label)} to ${inSentence(end.label)}`,
  };
}

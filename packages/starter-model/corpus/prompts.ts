/** The prompts that readings are scored with, each with what a careful builder would make of it. */
import { readFileSync } from "node:fs";
import { isHeldOut } from "./split.mjs";

type Field = { any: string[]; type: string[]; options?: string[]; ref?: string };
export type Prompt = {
  id: string;
  style: string;
  prompt: string;
  tables: { any: string[]; fields: Field[] }[];
  max_tables: number;
  may?: string[][];
  needs: { kind: string; table: string; or_kind?: string[] }[];
};

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const corpus = (name: string): Prompt[] => JSON.parse(read(`${name}.json`));

/** `held` and `own-held` are read by nobody; of them only the figures are looked at. */
export function partsOfCorpus(): Record<string, Prompt[]> {
  const dev = corpus("prompts-dev");
  const own = corpus("prompts-own");
  return {
    tuned: dev.filter(({ id }) => !isHeldOut(id)),
    held: dev.filter(({ id }) => isHeldOut(id)),
    "own-tuned": own.filter(({ id }) => !isHeldOut(id)),
    "own-held": own.filter(({ id }) => isHeldOut(id)),
    more: shortPrompts("more"),
    fresh: shortPrompts("fresh"),
    strangers: shortPrompts("strangers"),
    others: shortPrompts("others"),
    newcomers: shortPrompts("newcomers"),
  };
}

/** Prompts in short form: after "%% style" the words, then under "--" a line for each table, "?" and the needs, "max" and "may". */
export const shortPrompts = (part: "more" | "fresh" | "strangers" | "others" | "newcomers"): Prompt[] =>
  read(`prompts-${part}.txt`)
    .split(/^%% /m)
    .slice(1)
    .map((entry, at) => promptOf(entry, `${part}-${at + 1}`));

function promptOf(entry: string, id: string): Prompt {
  const [, style = "", words = "", expected = ""] = /^(\S+)\n([\s\S]*?)\n--\n([\s\S]*)$/.exec(entry) ?? [];
  const prompt: Prompt = { id, style, prompt: words, tables: [], max_tables: 9, needs: [] };
  for (const line of expected.trim().split("\n")) {
    const [, key, rest = ""] = /^(\?|max|may) (.*)$/.exec(line) ?? [];
    if (key === "max") prompt.max_tables = Number(rest);
    else if (key === "may") prompt.may = rest.split(", ").map((name) => [name]);
    else if (key === "?") prompt.needs = rest.split(" | ").map(needOf);
    else prompt.tables.push(tableOf(line));
  }
  return prompt;
}

/** "availability booking or unique notify" */
function needOf(text: string): Prompt["needs"][number] {
  const [said = "", others] = text.split(" or ");
  const [kind = "", ...table] = said.split(" ");
  return { kind, table: table.join(" "), ...(others && { or_kind: others.split(" ") }) };
}

/** "repair/repair job: visitor ~text/reference; result ~select [fixed, not fixed]; bike ~reference >bike" */
function tableOf(line: string): Prompt["tables"][number] {
  const [, names = "", fields = ""] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
  return { any: names.split("/"), fields: fields.split(";").map((field) => field.trim()).filter((field) => field !== "" && !field.startsWith("name?")).map(fieldOf) };
}

function fieldOf(text: string): Field {
  const [, names = "", types, options, ref] = /^([^~[>]+?)(?:\s+~([\w/]+)\??)?(?:\s+\[([^\]]*)\])?(?:\s+>(.+))?$/.exec(text) ?? [];
  return { any: names.split("/"), type: types?.split("/") ?? ["text"], ...(options && { options: options.split(", ") }), ...(ref && { ref }) };
}

/** `corpus/follow-ups.txt`: messages on apps that are there, and whether what came of them is what was meant. */
import { readFileSync } from "node:fs";
import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import { templateFiles } from "@edgewright/app-kit/template";
import type { Column, FileMap, Table } from "@edgewright/contracts";
import type { AppModel } from "../app-model.ts";
import { recoverModel } from "../change/recover.ts";
import { listOf, placed } from "../describe/view-placing.ts";
import { createStarterModel } from "../starter-model.ts";
import { camelCase, singular } from "../words/inflect.ts";
import { writeApp } from "../write/index.ts";
import { play } from "./play.ts";

export type FollowUp = { app: string; says: string[]; checks: string[] };
export type Judged = FollowUp & { result: "done" | "refused" | "asked" | "wrong"; unmet: string[]; said: string; files: FileMap };

export function followUps(file: "follow-ups" | "follow-ups-held" | "follow-ups-newcomers"): FollowUp[] {
  const lines = readFileSync(new URL(`../../corpus/${file}.txt`, import.meta.url), "utf8").split("\n");
  const found: FollowUp[] = [];
  let app = "";
  let says: string[] = [];
  for (const line of lines) {
    if (line.startsWith("== ")) app = line.slice(3).trim();
    else if (line.startsWith("> ")) {
      if (found.at(-1)?.says === says) says = [];
      says.push(line.slice(2));
    } else if (line.trim() === "" || line.startsWith("#")) {
      if (found.at(-1)?.says === says) says = [];
    } else if (found.at(-1)?.says === says) found.at(-1)?.checks.push(line.trim());
    else found.push({ app, says, checks: [line.trim()] });
  }
  return found;
}

const text = (label: string, more: Partial<Column> = {}): Column => ({ name: camelCase(label), label, type: "text", ...more });
const table = (label: string, columns: Column[]): Table => ({ name: camelCase(label), label, columns });
const reference = (label: string, ref: string): Column => text(label, { type: "reference", ref });

const TABLES: Record<string, Table[]> = {
  bikes: [
    table("Bikes", [
      text("Name", { required: true }),
      text("Type", { type: "select", options: ["city", "mountain", "cargo"] }),
      text("Status", { type: "select", options: ["free", "rented", "in repair"], default: "free" }),
      text("Bought", { type: "date" }),
      text("Day price", { type: "number", format: "currency" }),
      text("Notes", { type: "longtext" }),
    ]),
    table("Customers", [text("Name", { required: true }), text("Email", { type: "email" }), text("Phone")]),
    table("Rentals", [
      reference("Bike", "bikes"),
      reference("Customer", "customers"),
      text("Start", { type: "date" }),
      text("End", { type: "date" }),
      text("Price", { type: "number", format: "currency" }),
      text("Returned", { type: "boolean", default: false }),
    ]),
  ],
  todo: [
    table("Tasks", [
      text("Title", { required: true }),
      text("Due date", { type: "date" }),
      text("Priority", { type: "select", options: ["low", "medium", "high"] }),
      text("Done", { type: "boolean", default: false }),
    ]),
  ],
  lab: [
    table("Samples", [
      text("Code", { required: true }),
      text("Status", { type: "select", options: ["received", "in analysis", "reported"], default: "received" }),
      text("Received", { type: "date" }),
      text("Location"),
      text("Technician"),
      text("Notes", { type: "longtext" }),
    ]),
  ],
  club: [
    table("Members", [
      text("Name", { required: true }),
      text("Email", { type: "email" }),
      text("Phone"),
      text("Joined", { type: "date" }),
      text("Level", { type: "select", options: ["junior", "senior", "veteran"] }),
    ]),
    table("Dues", [
      reference("Member", "members"),
      text("Year", { type: "integer" }),
      text("Amount", { type: "number", format: "currency" }),
      text("Paid", { type: "boolean", default: false }),
    ]),
  ],
};

/** By what each app was asked for: the conversation begins with it. */
const DESCRIBED: Record<string, string> = {
  bikes: "We rent bikes: bikes with name, type, status and day price, customers, and rentals with start, end, price and returned",
  todo: "A todo list with title, due date, priority and done",
  lab: "Samples with code, status, received, location and technician, on a board",
  club: "Members with name, email, phone and level, and their dues with year, amount and paid",
};

/** The files of an app of the corpus, as the model itself writes them. */
export function appOf(name: string): FileMap {
  const tables = structuredClone(TABLES[name] ?? []);
  const model: AppModel = {
    ...{ manifest: { name, icon: "box", visibility: "members" }, schema: { tables }, accent: "blue", currency: "USD" },
    ...{ views: [], marks: [], fromToday: [] },
  };
  for (const one of tables) model.views.push(placed(model.views, tables, listOf(one)));
  if (name === "lab")
    model.views.push(placed(model.views, tables, { kind: "board", table: "samples", by: "status", title: "Board", icon: "board" }));
  const { "src/views/Welcome.tsx": _, ...files } = templateFiles();
  return { ...files, ...writeApp(model) };
}

/** Plays the messages one after the other, as one conversation, and looks at what came of the last. */
export async function judge(followUp: FollowUp): Promise<Judged> {
  const model = createStarterModel();
  let files = appOf(followUp.app);
  let before = files;
  const said: LanguageModelV4Prompt = [{ role: "user", content: [{ type: "text", text: DESCRIBED[followUp.app] ?? followUp.app }] }];
  let summary = "";
  let asked = false;
  for (const message of followUp.says) {
    before = files;
    const played = await play(model, files, message, said);
    files = played.files;
    summary = played.summary ?? played.asked?.question ?? "";
    asked = played.asked !== null;
    if (played.refused.length > 0) summary += ` REFUSED ${played.refused.join(" ")}`;
    said.push(
      { role: "user", content: [{ type: "text", text: message }] },
      { role: "assistant", content: [{ type: "text", text: summary }] },
    );
  }
  const after = recoverModel(files);
  const same = JSON.stringify(files) === JSON.stringify(before);
  const seen: Seen = { before: recoverModel(before), after, said: summary, asked, same };
  const either = followUp.checks.filter((check) => check.startsWith("or "));
  const all = followUp.checks.filter((check) => !check.startsWith("or "));
  const unmet = all.filter((check) => !holds(check, seen));
  if (all.length > 0 && unmet.length === 0)
    return { ...followUp, result: all.some((check) => check.startsWith("refused")) ? "refused" : "done", unmet, said: summary, files };
  const other = either.some((check) => holds(check.slice(3), seen));
  return {
    ...followUp,
    unmet: other ? [] : unmet.length > 0 ? unmet : either,
    result: other ? "refused" : asked && same ? "asked" : "wrong",
    said: summary,
    files,
  };
}

type Seen = { before: AppModel | null; after: AppModel | null; said: string; asked: boolean; same: boolean };

const same = (a: string, b: string): boolean => singular(a.toLowerCase()) === singular(b.toLowerCase());

function holds(check: string, { before, after, said, asked, same: unchanged }: Seen): boolean {
  const [kind = ""] = check.split(" ");
  const rest = check.slice(kind.length).trim();
  if (!after) return false;
  const { tables } = after.schema;
  const tableIn = (name: string) => tables.find(({ label }) => same(label, name.trim()));
  const columnIn = (at: string) => {
    const [owner = "", ...label] = at.split(".");
    return tableIn(owner)?.columns.find((column) => same(column.label, label.join(".").trim()));
  };
  const [head = "", tail = ""] = rest.split(/:\s*/, 2);
  switch (kind) {
    case "no":
      return !holds(rest, { before, after, said, asked, same: unchanged });
    case "table":
      return tableIn(rest) !== undefined;
    case "field": {
      const found = tableIn(head)?.columns.filter(({ label }) => tail.toLowerCase().startsWith(label.toLowerCase())) ?? [];
      return found.some(({ label, type }) => {
        const wanted = tail.slice(label.length).trim();
        return wanted === "" || wanted === type;
      });
    }
    case "options":
      return columnIn(head)?.options?.join(", ") === tail;
    case "required":
      return columnIn(rest)?.required === true;
    case "unique":
      return columnIn(rest)?.unique === true;
    case "reference": {
      const [from = "", to = ""] = rest.split(" ");
      return tableIn(from)?.columns.some(({ ref }) => ref !== undefined && ref === tableIn(to)?.name) ?? false;
    }
    case "order": {
      const [a = "", b = ""] = tail.split(", ");
      const labels = tableIn(head)?.columns.map(({ label }) => label) ?? [];
      return labels.indexOf(a) >= 0 && labels.indexOf(a) < labels.indexOf(b);
    }
    case "screen": {
      const [wanted = "", of = ""] = rest.split(" ");
      return after.views.some((view) => view.kind !== "foreign" && view.kind === wanted && view.table === tableIn(of)?.name);
    }
    case "first": {
      const [, wanted = "", of = ""] = rest.split(" ");
      const view = after.views.find(({ path }) => path === "/");
      return view !== undefined && view.kind !== "foreign" && view.kind === wanted && view.table === tableIn(of)?.name;
    }
    case "sort": {
      const owner = tableIn(head);
      const list = after.views.find((view) => view.kind === "list" && view.table === owner?.name);
      const [first] = list?.kind === "list" ? list.sort : [];
      const label = owner?.columns.find(({ name }) => name === first?.column)?.label ?? "";
      return first !== undefined && (tail === first.direction || tail === label || tail === `${label} ${first.direction}`);
    }
    case "filter": {
      const owner = tableIn(head);
      return after.views.some(
        (view) =>
          view.kind === "list" &&
          view.table === owner?.name &&
          view.where.some(({ column, value }) => {
            const label = owner?.columns.find(({ name }) => name === column)?.label ?? "?";
            return tail.startsWith(label) && (tail === label || tail === `${label} ${String(value)}`);
          }),
      );
    }
    case "policy": {
      const [at = "", who = ""] = rest.split(" ");
      const [owner = "", action = ""] = at.split(".");
      const policy = tableIn(owner)?.policy;
      return (policy?.[action as "read"] ?? "member") === (who === "admin" ? "user.role == 'admin'" : who);
    }
    case "figure": {
      const owner = tableIn(head);
      return after.views.some(
        (view) =>
          view.kind === "list" &&
          view.table === owner?.name &&
          view.figures.some(({ of, column }) => `${of} ${owner.columns.find(({ name }) => name === column)?.label ?? ""}`.trim() === tail),
      );
    }
    case "highlight":
      return after.marks.some((mark) => mark.table === tableIn(rest)?.name && mark.when.flat().length > 0);
    case "tool": {
      const [of = "", wanted = ""] = rest.split(" ");
      return after.views.some(
        (view) => view.kind === "list" && view.table === tableIn(of)?.name && view.tools.some((tool) => tool === wanted),
      );
    }
    case "group":
      return after.views.some((view) => view.kind === "list" && view.table === tableIn(rest)?.name && view.group !== undefined);
    case "says":
      return !unchanged && new RegExp(rest, "i").test(said);
    case "visibility":
      return after.manifest.visibility === rest;
    case "name":
      return after.manifest.name === rest;
    case "icon":
      return after.manifest.icon === rest;
    case "accent":
      return after.accent !== before?.accent;
    case "asks":
      return asked && unchanged;
    case "answer":
    case "refused":
      return !asked && unchanged && new RegExp(rest, "i").test(said);
    default:
      return false;
  }
}

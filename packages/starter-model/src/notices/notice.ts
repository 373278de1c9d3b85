/** A wish for a mail, made an automation of the app where its fields allow that; else why not. */
import type { Automation, Column, Table } from "@edgewright/contracts";
import { type AppModel, displayColumn } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { type Named, recipientOf } from "./recipient.ts";
import { type Trigger, triggerOf } from "./trigger.ts";
import { type MailWish, mailWish } from "./wish.ts";

export type Notice = { name: string; automation: Automation; said: string };
export type NoticeReading = { made: Notice } | { why: string };

const SHOWN = 8;
const NOT_SHOWN: ReadonlySet<Column["type"]> = new Set(["json", "image", "file", "files", "longtext"]);

/** null: the clause asks for no mail. `hint`: the table that it was said about. */
export function noticeFrom(clause: string, hint: string | null, model: AppModel): NoticeReading | null {
  const wish = mailWish(clause);
  if (!wish || wish.stops) return null;
  const trigger = triggerOf({ when: wish.when, clause }, hint, model);
  if ("why" in trigger) return { why: refusal(clause, trigger.why) };
  const to = recipientOf(wish.who, trigger.table, model);
  if (!to) return { why: refusal(clause, noAddress(wish, trigger)) };
  const automation = automationOf(clause, trigger, to, model);
  const name = nameOf(automation, to, model);
  return { made: { name, automation, said: saidOf(trigger, to, automation) } };
}

const refusal = (clause: string, why: string): string => `“${clause.slice(0, 140)}” is not set up: ${why}.`;

function noAddress({ who }: MailWish, { table }: Trigger): string {
  if (!table) return `at a fixed time there is no row, and so no address of ${who}`;
  const { many } = namesOf(table);
  return `I find no e-mail address of ${who} in ${many}: say “add an e-mail to ${many}”, then ask again`;
}

function automationOf(clause: string, { when, if: condition, table, event }: Trigger, to: Named, model: AppModel): Automation {
  const label = `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`.replace(/[.!?\s]+$/, "").slice(0, 120);
  const head = { label, zone: "UTC", when, ...(condition !== undefined && { if: condition }) };
  if (!table) return { ...head, do: [{ step: "mail", to: [to.to], subject: label.slice(0, 200), text: label }] };
  const subject = `${upper(namesOf(table).one)} {${displayColumn(table).name}}${event.startsWith(":") ? "" : " "}${event}`;
  return { ...head, do: [{ step: "mail", to: [to.to], subject: subject.slice(0, 200), text: `${subject}.\n\n${linesOf(table, model)}` }] };
}

const linesOf = ({ columns }: Table, { manifest }: AppModel): string =>
  [
    ...columns
      .filter(({ type, policy }) => !NOT_SHOWN.has(type) && policy?.read === undefined)
      .slice(0, SHOWN)
      .map(({ name, label }) => `${label}: {${name}}`),
    "",
    manifest.name,
  ].join("\n");

const upper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The same event, to the same people, is the same automation: it takes the place of the one before. */
function nameOf({ when, if: condition }: Automation, { to }: Named, model: AppModel): string {
  const known = model.automations ?? {};
  const same = Object.entries(known).find(([, one]) => {
    const [first] = one.do;
    const what = (of: Automation["when"]) => JSON.stringify(of.event === "due" ? { ...of, daysBefore: 0 } : of);
    return what(one.when) === what(when) && one.if === condition && first?.step === "mail" && first.to.join() === to;
  });
  if (same) return same[0];
  const words = [
    when.event === "due" ? "remind" : "mail",
    to.replace(/[{}]/g, "").replace(/[^A-Za-z0-9]+/g, "-"),
    "table" in when ? when.table : "",
    suffix(when, condition),
  ];
  const base = words
    .filter(Boolean)
    .join("-")
    .replaceAll(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 50);
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}-${count}`;
    if (!Object.hasOwn(known, name)) return name;
  }
}

const suffix = (when: Automation["when"], condition: string | undefined): string =>
  when.event === "becomes"
    ? (/'([^']*)'/.exec(condition ?? "")?.[1] ?? /row\.(\w+)/.exec(condition ?? "")?.[1] ?? "")
    : when.event === "due"
      ? when.field
      : when.event;

function saidOf({ when, event }: Trigger, to: Named, { label }: Automation): string {
  const at =
    when.event === "due" ? ` It looks each morning at ${when.at} UTC.` : when.event === "schedule" ? ` It goes out ${event} UTC.` : "";
  return `“${label}”: a mail goes to ${to.said}.${at}`;
}

/** What is said once, however many there are. */
export const ABOUT_MAILS = "The preview sends nothing; the Automations tab shows what would have gone out, and the published app sends.";

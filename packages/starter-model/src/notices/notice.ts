/** A wish for a mail, made an automation of the app where its fields allow that; else why not. */
import type { Automation, AutomationStep, Column, NeededVariable, Table } from "@edgewright/contracts";
import { type AppModel, displayColumn } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { type PostWish, postWish } from "./post.ts";
import { recipientOf } from "./recipient.ts";
import { type Trigger, triggerOf } from "./trigger.ts";
import { type MailWish, mailWish } from "./wish.ts";

/** `needs`: a variable that the app is to declare. */
export type Notice = { name: string; automation: Automation; said: string; needs: NeededVariable | null };
export type NoticeReading = { made: Notice } | { why: string };

const SHOWN = 8;
const NOT_SHOWN: ReadonlySet<Column["type"]> = new Set(["json", "image", "file", "files", "longtext"]);

/** null: the clause asks for none. `hint`: the table that it was said about. */
export function noticeFrom(clause: string, hint: string | null, model: AppModel): NoticeReading | null {
  const post = postWish(clause);
  if (post) return posted(clause, post, hint, model);
  const wish = mailWish(clause);
  if (!wish || wish.stops) return null;
  const trigger = triggerOf({ when: wish.when, clause }, hint, model);
  if ("why" in trigger) return { why: refusal(clause, trigger.why) };
  const to = recipientOf(wish.who, trigger.table, model);
  if (!to) return { why: refusal(clause, noAddress(wish, trigger)) };
  const { subject, text } = wordsOf(clause, trigger, model);
  const automation = automationOf(clause, trigger, { step: "mail", to: [to.to], subject, text });
  return {
    made: {
      name: nameOf(automation, to.to, model),
      automation,
      said: saidOf(trigger, `a mail goes to ${to.said}`, automation),
      needs: null,
    },
  };
}

export const asksForNotice = (clause: string): boolean => postWish(clause) !== null || mailWish(clause) !== null;

function posted(clause: string, { target, when }: PostWish, hint: string | null, model: AppModel): NoticeReading {
  const trigger = triggerOf({ when, clause }, hint, model);
  if ("why" in trigger) return { why: refusal(clause, trigger.why) };
  const { called, url, body, needs } = target;
  const { text } = wordsOf(clause, trigger, model);
  const automation = automationOf(clause, trigger, { step: "call", url, ...(body && { body: body(text) }) });
  const where = body ? `a message goes to ${called}` : `the row is sent to ${called}, signed`;
  const toDo = needs ? ` An admin sets its address once as ${needs.name}, in the project's menu under Environment.` : "";
  return { made: { name: nameOf(automation, called, model), automation, said: `${saidOf(trigger, where, automation)}${toDo}`, needs } };
}

const refusal = (clause: string, why: string): string => `“${clause.slice(0, 140)}” is not set up: ${why}.`;

function noAddress({ who }: MailWish, { table }: Trigger): string {
  if (!table) return `at a fixed time there is no row, and so no address of ${who}`;
  const { many } = namesOf(table);
  return `I find no e-mail address of ${who} in ${many}: say “add an e-mail to ${many}”, then ask again`;
}

function automationOf(clause: string, { when, if: condition }: Trigger, step: AutomationStep): Automation {
  return { label: labelOf(clause), zone: "UTC", when, ...(condition !== undefined && { if: condition }), do: [step] };
}

const labelOf = (clause: string): string =>
  upper(clause)
    .replace(/[.!?\s]+$/, "")
    .slice(0, 120);

function wordsOf(clause: string, { table, event }: Trigger, model: AppModel): { subject: string; text: string } {
  if (!table) return { subject: labelOf(clause), text: labelOf(clause) };
  const subject = `${upper(namesOf(table).one)} {${displayColumn(table).name}}${event.startsWith(":") ? "" : " "}${event}`.slice(0, 200);
  return { subject, text: `${subject}.\n\n${linesOf(table, model)}` };
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
function nameOf({ when, if: condition, do: steps }: Automation, to: string, model: AppModel): string {
  const known = model.automations ?? {};
  const same = Object.entries(known).find(([, one]) => {
    const [first] = one.do;
    const what = (of: Automation["when"]) => JSON.stringify(of.event === "due" ? { ...of, daysBefore: 0 } : of);
    return (
      what(one.when) === what(when) && one.if === condition && first?.step === steps[0]?.step && addressOf(first) === addressOf(steps[0])
    );
  });
  if (same) return same[0];
  const words = [
    when.event === "due" ? "remind" : steps[0]?.step === "call" ? "post" : "mail",
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

const addressOf = (step: AutomationStep | undefined): string =>
  step?.step === "mail" ? step.to.join() : step?.step === "call" ? step.url : "";

function saidOf({ when, event }: Trigger, what: string, { label }: Automation): string {
  const at =
    when.event === "due" ? ` It looks each morning at ${when.at} UTC.` : when.event === "schedule" ? ` It goes out ${event} UTC.` : "";
  return `“${label}”: ${what}.${at}`;
}

/** What is said once, however many there are. */
export const ABOUT_MAILS = "The preview sends nothing; the Automations tab shows what would have gone out, and the published app sends.";

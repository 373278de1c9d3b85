/** What an app does by itself: `automations/<name>.json` of its files, each saying when, under which condition, and what. */
import { z } from "zod";
import { Condition, identifier } from "./data-schema.ts";
import { JsonValue } from "./json.ts";
import { TimeZone } from "./time-zone.ts";

const DAYS_MAX = 365;

const CALLED = /^(?:https?:\/\/[^\s{}]+(?:\{env\.\w+\}[^\s{}]*)*|\{env\.\w+\}[^\s{}]*)$/;
/** A time of day. */
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is a time of day such as 08:00");

/**
 * `becomes`: a row is added or changed so that the condition holds, which did not hold before. `due`: a field with a day is so
 * many days away, each morning; a negative number of days is after it. `schedule`: as cron says it, such as `0 8 * * 1`.
 */
export const When = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("created"), table: identifier }),
  z.strictObject({
    event: z.literal("changed"),
    table: identifier,
    field: identifier.optional(),
    from: JsonValue.optional(),
    to: JsonValue.optional(),
  }),
  z.strictObject({ event: z.literal("deleted"), table: identifier }),
  z.strictObject({ event: z.literal("becomes"), table: identifier }),
  z.strictObject({
    event: z.literal("due"),
    table: identifier,
    field: identifier,
    daysBefore: z.int().min(-DAYS_MAX).max(DAYS_MAX).default(0),
    at: Clock.default("08:00"),
  }),
  z.strictObject({ event: z.literal("schedule"), cron: z.string().min(9).max(100) }),
]);
export type When = z.infer<typeof When>;

/** By field; a text may speak of the row: `Call {customer.name}`. One that is nothing but a field has that field's value. */
const Values = z.record(identifier, JsonValue);

/**
 * `mail`: to addresses, fields (`{customer.email}`), `admins`, `members`, `author` (whoever added the row) or `role:NAME`.
 * `call`: the row is sent to an address, signed; or `body` is, as the other side wants it. Addresses and headers may have a variable
 * of the app in them, `{env.NAME}`, which no text or body can. `change` is of the row that set it off.
 */
export const AutomationStep = z.discriminatedUnion("step", [
  z.strictObject({
    step: z.literal("mail"),
    to: z.array(z.string().min(1).max(320)).min(1).max(20),
    subject: z.string().min(1).max(200),
    text: z.string().min(1).max(5000),
  }),
  z.strictObject({ step: z.literal("change"), values: Values }),
  z.strictObject({ step: z.literal("create"), table: identifier, values: Values }),
  z.strictObject({
    step: z.literal("call"),
    url: z.string().max(500).regex(CALLED, "is no http or https address, and no variable of the app such as {env.SLACK_WEBHOOK_URL}"),
    headers: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, "is no name of a header"), z.string().max(1000)).optional(),
    body: JsonValue.optional(),
  }),
]);
export type AutomationStep = z.infer<typeof AutomationStep>;

export const Automation = z.strictObject({
  label: z.string().min(1).max(120),
  /** Where its days begin and its clock is read. */
  zone: TimeZone.default("UTC"),
  when: When,
  if: Condition.optional(),
  do: z.array(AutomationStep).min(1).max(10),
});
export type Automation = z.infer<typeof Automation>;

/** By name: that of its file, without `.json`. */
export type Automations = Record<string, Automation>;

/** `waiting`: it has begun, and waits for its turn, or to be tried again. `dead`: it was given up, for a reason. */
export const RunState = z.enum(["waiting", "done", "dead"]);
export type RunState = z.infer<typeof RunState>;

/** What a step has done, or in a preview would have done. */
export const StepResult = z.discriminatedUnion("step", [
  z.object({ step: z.literal("mail"), to: z.array(z.string()), subject: z.string(), text: z.string(), sent: z.boolean() }),
  z.object({ step: z.literal("call"), url: z.string(), body: z.string(), status: z.int().nullable(), sent: z.boolean() }),
  z.object({ step: z.enum(["change", "create"]), table: z.string(), row: z.string() }),
]);
export type StepResult = z.infer<typeof StepResult>;

export const AutomationRun = z.object({
  id: z.string(),
  automation: z.string(),
  label: z.string(),
  state: RunState,
  /** The row that set it off; null: time did. `title`: what it is called. */
  row: z.object({ table: z.string(), id: z.string(), title: z.string() }).nullable(),
  at: z.string(),
  endedAt: z.string().nullable(),
  /** How often the present step was tried. */
  attempts: z.int(),
  /** When it is tried again, where it waits. */
  nextAt: z.string().nullable(),
  reason: z.string().nullable(),
  steps: z.array(StepResult),
});
export type AutomationRun = z.infer<typeof AutomationRun>;

export const AutomationView = z.object({
  name: z.string(),
  label: z.string(),
  /** In words: what sets it off, and what it does. */
  when: z.string(),
  does: z.array(z.string()),
  off: z.boolean(),
  /** When time sets it off next. */
  nextAt: z.string().nullable(),
  /** Whether a row can set it off, and of which table. */
  table: z.string().nullable(),
  /** Whether it calls an address, signed. */
  calls: z.boolean(),
  runs: z.object({ done: z.int(), waiting: z.int(), dead: z.int() }),
});
export type AutomationView = z.infer<typeof AutomationView>;

/** `unbegun`: what was not begun today, as the app had begun as much as it may in a day. */
export const AutomationList = z.object({ items: z.array(AutomationView), unbegun: z.int() });
export type AutomationList = z.infer<typeof AutomationList>;

export const AutomationRuns = z.object({ items: z.array(AutomationRun) });
export type AutomationRuns = z.infer<typeof AutomationRuns>;

export const AutomationQuery = z.object({ environment: z.enum(["preview", "production"]).default("preview") });
export const RunsQuery = AutomationQuery.extend({ automation: z.string().max(100).optional(), state: RunState.optional() });
export type RunsQuery = z.infer<typeof RunsQuery>;
export const UpdateAutomation = z.strictObject({ off: z.boolean() });
export type UpdateAutomation = z.infer<typeof UpdateAutomation>;
export const SigningSecret = z.object({ secret: z.string() });
export type SigningSecret = z.infer<typeof SigningSecret>;
/** `POST …/automations/:automation/test`: with this row, or with the one that was changed last. */
export const TestAutomation = z.strictObject({ row: z.string().max(100).optional() });

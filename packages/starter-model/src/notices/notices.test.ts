import { automationFaults } from "@edgewright/automations/files";
import type { Automation, Table } from "@edgewright/contracts";
import { describe, expect, test } from "vitest";
import type { AppModel } from "../app-model.ts";
import { readChange } from "../change/index.ts";
import { noticeFrom } from "./notice.ts";

const column = (name: string, type: Table["columns"][number]["type"], more: object = {}) => ({
  name,
  label: `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`,
  type,
  ...more,
});
const TABLES: Table[] = [
  {
    name: "orders",
    label: "Orders",
    columns: [
      column("number", "text"),
      column("status", "select", { options: ["New", "Shipped", "Late"] }),
      column("customer", "reference", { ref: "customers" }),
      column("total", "money", { currency: "EUR" }),
      column("paid", "boolean"),
    ],
  },
  { name: "customers", label: "Customers", columns: [column("name", "text"), column("email", "email")] },
  {
    name: "rents",
    label: "Rents",
    columns: [column("title", "text"), column("tenant", "reference", { ref: "tenants" }), column("due", "date"), column("paid", "boolean")],
  },
  { name: "tenants", label: "Tenants", columns: [column("name", "text"), column("email", "email")] },
  {
    name: "tickets",
    label: "Tickets",
    columns: [
      column("title", "text"),
      column("priority", "select", { options: ["Low", "Critical"] }),
      column("assignee", "user"),
      column("notes", "longtext"),
    ],
  },
  { name: "items", label: "Items", columns: [column("name", "text"), column("stock", "integer"), column("minimum", "integer")] },
];
const MODEL: AppModel = {
  manifest: { name: "Shop", visibility: "members", roles: [{ name: "manager", label: "Manager" }] },
  schema: { tables: TABLES },
  ...{ accent: "", currency: "EUR", views: [], marks: [], fromToday: [] },
};
const facts = { schema: MODEL.schema, roles: ["manager"], env: [] };

function made(clause: string): Pick<Automation, "when" | "if"> & { to: string[] } {
  const read = noticeFrom(clause, null, MODEL);
  if (!read || "why" in read) throw new Error(read?.why ?? "no mail is read out of it");
  const { automation } = read.made;
  expect(automationFaults(automation, facts)).toEqual([]);
  const [step] = automation.do;
  return { when: automation.when, ...(automation.if && { if: automation.if }), to: step?.step === "mail" ? step.to : [] };
}
const due = (table: string, daysBefore: number) => ({ event: "due", table, field: "due", daysBefore, at: "08:00" });
const UNPAID = "!has(row.paid) || !row.paid";

test.each<[string, object]>([
  ["mail the tenant three days before the rent is due", { when: due("rents", 3), if: UNPAID, to: ["{tenant.email}"] }],
  ["The tenant gets a reminder a week before the rent is due.", { when: due("rents", 7), if: UNPAID, to: ["{tenant.email}"] }],
  ["remind me when a rent is overdue", { when: due("rents", -1), if: UNPAID, to: ["admins"] }],
  [
    "send me a mail when a ticket is critical",
    { when: { event: "becomes", table: "tickets" }, if: "row.priority == 'Critical'", to: ["admins"] },
  ],
  [
    "email the customer when the order is shipped",
    { when: { event: "becomes", table: "orders" }, if: "row.status == 'Shipped'", to: ["{customer.email}"] },
  ],
  [
    "when an order is shipped, email the customer",
    { when: { event: "becomes", table: "orders" }, if: "row.status == 'Shipped'", to: ["{customer.email}"] },
  ],
  [
    "notify the customer as soon as the order is paid",
    { when: { event: "becomes", table: "orders" }, if: "row.paid", to: ["{customer.email}"] },
  ],
  [
    "managers should be informed when an order is late",
    { when: { event: "becomes", table: "orders" }, if: "row.status == 'Late'", to: ["role:manager"] },
  ],
  ["let us know when a new ticket comes in", { when: { event: "created", table: "tickets" }, to: ["members"] }],
  ["send a mail to ops@acme.example for every new order", { when: { event: "created", table: "orders" }, to: ["ops@acme.example"] }],
  [
    "email the assignee when a ticket is assigned",
    { when: { event: "becomes", table: "tickets" }, if: "has(row.assignee)", to: ["{assignee}"] },
  ],
  ["alert me when the stock of an item is below 5", { when: { event: "becomes", table: "items" }, if: "row.stock < 5", to: ["admins"] }],
  [
    "warn us when the stock falls below the minimum",
    { when: { event: "becomes", table: "items" }, if: "row.stock < row.minimum", to: ["members"] },
  ],
  ["remind me to send the invoices every Friday at 16:30", { when: { event: "schedule", cron: "30 16 * * 5" }, to: ["admins"] }],
  [
    "tell me when a critical ticket comes in",
    { when: { event: "created", table: "tickets" }, if: "row.priority == 'Critical'", to: ["admins"] },
  ],
])("“%s”", (clause, wanted) => expect(made(clause)).toEqual(wanted));

test.each([
  ["email the tenant when a ticket is critical", "no e-mail address of the tenant in tickets"],
  ["remind me a week before a ticket expires", null],
  ["send everyone a summary every Monday", "can hold no list"],
])("“%s” is not set up, and it is said why", (clause, why) => {
  const read = noticeFrom(clause, null, { ...MODEL, schema: { tables: TABLES.filter(({ name }) => name === "tickets") } });
  expect(read).toEqual({ why: expect.stringContaining(why ?? "have no date that could come near") });
});

test.each([
  "track orders with number and email",
  "each customer has a phone",
  "text me when it is late",
  "show what is overdue",
  "mail address of the tenant",
])("no mail is read out of “%s”", (clause) => expect(noticeFrom(clause, null, MODEL)).toBeNull());

test.each<[string, object]>([
  [
    "Post to Slack when a ticket is critical",
    { step: "call", url: "{env.SLACK_WEBHOOK_URL}", body: { text: expect.stringContaining("Ticket {title} is critical") } },
  ],
  [
    "notify us on slack when a new order comes in",
    { step: "call", url: "{env.SLACK_WEBHOOK_URL}", body: { text: expect.stringContaining("Order {number} is new") } },
  ],
  [
    "when an order is late, send a message to Discord",
    { step: "call", url: "{env.DISCORD_WEBHOOK_URL}", body: { content: expect.any(String) } },
  ],
  ["call https://hooks.acme.example/orders for every new order", { step: "call", url: "https://hooks.acme.example/orders" }],
])("“%s” is a call", (clause, wanted) => {
  const { draft } = readChange(MODEL, clause);
  const { automations = {}, manifest } = draft.model;
  expect(Object.values(automations).map(({ do: [step] }) => step)).toEqual([wanted]);
  const env = (manifest.env ?? []).map(({ name }) => name);
  for (const automation of Object.values(automations)) expect(automationFaults(automation, { ...facts, env })).toEqual([]);
});

describe("in an app that is there", () => {
  const change = (request: string, model = MODEL) => readChange(model, request);

  test("one comes with the wish, takes the place of one of the same event, and goes when it is not wanted", () => {
    const first = change("Mail the tenant three days before the rent is due").draft;
    expect(Object.keys(first.model.automations ?? {})).toEqual(["remind-tenant-email-rents-due"]);
    const second = change("mail the tenant 5 days before the rent is due instead", first.model).draft;
    expect(Object.values(second.model.automations ?? {})).toMatchObject([{ when: { daysBefore: 5 } }]);
    const third = change("stop mailing the tenant", second.model).draft;
    expect(third.model.automations).toEqual({});
    expect(third.told.join(" ")).toContain("is gone");
  });

  test("two wishes of one sentence are two automations", () => {
    const { automations = {} } = change("Post to Slack when an order is late, and remind me 3 days before a rent is due").draft.model;
    expect(Object.values(automations).map(({ when, do: [step] }) => [when.event, step?.step])).toEqual([
      ["becomes", "call"],
      ["due", "mail"],
    ]);
  });

  test("a field's new name is taken over, and one that is gone takes the automation with it", () => {
    const { model } = change("email the customer when the order is shipped").draft;
    const renamed = change("rename status to state", model).draft.model;
    expect(Object.values(renamed.automations ?? {})).toMatchObject([{ if: "row.state == 'Shipped'" }]);
    const gone = change("remove the email from customers", model).draft;
    expect(gone.model.automations).toEqual({});
    expect(gone.told.join(" ")).toContain("spoke of what is gone");
  });
});

import { type AppSchema, Automation } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { automationFaults } from "./faults.ts";

const schema: AppSchema = {
  tables: [
    {
      name: "orders",
      label: "Orders",
      columns: [
        { name: "number", label: "Number", type: "autonumber" },
        { name: "status", label: "Status", type: "select", options: ["new", "shipped"] },
        { name: "due", label: "Due", type: "date" },
        { name: "customer", label: "Customer", type: "reference", ref: "customers" },
        { name: "seller", label: "Seller", type: "user" },
      ],
    },
    { name: "customers", label: "Customers", columns: [{ name: "email", label: "E-mail", type: "email" }] },
  ],
};
const mail = (more: object = {}) => ({ step: "mail", to: ["{customer.email}"], subject: "Order {number}", text: "{seller.name}", ...more });
const faults = (given: object) =>
  automationFaults(Automation.parse({ label: "It", when: { event: "created", table: "orders" }, do: [mail()], ...given }), {
    schema,
    roles: ["manager"],
    env: ["SLACK_URL"],
  }).map(({ path, message }) => `${path.join(".")}: ${message}`);

test.each<[string, object]>([
  [
    "mail to a field behind a reference, to a person and to a role",
    { do: [mail({ to: ["{customer.email}", "{seller}", "role:manager", "author", "a@b.example"] })] },
  ],
  ["a day that comes due", { when: { event: "due", table: "orders", field: "due", daysBefore: 3 } }],
  [
    "a schedule, with no row",
    { when: { event: "schedule", cron: "0 8 * * 1" }, do: [mail({ to: ["admins"], subject: "Monday", text: "Hello" })] },
  ],
  [
    "a row that names the one that set it off",
    { do: [{ step: "create", table: "orders", values: { status: "new", customer: "{customer}" } }] },
  ],
  ["a call to an address that is a variable", { do: [{ step: "call", url: "{env.SLACK_URL}", body: { text: "Order {number}" } }] }],
])("nothing is wrong with %s", (_, given) => expect(faults(given)).toEqual([]));

test.each<[object, string]>([
  [{ when: { event: "created", table: "order" } }, 'when.table: There is no table "order"; tables: orders, customers.'],
  [{ when: { event: "becomes", table: "orders" } }, "when.event: What a row becomes is said by “if”, a condition over it."],
  [
    { when: { event: "due", table: "orders", field: "status" } },
    'when.field: "status" is of type select; only a date or a datetime comes due.',
  ],
  [{ when: { event: "changed", table: "orders", field: "status", to: "sent" } }, 'when.to: "sent" is none of the options: new, shipped.'],
  [{ if: "row.state == 'new'" }, "if: The condition \"row.state == 'new'\" knows no row.state"],
  [
    { when: { event: "schedule", cron: "0 8 * * 8" }, do: [mail({ to: ["admins"], subject: "x", text: "x" })] },
    "when.cron: This is no schedule",
  ],
  [
    { when: { event: "schedule", cron: "0 8 31 2 *" }, do: [mail({ to: ["admins"], subject: "x", text: "x" })] },
    "when.cron: There is no such moment.",
  ],
  [
    { when: { event: "schedule", cron: "0 8 * * 1" }, do: [mail({ subject: "x", text: "x" })] },
    "do.0.to.0: A schedule has no row, so there is no {customer.email}.",
  ],
  [{ do: [mail({ to: ["the boss"] })] }, 'do.0.to.0: "the boss" is no address'],
  [{ do: [mail({ to: ["{status}"] })] }, 'do.0.to.0: "status" is of type select; a mail goes to a field of type email or user.'],
  [{ do: [mail({ to: ["role:boss"] })] }, 'do.0.to.0: The app has no role "boss"; roles: manager.'],
  [{ do: [mail({ text: "Dear {customer.name}" })] }, "do.0.text: There is no {customer.name} here; there are number, status,"],
  [{ do: [{ step: "change", values: { number: "7" } }] }, 'do.0.values.number: "number" is worked out or numbered by the platform'],
  [
    { when: { event: "deleted", table: "orders" }, do: [{ step: "change", values: { status: "new" } }] },
    "do.0.step: There is no row to change",
  ],
  [{ do: [{ step: "create", table: "tasks", values: {} }] }, 'do.0.table: There is no table "tasks"'],
  [{ do: [{ step: "call", url: "{env.SLACK}" }] }, 'do.0.url: The app declares no variable "SLACK"'],
  [
    { do: [{ step: "call", url: "https://a.example", body: { text: ["{env.SLACK_URL}"] } }] },
    "do.0.body.text.0: A variable of the app stands in",
  ],
])("%j is found", (given, wanted) => {
  const found = faults(given);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(wanted);
});

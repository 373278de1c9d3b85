import type { RoleHolder } from "@edgewright/accounts";
import type { AppSchema, Automation, AutomationEffect, DataPlace, Outcome, RowWriter } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { appData, testClock, writer as writerOf } from "@edgewright/testing";
import { must } from "@edgewright/testing/must";
import { describe, expect, test } from "vitest";
import { doEffects } from "./outside/do-effects.ts";

function take<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const SCHEMA: AppSchema = {
  tables: [
    {
      name: "customers",
      label: "Customers",
      columns: [
        { name: "name", label: "Name", type: "text" },
        { name: "email", label: "E-mail", type: "email" },
      ],
    },
    {
      name: "orders",
      label: "Orders",
      columns: [
        { name: "number", label: "Number", type: "text", required: true },
        { name: "status", label: "Status", type: "select", options: ["new", "shipped", "late"] },
        { name: "customer", label: "Customer", type: "reference", ref: "customers" },
        { name: "total", label: "Total", type: "money", currency: "EUR" },
        { name: "due", label: "Due", type: "date" },
        { name: "notes", label: "Notes", type: "text" },
        { name: "seller", label: "Seller", type: "user" },
      ],
    },
    { name: "tasks", label: "Tasks", columns: [{ name: "title", label: "Title", type: "text", required: true }] },
  ],
};

const SHIPPED: Automation = {
  label: "Tell the customer",
  zone: "UTC",
  when: { event: "becomes", table: "orders" },
  if: "row.status == 'shipped'",
  do: [
    { step: "mail", to: ["{customer.email}"], subject: "Order {number} is on its way", text: "Dear {customer.name},\n\n{total} in all." },
    { step: "create", table: "tasks", values: { title: "Follow up {number}" } },
  ],
};
const ADA: RoleHolder = { id: "usr_ada", kind: "member", name: "Ada", email: "ada@acme.example", role: "admin", roles: ["manager"] };
const BOB: RoleHolder = { id: "usr_bob", kind: "member", name: "Bob", email: "bob@acme.example", role: "editor", roles: [] };
const PREVIEW: DataPlace = { organizationId: "org_test", projectId: "prj_test", environment: "preview" };
const PRODUCTION: DataPlace = { ...PREVIEW, environment: "production" };
const BY = {
  organizationId: "org_test",
  origin: { kind: "person" as const, id: "usr_ada", name: "Ada", personId: "usr_ada", ip: null, userAgent: null, requestId: "req_1" },
};

/** An app whose automations run as they would: rows in SQLite, a queue that may deliver what and when it likes, mail that is counted. */
async function world(given: Record<string, Automation>, { place = PRODUCTION, at = "2026-03-02T12:00:00Z", mailsADay = 100 } = {}) {
  const clock = testClock(Date.parse(at));
  const { store, automations } = appData(clock, { mailsADay });
  take(await store.setSchema("current", SCHEMA));
  await automations.setAutomations(place, given);
  const sent: { to: string; subject: string; text: string; id: string }[] = [];
  const calls: { url: string; headers: Headers; body: string }[] = [];
  const says = { mail: [] as ReturnType<typeof fail>[], call: [] as number[], once: true };
  const deps = {
    automations: () => automations,
    people: async () => [ADA, BOB],
    app: async () => ({ name: "Orders" }),
    mailer: {
      get once() {
        return says.once;
      },
      async send({ to, subject, text, id = "" }: { to: string; subject: string; text: string; id?: string }) {
        const refused = says.mail.shift();
        if (refused) return refused;
        if (!sent.some((one) => one.id === id)) sent.push({ to, subject, text, id });
        return ok(undefined);
      },
    },
    fetchOutside: async (url: Parameters<typeof fetch>[0], init?: RequestInit) => {
      calls.push({ url: String(url), headers: new Headers(init?.headers), body: String(init?.body) });
      return new Response(null, { status: says.call.shift() ?? 204 });
    },
    variables: async () => ok({ HOOK: { value: "https://hooks.example/T00-secret", secret: true } }),
    clock,
    sealKey: "a secret of the platform",
    send: async () => {},
  };
  const by: RowWriter = writerOf({ channel: "current", actor: { kind: "member", userId: "usr_bob", may: "write" } });
  const customer = take(await store.create(by, "customers", { name: "Cem", email: "cem@shop.example" })).id;
  return {
    ...{ store, automations, clock, sent, calls, says, deps, by, customer },
    order: async (values: Record<string, unknown>) => take(await store.create(by, "orders", { number: "1", customer, ...values })),
    run: () => doEffects(deps, { kind: "automation", object: "any" }),
    runs: async () => (await automations.automationRuns({}, true)).items,
  };
}

describe("what a row sets off", () => {
  test("a mail to an address behind a reference, with the row's values as people read them, and a row of another table", async () => {
    const app = await world({ shipped: SHIPPED });
    const { id } = await app.order({ number: "A-7", total: 1250.5 });
    await app.run();
    expect(app.sent).toEqual([]);
    take(await app.store.update(app.by, "orders", id, { status: "shipped" }));
    await app.run();
    expect(app.sent).toMatchObject([{ to: "cem@shop.example", subject: "Order A-7 is on its way" }]);
    expect(must(app.sent[0]).text).toContain("Dear Cem,\n\n€1,250.50 in all.");
    expect(take(await app.store.list(app.by, "tasks", {})).rows).toMatchObject([{ title: "Follow up A-7", createdBy: null }]);
    expect(await app.runs()).toMatchObject([
      {
        state: "done",
        row: { table: "orders", id, title: "A-7" },
        steps: [
          { step: "mail", sent: true },
          { step: "create", table: "tasks" },
        ],
      },
    ]);
    // It was so already: nothing becomes so by another change.
    take(await app.store.update(app.by, "orders", id, { notes: "thanks" }));
    await app.run();
    expect(app.sent).toHaveLength(1);
  });

  const cases: [string, Automation["when"], string | undefined, string[]][] = [
    ["added", { event: "created", table: "orders" }, undefined, ["add"]],
    ["added, and the condition holds", { event: "created", table: "orders" }, "row.total > 5.0", []],
    ["changed at all", { event: "changed", table: "orders" }, undefined, ["late", "shipped", "note"]],
    ["changed in a field", { event: "changed", table: "orders", field: "status" }, undefined, ["late", "shipped"]],
    [
      "changed from one value to another",
      { event: "changed", table: "orders", field: "status", from: "late", to: "shipped" },
      undefined,
      ["shipped"],
    ],
    ["changed so that it differs", { event: "changed", table: "orders" }, "old.status == 'new' && row.status == 'late'", ["late"]],
    ["deleted", { event: "deleted", table: "orders" }, "row.status == 'shipped'", ["delete"]],
    ["what cannot be said sets nothing off", { event: "changed", table: "orders" }, "row.total > 0.0", []],
  ];
  test.each(cases)("when it is %s", async (_, when, condition, wanted) => {
    const automation: Automation = { ...SHIPPED, when, if: condition, do: [{ step: "call", url: "https://hooks.example/x" }] };
    const app = await world({ it: automation }, { place: PREVIEW });
    const began: string[] = [];
    const drained = async (name: string) => {
      const before = (await app.runs()).length;
      await app.run();
      if (before > began.length) began.push(name);
    };
    const { id } = await app.order({ status: "new" });
    await drained("add");
    for (const [name, values] of Object.entries({ late: { status: "late" }, shipped: { status: "shipped" }, note: { notes: "x" } })) {
      take(await app.store.update(app.by, "orders", id, values));
      await drained(name);
    }
    take(await app.store.remove(app.by, "orders", id));
    await drained("delete");
    expect(began).toEqual(wanted);
  });

  test("begins in the transaction of the write: one that is refused sets nothing off, and neither does an imported or a sample row", async () => {
    const app = await world({ it: { ...SHIPPED, when: { event: "created", table: "orders" }, if: undefined } });
    expect((await app.store.create(app.by, "orders", {})).ok).toBe(false);
    const sample = { ...app.by, origin: { organizationId: "org_test", projectId: "prj_test", way: "sample" as const } };
    take(await app.store.create(sample, "orders", { number: "2" }));
    expect(await app.runs()).toEqual([]);
  });
});

describe("each mail goes out once", () => {
  test("however often the queue delivers, and whoever does it at the same time", async () => {
    const app = await world({ shipped: SHIPPED });
    for (const number of ["1", "2", "3"]) await app.order({ number, status: "shipped" });
    await Promise.all([app.run(), app.run(), app.run()]);
    await app.run();
    expect(app.sent.map(({ subject }) => subject).sort()).toEqual([1, 2, 3].map((n) => `Order ${n} is on its way`));
    expect(take(await app.store.list(app.by, "tasks", {})).total).toBe(3);
  });

  test("when whoever did it died after sending, and before saying so: under the same key, after a minute", async () => {
    const app = await world({ shipped: SHIPPED });
    await app.order({ status: "shipped" });
    const effect = must(await app.automations.beginEffect());
    await app.deps.mailer.send({ ...MAIL, id: must(await idOf(app, effect)) });
    expect(await app.automations.beginEffect()).toBeNull();
    app.clock.advance(MINUTE);
    await app.run();
    expect(app.sent).toHaveLength(1);
    expect(await app.runs()).toMatchObject([{ state: "done" }]);
    // What the dead one says later is not taken.
    await app.automations.endEffect(effect, fail("unavailable", "late", { retry: true }));
    expect(await app.runs()).toMatchObject([{ state: "done", reason: null }]);
  });

  test("where the way of sending cannot tell, it is not sent again, but a person is asked", async () => {
    const app = await world({ shipped: SHIPPED });
    app.says.once = false;
    await app.order({ status: "shipped" });
    must(await app.automations.beginEffect());
    app.clock.advance(MINUTE);
    await app.run();
    expect(app.sent).toEqual([]);
    const [run] = await app.runs();
    expect(run).toMatchObject({ state: "dead", reason: expect.stringContaining("may have gone out") });
    take(await app.automations.retryRun(BY, must(run).id));
    await app.run();
    expect(app.sent).toHaveLength(1);
  });

  test("of several people, those who have it do not get it again when it failed for one", async () => {
    const app = await world({ it: { ...SHIPPED, do: [{ step: "mail", to: ["members", "ops@acme.example"], subject: "s", text: "t" }] } });
    await app.order({ status: "shipped" });
    app.says.mail = [];
    let tries = 0;
    const { send } = app.deps.mailer;
    app.deps.mailer.send = async (mail) => {
      tries += 1;
      return tries === 2 ? fail("unavailable", "busy", { retry: true }) : send({ ...mail, id: `${mail.id}-${tries}` });
    };
    await app.run();
    expect(await app.runs()).toMatchObject([{ state: "waiting", reason: "busy", steps: [{ to: ["ada@acme.example"] }] }]);
    app.clock.advance(MINUTE);
    await app.run();
    expect(app.sent.map(({ to }) => to)).toEqual(["ada@acme.example", "bob@acme.example", "ops@acme.example"]);
  });

  test("a row that was written before the crash is not written twice", async () => {
    const app = await world({ it: { ...SHIPPED, do: SHIPPED.do.slice(1) } });
    await app.order({ status: "shipped" });
    // The row is written, and its journal is not.
    const { create } = app.store;
    app.store.create = async (...args) => {
      await create.apply(app.store, args);
      app.store.create = create;
      throw new Error("the object was stopped");
    };
    await expect(app.automations.beginEffect()).rejects.toThrow("stopped");
    app.clock.advance(MINUTE);
    await app.run();
    expect(take(await app.store.list(app.by, "tasks", {})).total).toBe(1);
    expect(await app.runs()).toMatchObject([{ state: "done" }]);
  });
});

describe("what fails", () => {
  test("is tried again ever later, then given up with its reason, and goes on when a person says so", async () => {
    const app = await world({ shipped: SHIPPED });
    const busy = fail("unavailable", "The mail server answered 503", { retry: true });
    app.says.mail = Array.from({ length: 6 }, () => busy);
    await app.order({ status: "shipped" });
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries++) {
      await app.run();
      const next = app.automations.next();
      if (next !== null) waits.push((next - app.clock.now()) / 1000);
      app.clock.advance(Math.max(0, (next ?? app.clock.now()) - app.clock.now()));
    }
    expect(waits).toEqual([30, 120, 600, 3600, 14_400]);
    const [run] = await app.runs();
    expect(run).toMatchObject({ state: "dead", reason: "The mail server answered 503", attempts: 6 });
    expect(take(await app.automations.retryRun(BY, must(run).id))).toMatchObject({ state: "waiting" });
    await app.run();
    expect(app.sent).toHaveLength(1);
    expect((await app.automations.retryRun(BY, must(run).id)).ok).toBe(false);
  });

  test("holds up what the same row set off later, and nothing else", async () => {
    const app = await world({ all: { ...SHIPPED, when: { event: "changed", table: "orders", field: "notes" }, if: undefined } });
    const [one, two] = [await app.order({ number: "1" }), await app.order({ number: "2" })];
    app.says.mail = [fail("unavailable", "busy", { retry: true })];
    for (const { id } of [one, one, two]) take(await app.store.update(app.by, "orders", id, { notes: crypto.randomUUID() }));
    await app.run();
    expect(app.sent.map(({ subject }) => subject)).toEqual(["Order 2 is on its way"]);
    app.clock.advance(MINUTE);
    await app.run();
    expect(app.sent.map(({ subject }) => subject.slice(0, 7))).toEqual(["Order 2", "Order 1", "Order 1"]);
  });

  test("what is wrong stays wrong: it is not tried again, and says what is missing", async () => {
    const app = await world({ shipped: SHIPPED });
    await app.order({ status: "shipped", customer: null });
    await app.run();
    expect(await app.runs()).toMatchObject([{ state: "dead", attempts: 1, reason: expect.stringContaining("nobody to send it to") }]);
  });

  test("a value that the table refuses is said with its field", async () => {
    const app = await world({ it: { ...SHIPPED, do: [{ step: "change", values: { total: "lots" } }] } });
    await app.order({ status: "shipped" });
    await app.run();
    expect(await app.runs()).toMatchObject([{ state: "dead", reason: expect.stringContaining("total") }]);
  });
});

test("automations that set each other off are cut after five, and say so", async () => {
  const turn = (from: string, to: string): Automation => ({
    ...SHIPPED,
    when: { event: "changed", table: "orders", field: "status", to: from },
    if: undefined,
    do: [{ step: "change", values: { status: to } }],
  });
  const app = await world({ a: turn("late", "shipped"), b: turn("shipped", "late") });
  const { id } = await app.order({ status: "new" });
  take(await app.store.update(app.by, "orders", id, { status: "late" }));
  await app.run();
  const runs = await app.runs();
  expect(runs.filter(({ state }) => state === "done")).toHaveLength(6);
  expect(runs[0]).toMatchObject({ state: "dead", reason: expect.stringContaining("set each other off 5 times") });
});

test("no more mails go out in a day than may, and tomorrow they may again", async () => {
  const app = await world({ shipped: SHIPPED }, { mailsADay: 3 });
  for (let n = 0; n < 4; n++) await app.order({ number: String(n), status: "shipped" });
  await app.run();
  expect(app.sent).toHaveLength(3);
  const [dead] = (await app.automations.automationRuns({ state: "dead" }, true)).items;
  expect(dead?.reason).toContain("as many as it may");
  app.clock.advance(24 * HOUR);
  take(await app.automations.retryRun(BY, must(dead).id));
  await app.run();
  expect(app.sent).toHaveLength(4);
});

test("a preview sends nothing, and keeps what it would have sent", async () => {
  const app = await world(
    { shipped: { ...SHIPPED, do: [...SHIPPED.do, { step: "call", url: "https://hooks.example/x" }] } },
    { place: PREVIEW },
  );
  await app.order({ status: "shipped" });
  await app.run();
  expect([app.sent, app.calls]).toEqual([[], []]);
  const [run] = await app.runs();
  expect(must(run).steps).toMatchObject([
    { step: "mail", to: ["cem@shop.example"], subject: "Order 1 is on its way", sent: false },
    { step: "create" },
    { step: "call", url: "https://hooks.example/x", sent: false },
  ]);
  // What was sent is not for those who may not change the rules of the tables.
  expect((await app.automations.automationRuns({}, false)).items).toMatchObject([{ steps: [] }]);
});

test("a call is signed as Standard Webhooks has it, under the same id each time, and tried again when the other side is busy", async () => {
  const app = await world({ it: { ...SHIPPED, do: [{ step: "call", url: "https://hooks.example/x" }] } });
  app.says.call = [503, 200];
  const { id } = await app.order({ status: "shipped" });
  await app.run();
  app.clock.advance(MINUTE);
  await app.run();
  expect(app.calls).toHaveLength(2);
  const [first, second] = app.calls.map(({ headers }) => headers);
  expect(second?.get("webhook-id")).toBe(first?.get("webhook-id"));
  expect(first?.get("webhook-signature")).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
  expect(JSON.parse(must(app.calls[0]).body)).toMatchObject({ type: "row.becomes", data: { table: "orders", row: { id, number: "1" } } });
  expect(await app.runs()).toMatchObject([{ state: "done", steps: [{ status: 200 }] }]);
});

test("a call in the other side's words goes to an address that is a secret of the app, which is written down nowhere", async () => {
  const step = {
    step: "call" as const,
    url: "{env.HOOK}",
    headers: { "x-key": "{env.HOOK}" },
    body: { text: "Order {number}: {total}", of: "{number}" },
  };
  const app = await world({ it: { ...SHIPPED, do: [step] } });
  app.says.call = [400];
  await app.order({ number: "A-7", total: 5, status: "shipped" });
  await app.run();
  expect(app.calls).toMatchObject([
    { url: "https://hooks.example/T00-secret", body: JSON.stringify({ text: "Order A-7: €5.00", of: "A-7" }) },
  ]);
  const [run] = await app.runs();
  expect(run).toMatchObject({ state: "dead", reason: "{env.HOOK} answered 400." });
  app.deps.fetchOutside = async (url) => {
    throw new TypeError(`no way to ${url}`);
  };
  take(await app.automations.retryRun(BY, must(run).id));
  await app.run();
  expect(JSON.stringify(await app.runs())).toContain("no way to [secret HOOK]");
  expect(JSON.stringify(await app.runs())).not.toContain("T00-secret");
});

test("switched off, nothing is set off and nothing that waits is done; each switch has its line in the log", async () => {
  const app = await world({ shipped: SHIPPED });
  await app.order({ number: "1", status: "shipped" });
  const off = take(await app.automations.switchAutomation(BY, "shipped", true));
  expect(off.items).toMatchObject([{ off: true, runs: { dead: 1 } }]);
  await app.order({ number: "2", status: "shipped" });
  await app.run();
  expect(app.sent).toEqual([]);
  take(await app.automations.switchAutomation(BY, "shipped", false));
  await app.order({ number: "3", status: "shipped" });
  await app.run();
  expect(app.sent.map(({ subject }) => subject)).toEqual(["Order 3 is on its way"]);
  const lines: string[] = [];
  await app.store.record.outbox.drain(async (some) => void lines.push(...some.map(({ action }) => action)));
  expect(lines.filter((action) => action.startsWith("automation."))).toEqual(["automation.switched_off", "automation.switched_on"]);
});

test("a run goes on by the wording that it began with, and one that is gone sets nothing off", async () => {
  const app = await world({ shipped: SHIPPED });
  await app.order({ number: "1", status: "shipped" });
  await app.automations.setAutomations(PRODUCTION, {});
  await app.order({ number: "2", status: "shipped" });
  await app.run();
  expect(app.sent.map(({ subject }) => subject)).toEqual(["Order 1 is on its way"]);
});

test("tried out with the row that was changed last, whatever the condition says; not where it would really be sent", async () => {
  const app = await world({ shipped: SHIPPED }, { place: PREVIEW });
  expect(await app.automations.testAutomation(BY, "shipped")).toMatchObject({ ok: false, error: { code: "not_found" } });
  await app.order({ number: "1", status: "new" });
  take(await app.automations.testAutomation(BY, "shipped"));
  await app.run();
  expect(await app.runs()).toMatchObject([{ state: "done", steps: [{ subject: "Order 1 is on its way" }, {}] }]);
  await app.automations.setAutomations(PRODUCTION, { shipped: SHIPPED });
  expect((await app.automations.testAutomation(BY, "shipped")).ok).toBe(false);
});

const DUE: Automation = {
  label: "Remind",
  zone: "Europe/Berlin",
  when: { event: "due", table: "orders", field: "due", daysBefore: 3, at: "08:00" },
  if: "row.status != 'shipped'",
  do: [{ step: "mail", to: ["{customer.email}"], subject: "{number} is due on {due}", text: "Please." }],
};

describe("what time sets off", () => {
  test("a day that is so many days away, each morning where it is, once for each row and day", async () => {
    const app = await world({ remind: DUE }, { at: "2026-03-27T12:00:00Z" });
    await app.order({ number: "sunday", due: "2026-04-01", status: "new" });
    await app.order({ number: "monday", due: "2026-04-02", status: "new" });
    await app.order({ number: "settled", due: "2026-04-01", status: "shipped" });
    // Clocks in Berlin are put forward on Sunday the 29th: eight in the morning is at seven UTC before, and at six from then on.
    expect(app.automations.next()).toBe(Date.parse("2026-03-28T07:00:00Z"));
    for (const [at, wanted] of [
      ["2026-03-28T07:00:00Z", []],
      ["2026-03-29T06:00:00Z", ["sunday is due on 1 April 2026"]],
      ["2026-03-30T06:00:00Z", ["monday is due on 2 April 2026"]],
    ] as const) {
      app.clock.advance(Date.parse(at) - app.clock.now());
      expect(app.automations.next()).toBe(app.clock.now());
      await app.automations.tick();
      await app.run();
      expect(app.sent.splice(0).map(({ subject }) => subject)).toEqual(wanted);
      // Whoever died on the way begins again.
      await app.automations.tick();
      await app.run();
      expect(app.sent).toEqual([]);
    }
  });

  test("mornings that nobody was there for are made up for, up to a week", async () => {
    const app = await world({ remind: DUE }, { at: "2026-05-01T12:00:00Z" });
    for (const day of ["05", "06", "07", "20"]) await app.order({ number: day, due: `2026-05-${day}`, status: "new" });
    app.clock.advance(72 * HOUR);
    await app.automations.tick();
    await app.run();
    expect(app.sent.map(({ subject }) => subject.slice(0, 2)).sort()).toEqual(["05", "06", "07"]);
    expect(app.automations.next()).toBe(Date.parse("2026-05-05T06:00:00Z"));
  });

  test("many rows on one day, each of them once", async () => {
    const app = await world({ remind: DUE }, { at: "2026-05-01T12:00:00Z", place: PREVIEW });
    for (let n = 0; n < 205; n++) await app.order({ number: String(n), due: "2026-05-05", status: "new" });
    app.clock.advance(24 * HOUR);
    await app.automations.tick();
    expect((await app.automations.automations()).items).toMatchObject([{ runs: { waiting: 205 } }]);
  });

  test("a schedule, by the clock on the wall, once for each of its moments", async () => {
    const weekly: Automation = {
      ...{ label: "Weekly", zone: "Europe/Berlin", when: { event: "schedule", cron: "0 8 * * 1" } },
      do: [{ step: "mail", to: ["role:manager"], subject: "Monday", text: "Good morning." }],
    };
    const app = await world({ weekly }, { at: "2026-10-20T00:00:00Z" });
    const moments: string[] = [];
    for (let week = 0; week < 2; week++) {
      const next = must(app.automations.next());
      moments.push(new Date(next).toISOString());
      app.clock.advance(next - app.clock.now());
      await app.automations.tick();
      await app.automations.tick();
      await app.run();
    }
    // Clocks are put back on Sunday the 25th.
    expect(moments).toEqual(["2026-10-26T07:00:00.000Z", "2026-11-02T07:00:00.000Z"]);
    expect(app.sent.map(({ to }) => to)).toEqual(["ada@acme.example", "ada@acme.example"]);
  });

  test("a version with the same wording does not begin its clock anew", async () => {
    const app = await world({ remind: DUE }, { at: "2026-05-01T05:59:00Z" });
    app.clock.advance(2 * MINUTE);
    await app.automations.setAutomations(PRODUCTION, { remind: DUE });
    expect(app.automations.next()).toBe(Date.parse("2026-05-01T06:00:00Z"));
  });
});

const MAIL = { kind: "automation", to: "cem@shop.example", subject: "Order 1 is on its way", text: "", html: "" };

/** The id under which a mail of this effect goes out: asked of whoever sends it. */
async function idOf(app: Awaited<ReturnType<typeof world>>, effect: AutomationEffect): Promise<string | undefined> {
  let id: string | undefined;
  const once = { beginEffect: async () => (id === undefined ? effect : null), endEffect: async () => {} };
  const mailer = {
    once: true,
    send: async (mail: { id?: string }) => {
      id = mail.id;
      return ok(undefined);
    },
  };
  await doEffects({ ...app.deps, mailer, automations: () => once }, { kind: "automation", object: "any" });
  return id;
}

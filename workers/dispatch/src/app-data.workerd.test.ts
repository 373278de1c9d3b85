/** What an app's server code can reach through what it is handed. It is the attacker here. */
import { at } from "@edgewright/core";
import { describe, expect, it } from "vitest";
import { askAs, member, serverCode, setApp } from "./testing/app-host.ts";

const ADA = member("usr_ada");
const VIEWER = member("usr_viewer");

/** Runs code in the app's own isolate, in the name of a visitor, and gives what it returns. */
async function inApp<T>(body: string, visitor = ADA as typeof ADA | null): Promise<T> {
  await setApp({ code: serverCode(`const run = async () => { ${body} }; return Response.json(await run() ?? null);`), visibility: "link" });
  const answer = await askAs(visitor, "/api/run");
  expect(await answer.clone().text(), String(answer.status)).not.toBe("");
  return (await answer.json()) as T;
}

/** All that JavaScript knows to call on things of the platform, and all that the platform has behind these. */
const NAMES = [
  ...["list", "get", "create", "update", "remove"],
  ...[
    "take",
    "ask",
    "data",
    "rows",
    "open",
    "#ask",
    "store",
    "sql",
    "erase",
    "setSchema",
    "schema",
    "migrates",
    "mark",
    "compare",
    "hold",
    "rollBack",
  ],
  ...[
    "drop",
    "release",
    "env",
    "ctx",
    "props",
    "exports",
    "constructor",
    "prototype",
    "__proto__",
    "toString",
    "valueOf",
    "toJSON",
    "hasOwnProperty",
  ],
  ...[
    "__defineGetter__",
    "__lookupGetter__",
    "isPrototypeOf",
    "then",
    "catch",
    "finally",
    "dup",
    "call",
    "apply",
    "bind",
    "name",
    "length",
  ],
  ...["fetch", "connect", "queue", "scheduled", "tail", "trace", "alarm", "email", "test", "webSocketMessage", "default", "AppData"],
];

const WAYS = `
  const says = async (work) => { try { const value = await work(); return typeof value === "function" ? "function" : JSON.stringify(value) ?? "undefined" } catch (error) { return "refused" } };
  const given = { list: ["tasks"], create: ["tasks", {}] };
  const called = {};
  for (const [capability, held] of Object.entries({ DATA: env.DATA, APP: env.APP }))
    for (const name of ${JSON.stringify(NAMES)}) {
      const answers = [
        await says(() => held[name](...(given[name] ?? ["tasks", "row_1", {}]))),
        await says(() => held[name](async (data) => data.erase())),
        await says(() => held.list("tasks")[name]()),
      ];
      called[capability + "." + name] = answers;
    }
  return called;`;

describe("what server code is handed", () => {
  it("is two names and the app's own variables, and nothing of the platform's bindings", async () => {
    expect(await inApp("return { env: Object.keys(env).sort(), own: Object.keys(context.props).sort() };")).toEqual({
      env: ["APP", "DATA", "GREETING", "MAIL_KEY"],
      own: ["APP", "DATA"],
    });
  });

  it("can be called by the written list of methods only, and gives rows only", async () => {
    const called = await inApp<Record<string, string[]>>(WAYS);
    const answering = Object.entries(called).filter(
      ([, [plain]]) => plain !== "refused" && plain !== "undefined" && plain?.includes('"scope"'),
    );
    const methods = ["list", "get", "create", "update", "remove"];
    expect(answering.map(([name]) => name).sort()).toEqual(
      ["APP", "DATA"].flatMap((name) => methods.map((method) => `${name}.${method}`)).sort(),
    );
    expect(JSON.stringify(called)).not.toContain("is gone");
    // `then` and its like belong to promises, which every property of a stub is.
    const LOCAL = [
      "then",
      "catch",
      "finally",
      "dup",
      "toString",
      "valueOf",
      "hasOwnProperty",
      "isPrototypeOf",
      "__defineGetter__",
      "__lookupGetter__",
      "constructor",
    ];
    for (const [name, [plain, withFunction]] of Object.entries(called))
      if (!methods.includes(at(name.split("."), 1)) && !LOCAL.includes(at(name.split("."), 1)))
        expect([name, plain, withFunction]).toEqual([name, "refused", "refused"]);
  });

  it("takes functions, stubs and things of other kinds for what they are in JSON, and calls none of them back", async () => {
    const asked = await inApp<{ back: number; answers: string[] }>(`
      let back = 0;
      const call = () => { back++; return "tasks"; };
      const given = [[call], [{ toString: call }], [env.APP], ["tasks", call], ["tasks", { filters: call }], ["tasks", { filters: [{ column: call, op: "eq" }] }],
        [new Date(0)], [new Map()], [1n], [Symbol.iterator], [undefined], [null], [["tasks"]]];
      const answers = [];
      for (const args of given) answers.push(await env.DATA.list(...args).then(() => "taken", (error) => error.code ?? "refused"));
      const row = await env.DATA.create("tasks", { title: call, nested: { env }, at: new Date(0) });
      return { back, answers, row };`);
    expect(asked.back).toBe(0);
    expect(asked.answers.filter((answer) => answer === "taken")).toHaveLength(2);
    expect(asked).toMatchObject({ row: { given: ["tasks", { at: "1970-01-01T00:00:00.000Z" }] } });
  });

  it("acts as whoever asks, and as the app itself by another name; the app cannot choose", async () => {
    const who = 'return [await env.DATA.list("tasks", {}), await env.APP.list("tasks", {})].map(({ scope }) => scope.actor);';
    expect(await inApp(who)).toMatchObject([{ kind: "member", userId: "usr_ada", may: "write", role: "editor" }, { kind: "app" }]);
    expect(await inApp(who, member("usr_bob"))).toMatchObject([{ userId: "usr_bob" }, {}]);
    expect(await inApp(who, VIEWER)).toMatchObject([{ userId: "usr_viewer", may: "read" }, {}]);
    expect(await inApp(who, null)).toEqual([{ kind: "visitor" }, { kind: "app" }]);
    const given = 'return (await env.DATA.list("tasks", { scope: { actor: { kind: "member", userId: "usr_x" } } })).scope.actor;';
    expect(await inApp(given)).toMatchObject({ userId: "usr_ada" });
  });

  it("says what was refused with code and next step, and answers with it where the app lets it pass", async () => {
    expect(
      await inApp(
        'try { await env.DATA.list("refused") } catch (e) { return { name: e.name, code: e.code, message: e.message, next: e.next } }',
      ),
    ).toEqual({
      name: "DataError",
      code: "forbidden",
      message: "Not this.",
      next: "Ask.",
    });
    await setApp({ code: serverCode('return Response.json(await env.DATA.list("refused"));') });
    const answer = await askAs(ADA, "/api/run");
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "forbidden", detail: "Not this.", next: "Ask." });
  });
});

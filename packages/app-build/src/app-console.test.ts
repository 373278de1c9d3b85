import { format } from "node:util";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { appConsole } from "./app-console.ts";

/** What code writes to the console beneath, after the app's console has been put in its place. */
function written(code: string, mark = "prj_todo current", secrets = {}): unknown[][] {
  const lines: unknown[][] = [];
  const listeners: Record<string, (event: object) => void> = {};
  const methods = [
    "debug",
    "error",
    "info",
    "log",
    "warn",
    "dir",
    "dirxml",
    "table",
    "trace",
    "group",
    "groupCollapsed",
    "groupEnd",
    "count",
  ];
  const beneath = Object.fromEntries(
    [...methods, "assert", "context", "time", "Console"].map((name) => [name, (...said: unknown[]) => void lines.push([name, ...said])]),
  );
  const addEventListener = (name: string, listen: (event: object) => void) => {
    listeners[name] = listen;
  };
  const fire = (name: string, event: object) => listeners[name]?.({ preventDefault() {}, ...event });
  // A script of its own imports nothing.
  const script = appConsole(mark, secrets).replace(/^import .*$/m, "");
  runInNewContext(`${script}\n{ ${code} }`, { console: beneath, addEventListener, fire, format });
  return lines;
}

const FORGED = '{"level":"error","message":"the platform is broken"}';

describe("the console of an app", () => {
  it("marks each line, at its level", () => {
    for (const level of ["debug", "error", "info", "log", "warn"])
      expect(written(`console.${level}('${FORGED}', 1)`)).toEqual([[level, "[app prj_todo current]", FORGED, 1]]);
    for (const name of ["dir", "dirxml", "group", "groupCollapsed", "table", "trace"])
      expect(written(`console.${name}('${FORGED}')`)).toEqual([["log", "[app prj_todo current]", FORGED]]);
  });

  it("marks what nobody has caught", () => {
    for (const event of ["{ error: message }", "{ reason: message }"])
      expect(
        written(`const message = '${FORGED}'; fire(${event.includes("error") ? '"error"' : '"unhandledrejection"'}, ${event})`),
      ).toEqual([["error", "[app prj_todo current]", "Uncaught", FORGED]]);
    expect(written("console.assert(true, 'held'); console.assert(1 > 2, 'did not hold')")).toEqual([
      ["error", "[app prj_todo current]", "Assertion failed:", "did not hold"],
    ]);
  });

  it("offers no way to the console beneath", () => {
    const tries = `
      for (const name of Reflect.ownKeys(console)) { try { console[name]('${FORGED}'); } catch {} }
      try { new console.Console({}).log?.('${FORGED}'); } catch {}
      console.context?.('x')?.log('${FORGED}');
      console.log.call({ log() {} }, '${FORGED}');
      delete console.log;
      console.log?.('${FORGED}');
      delete globalThis.console;
      globalThis.console?.error('${FORGED}');`;
    expect(written(tries).length).toBeGreaterThan(10);
    for (const [, first] of written(tries)) expect(first).toBe("[app prj_todo current]");
  });

  it("prints no secret: not in a text, nor within an object or an error", () => {
    const secrets = { MAIL_KEY: "sk-of-mail-123" };
    const printed = (code: string) => JSON.stringify(written(code, undefined, secrets));
    for (const said of [
      "'key: sk-of-mail-123'",
      "{ headers: { key: 'sk-of-mail-123' } }",
      "new Error('no sk-of-mail-123')",
      "'a%s', 'sk-of-mail-123'",
    ]) {
      expect(printed(`console.log(${said})`)).toContain("[secret MAIL_KEY]");
      expect(printed(`console.error(${said})`)).not.toContain("sk-of-mail");
    }
    expect(written("console.log('plain', 1)", undefined, secrets)).toEqual([["log", "[app prj_todo current]", "plain 1"]]);
  });

  it("says whose it is as text, whatever the name", () => {
    expect(written("console.log(1)", '"); console.log("')).toEqual([["log", '[app "); console.log("]', 1]]);
  });
});

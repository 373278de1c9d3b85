/** The task file itself: its shape, what is said of a bad one, and that an app which does nothing, or only repeats, passes no task. */

import { readFileSync } from "node:fs";
import { at } from "@edgewright/core";
import { sampleOf } from "@edgewright/testing/share";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../bench/browser.ts";
import { openPages, type Pages } from "./judge/testing/open-pages.ts";
import { HELLO, parrot } from "./judge/testing/pages.ts";
import { loadTasks, parseTasks } from "./load-tasks.ts";
import { TASKS } from "./options.ts";
import type { Step } from "./task.ts";

const tasks = loadTasks(TASKS, null);
/** One turn in so many is tried each time. */
const SHARE = 24;

const turns = tasks.flatMap((task) => task.turns.map((turn, index) => ({ name: `${task.id}, turn ${index + 1}`, ...turn })));

describe("the task file", () => {
  it("has tasks of rising difficulty, follow-ups among them", () => {
    expect(tasks.length).toBeGreaterThanOrEqual(22);
    expect(tasks.map(({ level }) => level)).toEqual(tasks.map(({ level }) => level).sort());
    expect(tasks.filter((task) => task.turns.length > 1).length).toBeGreaterThanOrEqual(5);
  });

  const broken = (change: (raw: { turns: { accept: Record<string, unknown>[] }[] }[]) => void) => {
    const raw = JSON.parse(readFileSync(TASKS, "utf8"));
    change(raw);
    return () => parseTasks("tasks.json", JSON.stringify(raw));
  };

  it("is refused with the place of what is wrong", () => {
    expect(() => parseTasks("tasks.json", "[{")).toThrow("tasks.json is not JSON");
    expect(() => parseTasks("tasks.json", "{}")).toThrow("the file: This must be a list, not an object");
    expect(broken((raw) => Object.assign(at(at(at(raw, 0).turns, 0).accept, 1), { do: "wish" }))).toThrow(
      /\[0\] \(todo\) \.turns\[0\]\.accept\[1\]\.do/,
    );
    expect(broken((raw) => Object.assign(at(at(at(raw, 0).turns, 0).accept, 1), { text: "(" }))).toThrow(
      /accept\[1\]\.text: is not a regular expression/,
    );
    expect(broken((raw) => Object.assign(at(at(at(raw, 0).turns, 0).accept, 1), { colour: "red" }))).toThrow(/accept\[1\].*colour/);
    expect(broken((raw) => Object.assign(at(raw, 1), { id: "todo" }))).toThrow(/\[1\] \(todo\) \.id: "todo" is used twice/);
  });

  it("knows the tasks that may be chosen from it", () => {
    expect(loadTasks(TASKS, ["crm", "chat"]).map(({ id }) => id)).toEqual(["crm", "chat"]);
    expect(() => loadTasks(TASKS, ["no-such"])).toThrow("There is no task no-such");
    expect(() => loadTasks("/no/such/file.json", null)).toThrow("cannot be read");
  });
});

describe("a task cannot be passed", () => {
  let browser: Browser;
  /** Most of the time goes into waiting for what never comes true, so several are judged side by side. */
  let lanes: Pages[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
    lanes = await Promise.all(Array.from({ length: 4 }, () => openPages(browser)));
  });
  afterAll(async () => {
    for (const pages of lanes) await pages.close();
    await browser?.close();
  });
  /** Names of the turns whose steps all come true on the page that `page` gives for them. */
  const passed = async (judged: typeof turns, page: (accept: Step[]) => string, patience: number) => {
    const waiting = [...judged];
    const names: string[] = [];
    const judgeIn = async (pages: Pages) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await pages.show(page(next.accept));
        const failure = await pages.take(next.accept, { patience });
        expect(failure?.reason ?? "").not.toMatch(/page\.goto|net::/);
        if (failure === null) names.push(next.name);
      }
    };
    await Promise.all(lanes.map(judgeIn));
    return names;
  };

  it("by an app that only says hello", async () => {
    expect(await passed(sampleOf(turns, SHARE), () => HELLO, 50)).toEqual([]);
  });

  it("by an app that has every field and only repeats what is typed", async () => {
    const first = turns.filter(({ name }) => name.endsWith("turn 1"));
    expect(await passed(sampleOf(first, SHARE), (accept) => parrot(labelsIn(accept)), 60)).toEqual([]);
  });

  /** One name for each field that a step asks for. */
  function labelsIn(accept: Step[]): string[] {
    const words = accept.flatMap((step) => ("fields" in step ? Object.keys(step.fields) : "field" in step ? [step.field] : []));
    const names = words.map((alternatives) =>
      alternatives
        .replace(/\([^)]*\)\??|[.*?\\]/g, "")
        .split("|")
        .find(Boolean),
    );
    return [...new Set(names.map((name) => name?.trim() ?? ""))];
  }
});

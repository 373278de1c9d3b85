/** What leaves a running platform as it is, on one for all, since starting one is much work: people's journeys in Chromium, their ways in, and what stays open. */
import { afterAll, beforeAll, describe, it } from "vitest";
import { accounts } from "./accounts-journey.ts";
import { buildApp } from "./app-journey.ts";
import { connections } from "./connections-journey.ts";
import { converse } from "./conversation-journey.ts";
import { inviteColleague } from "./organization-journey.ts";
import { type Running, startAll } from "./running.ts";

let running: Running;
const ends: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  running = await startAll((end) => ends.unshift(end));
});
afterAll(async () => {
  for (const end of ends) await end();
});

describe("a person's journey", () => {
  it("leads from a sentence to a working app, and on", () => buildApp(running));

  it("leads a colleague into an organization, who may do there what her role allows", () =>
    inviteColleague(running.browser, running.platform.url));

  it("leads through questions, a plan to approve and messages that wait", () =>
    converse(running.browser, running.platform.url, running.provider));
});

describe("a way into an account", () => accounts(() => running));

describe("what stays open", () => connections(() => running));

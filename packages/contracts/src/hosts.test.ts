import { describe, expect, it } from "vitest";
import { effective, hostNames, unconfirmed } from "./host-lists.ts";
import { AppHosts, askedHosts } from "./hosts.ts";

describe("AppHosts", () => {
  it.each(["api.example.com", "*.example.com", "api.example.com:8443", "API.Example.com"])("takes %s", (host) => {
    expect(AppHosts.parse({ connect: [host] }).connect).toEqual([host.toLowerCase()]);
  });

  it.each([
    "https://api.example.com",
    "api.example.com/path",
    "*",
    "*.com",
    "localhost",
    "127.0.0.1",
    "169.254.169.254",
    "[::1]",
    "a b.com",
    "a.com; script-src *",
    "'unsafe-inline'",
    "",
    `${"a.".repeat(200)}com`,
  ])("refuses %s", (host) => {
    expect(AppHosts.safeParse({ connect: [host] }).success).toBe(false);
  });

  it("lets pictures and media come from anywhere, and scripts from nowhere", () => {
    expect(AppHosts.safeParse({ image: ["*"], media: ["*"] }).success).toBe(true);
    expect(AppHosts.safeParse({ script: ["cdn.example.com"] }).success).toBe(false);
  });
});

describe("hosts of a version beside those a person confirmed", () => {
  const asked: AppHosts = { connect: ["a.example.com", "b.example.com"], image: ["*"] };
  const confirmed: AppHosts = { connect: ["b.example.com", "c.example.com"] };

  it("gives what both want, and nothing the version no longer asks for", () => {
    expect(effective(asked, confirmed)).toEqual({ connect: ["b.example.com"] });
  });

  it("says what waits for a person", () => {
    expect(unconfirmed(asked, confirmed)).toEqual({ connect: ["a.example.com"], image: ["*"] });
    expect(unconfirmed(asked, asked)).toEqual({});
  });
});

describe("hosts of an app's files", () => {
  it.each([
    [{}, {}],
    [{ "app.json": '{ "hosts": { "connect": ["a.example.com"] } }' }, { connect: ["a.example.com"] }],
    [{ "app.json": '{ "hosts": { "connect": ["not a host"] } }' }, {}],
    [{ "app.json": '{ "hosts": ' }, {}],
    [{ "app.json": "null" }, {}],
  ])("of %j are %j", (files, hosts) => {
    expect(askedHosts(files)).toEqual(hosts);
  });

  it("are told once each, whatever they are for", () => {
    expect(hostNames({})).toBe("");
    expect(hostNames({ connect: ["a.example.com"], font: ["a.example.com"] })).toBe("a.example.com");
    expect(hostNames({ connect: ["a.example.com", "b.example.com"], image: ["*"] })).toBe("a.example.com, b.example.com and any site");
  });
});

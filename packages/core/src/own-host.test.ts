import { describe, expect, it } from "vitest";
import { hostFailure } from "./own-host.ts";

const may = (url: string, appUrl: string) => hostFailure(url, appUrl) === null;

describe("the platform's own host", () => {
  it("is, on one's own machine, each name of the loopback on its port", () => {
    const local = "http://localhost:8787";
    for (const host of ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"]) expect(may(`http://${host}:8787/api/dev/mails`, local)).toBe(true);
    for (const host of [
      "evil.example:8787",
      "localhost:8788",
      "localhost",
      "0.0.0.0:8787",
      "x.localhost:8787",
      "localhost.evil.example:8787",
      "localhost.:8787",
    ])
      expect(may(`http://${host}/api/dev/mails`, local)).toBe(false);
  });

  it("is, deployed, the one it was deployed to", () => {
    const deployed = "https://edgewright.example";
    expect(may("https://edgewright.example/api/health", deployed)).toBe(true);
    for (const url of [
      "https://edgewright.pages.dev/",
      "https://localhost/",
      "https://edgewright.example:8443/",
      "https://www.edgewright.example/",
    ])
      expect(may(url, deployed)).toBe(false);
  });
});

import { hostFailure, problem } from "@edgewright/core";
import { describe, expect, it } from "vitest";
import { ownHostOnly } from "./own-host.ts";

const APP_URL = "http://localhost:8787";

function frontEnd() {
  const asked: string[] = [];
  const admit = ownHostOnly();
  const API = {
    async fetch({ url }: Request) {
      asked.push(url);
      const elsewhere = hostFailure(url, APP_URL);
      return elsewhere ? problem(elsewhere) : new Response("nothing here", { status: 404 });
    },
  };
  const open = async (url: string) =>
    (await admit({ request: new Request(url), env: { API }, next: async () => new Response("a page") })).status;
  return { asked, open };
}

describe("the front end", () => {
  it("answers by the platform's own names, and asks the API about each of them once", async () => {
    const { asked, open } = frontEnd();
    for (const path of ["/", "/sign-in", "/assets/a.js", "/favicon.svg"])
      for (const host of ["localhost", "127.0.0.1"]) expect(await open(`http://${host}:8787${path}`)).toBe(200);
    expect(asked).toEqual(["http://localhost:8787/api", "http://127.0.0.1:8787/api"]);
  });

  it("shows no page and no file under somebody else's name, however often it is asked", async () => {
    const { open } = frontEnd();
    const hosts = ["evil.example:8787", "localhost.evil.example:8787", "localhost:9999", "todo.preview.localhost:8787", "192.168.0.2:8787"];
    expect(await open(`${APP_URL}/`)).toBe(200);
    for (const host of [...hosts, ...hosts])
      for (const path of ["/", "/assets/a.js", "/favicon.svg", "/projects/x"])
        expect([host, await open(`http://${host}${path}`)]).toEqual([host, 403]);
  });

  it("leaves the API's own addresses to the API", async () => {
    const { asked, open } = frontEnd();
    expect(await open("http://evil.example:8787/api/me")).toBe(200);
    expect(await open("http://evil.example:8787/api")).toBe(200);
    expect(await open("http://evil.example:8787/apis")).toBe(403);
    expect(asked).toEqual(["http://evil.example:8787/api"]);
  });
});

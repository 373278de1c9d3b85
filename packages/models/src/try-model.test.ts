/** The smallest real call against a server that never answers. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { languageModel } from "../../adapters/src/models/language-model.ts";
import { tryModel } from "./try-model.ts";

test("waits no longer than it may, and hangs up", async () => {
  const server = createServer();
  const patience = new AbortController();
  const hungUp = new Promise((resolve) => {
    server.on("request", (request) => {
      request.on("close", resolve);
      patience.abort();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const model = languageModel({ provider: "compatible", baseUrl, key: null }, "m", null);
  const tested = await tryModel({ provider: "compatible", name: "m", model }, patience.signal);
  expect(tested).toMatchObject({ ok: false, message: "No answer within 10 seconds.", next: expect.any(String) });
  await hungUp;
  server.close();
});

/** The smallest real call against a server that never answers. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { languageModel } from "./language-model.ts";
import { tryModel } from "./try-model.ts";

test("waits no longer than it may, and hangs up", async () => {
  const server = createServer();
  const hungUp = new Promise((resolve) => server.on("request", (request) => request.on("close", resolve)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const model = languageModel({ provider: "compatible", baseUrl, key: null }, "m", null);
  const tested = await tryModel({ provider: "compatible", name: "m", model }, 100);
  expect(tested).toMatchObject({ ok: false, message: "No answer within 0.1 seconds.", next: expect.any(String) });
  await hungUp;
  server.close();
});

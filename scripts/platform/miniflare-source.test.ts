import { get } from "node:http";
import { expect, onTestFinished, test } from "vitest";
// Before Miniflare, as each unit loads it.
import "./miniflare-source.mjs";

const SCRIPT = "export default { fetch: (request) => new Response(new URL(request.url).host) }";
const options = {
  host: "127.0.0.1",
  port: 0,
  workers: [{ name: "w", modules: true, script: SCRIPT, compatibilityDate: "2026-10-01" }],
  telemetry: { enabled: false },
};

const statusFor = (port: string, host: string) =>
  new Promise<number>((resolve, reject) => {
    const asked = get({ host: "127.0.0.1", port, headers: { host } }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode ?? 0));
    });
    asked.once("error", reject);
  });

test("a Host that names no host is the fault of who asks", async () => {
  const { convertV4MiniflareOptions, Miniflare } = await import("miniflare");
  const runtime = new Miniflare(convertV4MiniflareOptions(options as Parameters<typeof convertV4MiniflareOptions>[0]));
  onTestFinished(() => runtime.dispose());
  const { port } = await runtime.ready;
  expect(await statusFor(port, `todo.preview.localhost:${port}`)).toBe(200);
  for (const host of [`todo.preview.localhost:${port}.evil`, "a b", "a:99999", "[", "a%zz"]) expect(await statusFor(port, host)).toBe(400);
});

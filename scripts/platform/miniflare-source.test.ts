import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const SCRIPT = "export default { fetch: (request) => new Response(new URL(request.url).host) }";
const HOSTS = ["todo.preview.localhost:PORT", "todo.preview.localhost:PORT.evil", "a b", "a:99999", "[", "a%zz"];

/** Prints the status for each host. A process of its own, since another test may have loaded Miniflare as it is. */
const ASK = `
  import { get } from "node:http";
  import { convertV4MiniflareOptions, Miniflare } from "miniflare";
  const workers = [{ name: "w", modules: true, script: ${JSON.stringify(SCRIPT)}, compatibilityDate: "2026-10-01" }];
  const runtime = new Miniflare(convertV4MiniflareOptions({ host: "127.0.0.1", port: 0, workers, telemetry: { enabled: false } }));
  const { port } = await runtime.ready;
  const statusFor = (host) => new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, headers: { host } }, (answer) => answer.resume().once("end", () => resolve(answer.statusCode))).once("error", reject);
  });
  const statuses = [];
  for (const host of ${JSON.stringify(HOSTS)}) statuses.push(await statusFor(host.replace("PORT", port)));
  console.log(JSON.stringify(statuses));
  await runtime.dispose();
`;

test("a Host that names no host is the fault of who asks", () => {
  const changed = join(import.meta.dirname, "miniflare-source.mjs");
  const said = execFileSync(process.execPath, ["--import", changed, "--input-type=module", "-e", ASK], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  expect(JSON.parse(said)).toEqual([200, 400, 400, 400, 400, 400]);
});

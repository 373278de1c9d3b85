import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";
import { cloudflareFiles, type DownloadedVariable } from "./cloudflare-files.ts";

const schemaOf = (type: string) =>
  JSON.stringify({ tables: [{ name: "notes", label: "Notes", columns: [{ name: "it", label: "It", type }] }] });
const made = (paths: string[], type = "text", variables: DownloadedVariable[] = []) =>
  cloudflareFiles({ slug: "notes", schema: schemaOf(type), has: (path) => paths.includes(path), variables });

test("the Worker reads the files that the app has, and its server code as it is built", () => {
  const plain = made(["app.json", "data/schema.json"])["worker.js"];
  expect(plain).toContain('import schema from "./data/schema.json";');
  expect(plain).not.toContain("samples.json");
  expect(plain).toContain("server: null");
  const whole = made(["app.json", "data/samples.json", "server/index.ts"])["worker.js"];
  expect(whole).toContain('"data/samples.json": JSON.stringify(samples)');
  expect(whole).toContain('import server from "./dist/server/index.js";');
});

test("a bucket is bound where a table has files, and none else", () => {
  expect(made([])["wrangler.toml"]).not.toContain("r2_buckets");
  expect(made([], "image")["wrangler.toml"]).toContain('bucket_name = "notes-files"');
});

test("what the server code reads is listed without values: plain ones to fill in, secrets by their command", () => {
  const toml = must(
    made([], "text", [
      { name: "GREETING", secret: false },
      { name: "MAIL_KEY", secret: true },
    ])["wrangler.toml"],
  );
  expect(toml).toContain('[vars]\n# GREETING = ""\n');
  expect(toml).toContain("# npx wrangler secret put MAIL_KEY\n");
  expect(made([])["wrangler.toml"]).not.toContain("[vars]");
});

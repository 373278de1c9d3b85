import { expect, test } from "vitest";
import { cloudflareFiles } from "./cloudflare-files.ts";

const schemaOf = (type: string) =>
  JSON.stringify({ tables: [{ name: "notes", label: "Notes", columns: [{ name: "it", label: "It", type }] }] });
const made = (paths: string[], type = "text") =>
  cloudflareFiles({ slug: "notes", schema: schemaOf(type), has: (path) => paths.includes(path) });

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

import { expect, test } from "vitest";
import { readEnvFile } from "./env-file.ts";

test("quotes, several lines, comments and export are read as dotenv does", () => {
  const text = [
    'export GREETING="Hello # there"',
    "# a remark",
    "KEY='-----BEGIN KEY-----",
    "abc",
    "-----END KEY-----'",
    "EMPTY=",
    "A = b # c",
  ];
  expect(readEnvFile(text.join("\n"), []).map(({ name, value, secret }) => [name, value, secret])).toEqual([
    ["GREETING", "Hello # there", false],
    ["KEY", "-----BEGIN KEY-----\nabc\n-----END KEY-----", true],
    ["EMPTY", "", false],
    ["A", "b", false],
  ]);
});

test("what the app says of a variable counts before what its name sounds like; what cannot be set says why", () => {
  const needs = [{ name: "PUBLIC_KEY", secret: false, required: true }];
  const read = readEnvFile("PUBLIC_KEY=pk\nDATABASE=postgres://ada:pass@host/db\nPATH=/bin\nAPI_KEY=short", needs);
  expect(read.map(({ name, secret, problem }) => [name, secret, problem])).toEqual([
    ["PUBLIC_KEY", false, null],
    ["DATABASE", true, null],
    ["PATH", false, "PATH belongs to the machine that the app runs on."],
    ["API_KEY", true, expect.stringContaining("at least 8")],
  ]);
});

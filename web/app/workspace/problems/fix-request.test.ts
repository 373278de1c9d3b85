import type { RuntimeError } from "@edgewright/contracts";
import { expect, it } from "vitest";
import { fixRequest } from "./fix-request.ts";

const error: RuntimeError = {
  source: "browser",
  message: "boom",
  stack: "Error: boom\n    at Counter (src/Counter.tsx:5:20)\n    at App (src/App.tsx:9:1)",
  file: "src/Counter.tsx",
  line: 5,
  column: 20,
  path: "/counters",
};

it("says what happened, where, and by which way", () => {
  expect(fixRequest(error)).toBe(
    "Fix this error, which happens on the page /counters in src/Counter.tsx:5: boom\n\n    at Counter (src/Counter.tsx:5:20)\n    at App (src/App.tsx:9:1)",
  );
  expect(fixRequest({ ...error, source: "server", stack: "", file: "server/index.ts", line: 0 })).toBe(
    "Fix this error, which happens in the app's server code in server/index.ts: boom",
  );
  expect(fixRequest({ ...error, source: "request", stack: "", message: "GET /api/a failed with status 500." })).toBe(
    "Fix this error, which happens in a request of the page /counters in src/Counter.tsx:5: GET /api/a failed with status 500.",
  );
  expect(fixRequest({ ...error, source: "request", stack: "", file: "" })).toMatch(/a request of the page \/counters: boom$/);
});

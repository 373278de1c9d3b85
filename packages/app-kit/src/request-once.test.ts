import { afterEach, expect, it, vi } from "vitest";
import { requestOnce } from "./request-once.ts";

/** A platform that answers in turn, `null` with a broken connection, and the keys that it was sent. */
function platform(answers: (Response | null)[]) {
  const keys: unknown[] = [];
  vi.stubGlobal("fetch", async (_: string, { headers }: { headers: Record<string, string> }) => {
    keys.push(headers["idempotency-key"]);
    const answer = answers.shift();
    if (!answer) throw new TypeError("fetch failed");
    return answer;
  });
  return keys;
}
const send = (title: string) => requestOnce("data/tasks", { values: { title } }).catch((error: unknown) => error);

afterEach(() => vi.unstubAllGlobals());

it("sends what was not answered again under its key, and each other write under its own", async () => {
  const refused = Response.json({ code: "row_invalid", detail: "No." }, { status: 422 });
  const keys = platform([null, Response.json({}), Response.json({}), refused, Response.json({})]);
  for (const title of ["Milk", "Milk", "Milk", "Tea", "Tea"]) await send(title);
  expect(keys[1]).toBe(keys[0]);
  expect(new Set(keys).size).toBe(4);
});

it("keeps apart two that are under way at once", async () => {
  const keys = platform([Response.json({}), Response.json({})]);
  await Promise.all([send("Milk"), send("Milk")]);
  expect(new Set(keys).size).toBe(2);
});

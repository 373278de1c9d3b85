import { expect, test } from "vitest";
import { readAnswer } from "./answer.ts";

const failureOf = async (response: Response) => {
  const answer = await readAnswer(response);
  return answer.ok ? null : answer.error;
};

test("a good answer is a value, and so is that there is nothing to say", async () => {
  expect(await readAnswer(Response.json({ name: "Fleet" }))).toEqual({ ok: true, value: { name: "Fleet" } });
  expect(await readAnswer(new Response(null, { status: 204 }))).toEqual({ ok: true, value: undefined });
});

test("what is no JSON is a failure, not a crash later on", async () => {
  expect(await failureOf(new Response("<h1>A page of a proxy</h1>"))).toMatchObject({ code: "internal" });
});

test("a problem document keeps its code, fields and what to do next", async () => {
  const problem = {
    type: "about:blank",
    title: "prompt empty",
    status: 422,
    detail: "There is nothing in this message.",
    code: "prompt_empty",
    next: "Describe it.",
    fields: { prompt: "Empty." },
    requestId: "req_1",
  };
  const { type, title, detail: message, ...kept } = problem;
  expect(await failureOf(Response.json(problem, { status: 422 }))).toEqual({ ...kept, message });
});

test("better-auth's sentence is shown as it is", async () => {
  const body = { code: "INVALID_EMAIL_OR_PASSWORD", message: "Invalid email or password" };
  expect(await failureOf(Response.json(body, { status: 401 }))).toMatchObject({ status: 401, message: "Invalid email or password" });
});

test("a gateway's page of HTML becomes a plain sentence", async () => {
  expect(await failureOf(new Response("<h1>Bad gateway</h1>", { status: 502 }))).toEqual({
    status: 502,
    code: "unavailable",
    message: "Edgewright is not available right now.",
  });
});

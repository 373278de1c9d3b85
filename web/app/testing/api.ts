/** The API as a component's test has it: says what was asked of it, and answers as it is told to. */
import { afterEach, beforeEach, vi } from "vitest";

export type Asked = { method: string; path: string; body: unknown };
type Answers = Record<string, unknown>;

/** An answer that is a refusal. */
export const refused = (status: number, problem: { code: string; detail: string; next?: string; current?: unknown; fields?: unknown }) =>
  new Response(JSON.stringify(problem), { status });

/**
 * For a whole file. `answers` are by method and path without its query, such as `POST /api/jobs/1/cancel`: a value is answered with 200, a
 * function is asked each time, and nothing comes to what is not named, as with a server that takes its time.
 */
export function fakeApi() {
  const asked: Asked[] = [];
  let answers: Answers = {};
  beforeEach(() => {
    asked.length = 0;
    answers = {};
    sessionStorage.clear();
    localStorage.clear();
    vi.stubGlobal("fetch", async (path: string, { method = "GET", body }: RequestInit = {}) => {
      const sent: unknown = typeof body === "string" ? JSON.parse(body) : undefined;
      asked.push({ method, path, body: sent });
      const key = `${method} ${path.split("?")[0]}`;
      if (!(key in answers)) return new Promise<Response>(() => {});
      const answer = answers[key];
      const given: unknown = typeof answer === "function" ? await answer(sent) : answer;
      return given instanceof Response ? given : Response.json(given);
    });
  });
  afterEach(() => void vi.unstubAllGlobals());
  return {
    asked,
    answer: (more: Answers) => {
      answers = { ...answers, ...more };
    },
  };
}

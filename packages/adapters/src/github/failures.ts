/** What GitHub's refusals mean. Its own words are shown, and never what was sent to it. */
import type { Failure, Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { z } from "zod";

/** What octokit throws. Where nobody answered, in time or at all, the status is its own 500. */
const RequestError = z.object({
  status: z.number(),
  message: z.string(),
  response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional(),
});
type RequestError = z.infer<typeof RequestError>;

/** GitHub asks for a minute at least where it does not say how long. */
const PAUSE_SECONDS = 60;
const MESSAGE_MAX = 300;

export const statusOf = (thrown: unknown): number | null => RequestError.safeParse(thrown).data?.status ?? null;
export const textOf = (thrown: unknown): string => RequestError.safeParse(thrown).data?.message ?? "";

/** The answer, or why there is none. What octokit did not throw is a bug, and thrown on. */
export async function attempt<T>(ask: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return ok(await ask());
  } catch (thrown) {
    const error = RequestError.safeParse(thrown);
    if (error.success) return { ok: false, error: failureOf(error.data) };
    throw thrown;
  }
}

const unreachable: Failure = {
  code: "unavailable",
  message: "GitHub cannot be reached, or does not work right now.",
  retry: true,
  next: "It is tried again by itself.",
};

function failureOf(error: RequestError): Failure {
  const { status, message } = error;
  const said = message.replace(/ - https?:\S+$/, "").slice(0, MESSAGE_MAX);
  const after = pauseOf(error);
  if (status === 429 || (status === 403 && after !== null))
    return {
      code: "rate_limited",
      message: "GitHub asks to wait.",
      retry: true,
      after: after ?? PAUSE_SECONDS,
      next: "It is tried again by itself.",
    };
  if (status >= 500) return unreachable;
  if (status === 401)
    return {
      code: "forbidden",
      message: `GitHub does not accept the App's key: ${said}`,
      next: "Whoever runs the platform checks GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY.",
    };
  if (status === 403)
    return {
      code: "forbidden",
      message: `GitHub refuses: ${said}`,
      next: "Check on GitHub that the App is not suspended, sees this repository and may write to it.",
    };
  if (status === 404)
    return {
      code: "not_found",
      message: "GitHub has no such thing, or the App may not see it.",
      next: "Check on GitHub that the App sees this repository.",
    };
  return { code: "conflict", message: `GitHub refuses: ${said}`, next: "Look at the repository on GitHub." };
}

/** How long GitHub says to wait; null: it does not. */
function pauseOf({ response, message }: RequestError): number | null {
  const header = (name: string) => {
    const value = response?.headers[name];
    return value === undefined ? null : Number(value);
  };
  const after = header("retry-after");
  if (after !== null) return Math.max(1, after);
  if (header("x-ratelimit-remaining") === 0) return Math.max(1, (header("x-ratelimit-reset") ?? 0) - Math.floor(Date.now() / 1000));
  return /secondary rate limit|abuse/i.test(message) ? PAUSE_SECONDS : null;
}

/** null where GitHub says that there is none. */
export async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (thrown) {
    if (statusOf(thrown) === 404) return null;
    throw thrown;
  }
}

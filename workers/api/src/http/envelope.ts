/** What every answer has, whatever route gave it: a request id, security headers and a line in the log. */
import { log, newId } from "@edgewright/core";
import type { MiddlewareHandler } from "hono";

export type ApiEnv = { Variables: { requestId: string } };

const HEADERS: Record<string, string> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** The link of a reset carries its secret in the path, which is nothing for a log. */
const shown = (path: string) => path.replace(/(\/reset-password\/).+/, "$1…");

const GIVEN_ID = /^req_[0-9a-z]{26}$/;

/** `secure`: the platform is reached over https. */
export const envelope = (secure: boolean): MiddlewareHandler<ApiEnv> =>
  async function envelope(context, next) {
    const started = Date.now();
    const given = context.req.header("x-request-id") ?? "";
    const requestId = GIVEN_ID.test(given) ? given : newId("req");
    context.set("requestId", requestId);
    await next();
    const { status } = context.res;
    log.info("request", { requestId, method: context.req.method, path: shown(context.req.path), status, ms: Date.now() - started });
    // A WebSocket's answer is passed on as it is.
    if (status === 101) return;
    const answer = new Response(context.res.body, context.res);
    for (const [name, value] of Object.entries(HEADERS)) if (!answer.headers.has(name)) answer.headers.set(name, value);
    if (secure) answer.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
    answer.headers.set("x-request-id", requestId);
    context.res = undefined;
    context.res = answer;
  };

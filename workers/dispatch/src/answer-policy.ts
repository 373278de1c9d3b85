/** The policy under which everything an app's host answers is shown: pages, files, data, server code's answers, notices and errors alike. */
import type { MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";
import type { Preview } from "./preview.ts";

/** An app's page runs its modules with `new Function`, on an origin that holds nothing else. */
export const contentPolicy = ({ APP_URL }: Pick<Env, "APP_URL">): string =>
  [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors 'self' ${APP_URL}`,
  ].join("; ");

const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  // No other site may take a picture, a script or a file of the app into its own page.
  "cross-origin-resource-policy": "same-origin",
  // Who opens the app, or is opened by it from elsewhere, holds no handle on its window.
  "cross-origin-opener-policy": "same-origin-allow-popups",
  // Apps are siblings under one domain: none may widen its origin to it.
  "origin-agent-cluster": "?1",
};

/** Around every handler, so that nothing is answered without it. A page may bring a content policy of its own. */
export const answerPolicy: MiddlewareHandler<Preview> = async (context, next) => {
  await next();
  const answer = context.res;
  // A socket is no document, and its answer cannot be made anew.
  if (answer.status === 101) return;
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", contentPolicy(context.env));
  context.res = undefined;
  context.res = new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
};

/** The policy under which everything an app's host answers is shown: pages, files, data, server code's answers, notices and errors alike. */
import { pagePolicy } from "@edgewright/app-build";
import type { MiddlewareHandler } from "hono";
import type { Preview } from "./preview.ts";

const HEADERS = {
  "x-content-type-options": "nosniff",
  // Not "no-referrer", under which a browser sends a form of the app's own page without its origin.
  "referrer-policy": "same-origin",
  // No other site may take a picture, a script or a file of the app into its own page.
  "cross-origin-resource-policy": "same-origin",
  // Who opens the app, or is opened by it from elsewhere, holds no handle on its window.
  "cross-origin-opener-policy": "same-origin-allow-popups",
  // Apps are siblings under one domain: none may widen its origin to it.
  "origin-agent-cluster": "?1",
};

/** Around every handler, so that nothing is answered without it. The app's page brings the policy of its version, with hosts that were confirmed. */
export const answerPolicy: MiddlewareHandler<Preview> = async (context, next) => {
  await next();
  const answer = context.res;
  // A WebSocket is no document, and its response cannot be copied with other headers.
  if (answer.status === 101) return;
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", pagePolicy({}, context.env.APP_URL));
  context.res = undefined;
  const { status, statusText, body } = answer;
  context.res = new Response(body, { status, statusText, headers, encodeBody: context.get("isEncoded") ? "manual" : "automatic" });
};

/** The API as one Hono app: the envelope of every answer, sign-in, the operations, and what is said of the rest. */
import { AUTH_ROUTES, followAccessChanges } from "@edgewright/accounts";
import type { Failure } from "@edgewright/contracts";
import { hostFailure, log, problem } from "@edgewright/core";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { describeApi } from "./docs/operations.ts";
import { authRoute } from "./http/auth-route.ts";
import { factsOf } from "./http/caller.ts";
import { type ApiEnv, envelope } from "./http/envelope.ts";
import { handle } from "./http/handle.ts";
import type { Operation } from "./http/operation.ts";
import { failureOf, messagesOf } from "./http/thrown.ts";
import { DEV_OPERATIONS, OPERATIONS } from "./resources/index.ts";
import type { Services } from "./services.ts";

export type Api = Hono<ApiEnv>;

/** Addresses, passwords, passkeys: nothing of them is long. */
const AUTH_BODY_MAX = 64 * 1024;
const TOO_LARGE: Failure = { code: "too_large", message: "This request is larger than 64 KB.", next: "Send less at once." };

export const ALL_OPERATIONS: readonly Operation[] = [...OPERATIONS, ...describeApi(OPERATIONS)];

/** OpenAPI's `{name}` as Hono writes it. A file's path may have slashes. */
export const patternOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === "path" ? ":path{.+}" : `:${name}`));

/** Links in mails sign in and end sessions too. */
const mayChangeAccess = ({ method, path }: { method: string; path: string }) => method !== "GET" || path.startsWith("/api/auth/");

export function createApp(services: Services): Api {
  const app: Api = new Hono();
  app.use(envelope(services.variables.APP_URL.startsWith("https:")));
  app.use((context, next) => {
    const elsewhere = hostFailure(context.req.url, services.variables.APP_URL);
    return elsewhere ? Promise.resolve(problem(elsewhere, context.get("requestId"))) : next();
  });
  app.use(async (context, next) => {
    await next();
    if (mayChangeAccess(context.req)) await followAccessChanges(services);
  });
  app.use((context, next) => services.audited.within(factsOf(context.req.raw, context.get("requestId")), next));
  const limit = bodyLimit({ maxSize: AUTH_BODY_MAX, onError: (context) => problem(TOO_LARGE, context.get("requestId")) });
  for (const route of AUTH_ROUTES)
    app.on(route.method, `/api/auth${route.path}`, limit, (context) =>
      authRoute({ services, route, request: context.req.raw, requestId: context.get("requestId") }),
    );
  for (const operation of [...ALL_OPERATIONS, ...(services.mailbox ? DEV_OPERATIONS : [])]) {
    app.on(operation.route.method, patternOf(operation.route.path), (context) =>
      handle(operation, { services, request: context.req.raw, requestId: context.get("requestId"), params: context.req.param() }),
    );
  }
  app.notFound((context) =>
    problem({ code: "not_found", message: "There is nothing at this address.", next: "See /api/docs." }, context.get("requestId")),
  );
  app.onError((error, context) => {
    const requestId = context.get("requestId");
    log.error("request failed", { requestId, error: messagesOf(error).join(", by "), stack: error.stack });
    return problem(failureOf(error), requestId);
  });
  return app;
}

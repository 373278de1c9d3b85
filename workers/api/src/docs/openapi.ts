/** The OpenAPI document, made from the routes' own schemas. */
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Operation } from "../http/operation.ts";
import { VERSION } from "./version.ts";

const DESCRIPTION = `Errors are \`application/problem+json\` with a stable \`code\` and the request's id. Lists are paged by \`cursor\`.
A POST with an \`Idempotency-Key\` may be sent again: it takes effect once. Whoever is signed in by cookie can change something from the platform's own pages only; a token is not bound to them.`;

export type ApiDocument = ReturnType<typeof openApiDocument>;

export function openApiDocument(operations: readonly Operation[]) {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "edgewright.session_token",
    description: "Set by POST /api/auth/sign-in/email.",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "An API token, ew_…, made in the settings.",
  });
  for (const { route } of operations) app.openAPIRegistry.registerPath(route);
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Edgewright API", version: VERSION, description: DESCRIPTION },
    servers: [{ url: "/" }],
  });
}

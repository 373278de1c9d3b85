/** The page `/api/docs`, rendered from the OpenAPI document. It needs no script and nothing from elsewhere. */
import { html } from "hono/html";
import type { ApiDocument } from "./openapi.ts";

export function docsPage(document: ApiDocument): Response {
  const page = html`<!doctype html><title>${document.info.title}</title>`;
  return new Response(String(page), { headers: { "content-type": "text/html; charset=utf-8" } });
}

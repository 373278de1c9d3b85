/** The API's description of itself: `/api/openapi.json` and the page `/api/docs`. */
import { ok } from "@edgewright/core";
import { type Operation, openOperation } from "../http/operation.ts";
import { openApiDocument } from "./openapi.ts";
import { docsPage } from "./page.ts";

export function describeApi(operations: readonly Operation[]): Operation[] {
  let made: ReturnType<typeof openApiDocument> | undefined;
  const document = () => {
    made ??= openApiDocument([...operations, ...own]);
    return made;
  };
  const own = [
    openOperation({
      method: "get",
      path: "/api/openapi.json",
      summary: "This description, as OpenAPI 3.1",
      tag: "Platform",
      handle: async () => ok(Response.json(document())),
    }),
    openOperation({
      method: "get",
      path: "/api/docs",
      summary: "This description, to read",
      tag: "Platform",
      media: "text/html",
      handle: async () => ok(docsPage(document())),
    }),
  ];
  return own;
}

/** Where the code of the app that a host shows comes from: what is being built, from its Workspace; what is published, from what its deployment has kept. */
import type { Context } from "hono";
import type { AppCode } from "./app-code.ts";
import type { Preview } from "./preview.ts";
import { previewCode } from "./preview-code.ts";
import { publishedCode } from "./published-code.ts";

export const codeOf = (context: Context<Preview>): AppCode =>
  context.var.published ? publishedCode(context, context.var.published) : previewCode(context);

/** Where the code of the app that a host shows comes from: what is being built, from its Workspace; what is published, from what its deployment has kept. */
import type { Outcome, RuntimeError, ServerBuild } from "@edgewright/contracts";
import type { Context } from "hono";
import type { Preview } from "./preview.ts";
import { previewCode } from "./preview-code.ts";
import { publishedCode } from "./published-code.ts";

export type AppCode = {
  page(): Promise<Response>;
  /** Null: there is no such file. */
  file(pathname: string): Promise<Response | null>;
  server(): Promise<Outcome<ServerBuild>>;
  /** Whose code it is, in the name of its isolate and in its log. */
  mark: string;
  /** An error with its place in the app's files, to whoever works on them. */
  report(error: RuntimeError): Promise<unknown>;
};

export const codeOf = (context: Context<Preview>): AppCode =>
  context.var.published ? publishedCode(context, context.var.published) : previewCode(context);

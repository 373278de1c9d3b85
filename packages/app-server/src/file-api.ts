/** `/_app/files`: a file is handed in part by part, and asked for by the row and the field that hold it. */
import { BeginFile, FILE_PART_BYTES } from "@edgewright/contracts";
import { problem } from "@edgewright/core";
import { type Context, type Env, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { answer, jsonOf, refuse, TOO_LARGE } from "./answers.ts";
import type { AppHost } from "./app-host.ts";
import { askedOf, fileAnswer } from "./file-answer.ts";

/** @param hostOf what the request may use */
export function fileApi<E extends Env>(hostOf: (context: Context<E>) => AppHost): Hono<E> {
  const api = new Hono<E>();
  api.use(bodyLimit({ maxSize: FILE_PART_BYTES, onError: () => problem(TOO_LARGE) }));

  api.post("/", async (context) => {
    const { files, writer } = hostOf(context);
    const given = await jsonOf(context, BeginFile);
    return given.success ? answer(await files.beginFile(writer, given.data), 201) : refuse(given.error);
  });

  api.get("/:file", async (context) => {
    const { files, writer } = hostOf(context);
    return answer(await files.readUpload(writer, context.req.param("file")));
  });

  api.put("/:file/parts/:part{[0-9]{1,4}}", async (context) => {
    const { files, writer } = hostOf(context);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return answer(await files.putFilePart(writer, context.req.param("file"), Number(context.req.param("part")), bytes));
  });

  api.put("/:file/thumbnail", async (context) => {
    const { files, writer } = hostOf(context);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return answer(await files.putThumbnail(writer, context.req.param("file"), bytes));
  });

  api.get("/:table/:id/:column/:file", async (context) => {
    const { files, writer } = hostOf(context);
    const found = await files.readFile(writer, context.req.param(), askedOf(context.req.raw));
    return found.ok ? fileAnswer(found.value) : problem(found.error);
  });
  return api;
}

/** What the browser side of an app asks of its own host under `/_app`: rows, files, live changes, the user, errors, reloads. */

import {
  type Failure,
  IdempotencyKey,
  IncrementRow,
  RowQuery,
  RowRevision,
  RuntimeError,
  TotalsQuery,
  UpsertRow,
  WriteRow,
  WriteRows,
} from "@edgewright/contracts";
import { parseJson, problem } from "@edgewright/core";
import { type Context, type Env, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { answer, jsonOf, refuse, TOO_LARGE } from "./answers.ts";
import type { AppHost } from "./app-host.ts";
import { fileApi } from "./file-api.ts";

const BODY_MAX = 256 * 1024;
const NOTHING_HERE: Failure = {
  code: "not_found",
  message: "The platform has nothing at this address.",
  next: "Look up the address: tables are at /_app/data/, files at /_app/files/.",
};

/** Of a query in an address, as JSON. */
const QUERY_MAX = 20_000;

/** The query that is in the address, parsed. */
function queryOf<T>(context: Context, shape: z.ZodType<T>) {
  const text = context.req.query("q") ?? "{}";
  if (text.length > QUERY_MAX)
    return {
      success: false as const,
      error: { code: "too_large", message: "The query is too long.", next: "Use fewer or shorter values." } satisfies Failure,
    };
  const given = parseJson(text, "The query");
  return given.ok ? shape.safeParse(given.value) : { success: false as const, error: given.error };
}

const KEY_HEADER = "idempotency-key";

/** Each route under `/_app`. @param requestHost what the request may use */
export function appApi<E extends Env>(requestHost: (context: Context<E>) => AppHost): Hono<E> {
  const api = new Hono<E>();
  // Before the limit of bodies, as its own is another.
  api.route("/files", fileApi(requestHost));
  api.use(bodyLimit({ maxSize: BODY_MAX, onError: () => problem(TOO_LARGE) }));
  api.use(async (context, next) => {
    const key = IdempotencyKey.optional().safeParse(context.req.header(KEY_HEADER));
    return key.success ? next() : refuse(key.error);
  });
  const hostOf = (context: Context<E>): AppHost => {
    const host = requestHost(context);
    return { ...host, writer: { ...host.writer, once: context.req.header(KEY_HEADER) } };
  };

  api.get("/user", (context) => context.json(hostOf(context).user));

  /** Members know each other; a visitor learns no names. */
  api.get("/people", async (context) => {
    const { user, people } = hostOf(context);
    return context.json(user ? await people() : []);
  });

  api.get("/data/:table", async (context) => {
    const { rows, writer } = hostOf(context);
    const query = queryOf(context, RowQuery);
    return query.success ? answer(await rows.list(writer, context.req.param("table"), query.data)) : refuse(query.error);
  });

  api.get("/totals/:table", async (context) => {
    const { rows, writer } = hostOf(context);
    const query = queryOf(context, TotalsQuery);
    return query.success ? answer(await rows.totals(writer, context.req.param("table"), query.data)) : refuse(query.error);
  });

  api.post("/data/:table", async (context) => {
    const { rows, writer } = hostOf(context);
    const write = await jsonOf(context, WriteRow);
    if (!write.success) return refuse(write.error);
    const { values, zone } = write.data;
    return answer(await rows.create({ ...writer, zone }, context.req.param("table"), values), 201);
  });

  api.post("/data/:table/upsert", async (context) => {
    const { rows, writer } = hostOf(context);
    const write = await jsonOf(context, UpsertRow);
    if (!write.success) return refuse(write.error);
    const { by, values, zone } = write.data;
    return answer(await rows.upsert({ ...writer, zone }, context.req.param("table"), by, values));
  });

  api.post("/data/:table/:id/increment", async (context) => {
    const { rows, writer } = hostOf(context);
    const { table, id } = context.req.param();
    const write = await jsonOf(context, IncrementRow);
    if (!write.success) return refuse(write.error);
    const { by, zone } = write.data;
    return answer(await rows.increment({ ...writer, zone }, table, id, by));
  });

  api.get("/data/:table/:id", async (context) => {
    const { rows, writer } = hostOf(context);
    const { table, id } = context.req.param();
    return answer(await rows.get(writer, table, id));
  });

  api.patch("/data/:table/:id", async (context) => {
    const { rows, writer } = hostOf(context);
    const { table, id } = context.req.param();
    const write = await jsonOf(context, WriteRow);
    if (!write.success) return refuse(write.error);
    const { values, revision, zone } = write.data;
    return answer(await rows.update({ ...writer, zone }, table, id, values, revision));
  });

  api.delete("/data/:table/:id", async (context) => {
    const { rows, writer } = hostOf(context);
    const { table, id } = context.req.param();
    const revision = RowRevision.optional().safeParse(context.req.query("revision"));
    return revision.success ? answer(await rows.remove(writer, table, id, revision.data)) : refuse(revision.error);
  });

  api.post("/data/:table/:id/restore", async (context) => {
    const { rows, writer } = hostOf(context);
    const { table, id } = context.req.param();
    return answer(await rows.restore(writer, table, id));
  });

  /** Of any tables, all or none. */
  api.post("/writes", async (context) => {
    const { rows, writer } = hostOf(context);
    const write = await jsonOf(context, WriteRows);
    if (!write.success) return refuse(write.error);
    const { writes, zone } = write.data;
    return answer(await rows.writeAll({ ...writer, zone }, writes));
  });

  api.get("/live", (context) => hostOf(context).live());
  api.get("/reload", (context) => hostOf(context).reload());

  api.post("/errors", async (context) => {
    const error = await jsonOf(context, RuntimeError.extend({ source: z.enum(["browser", "request"]) }));
    if (!error.success) return refuse(error.error);
    await hostOf(context).report(error.data);
    return context.body(null, 204);
  });

  api.all("*", () => problem(NOTHING_HERE));
  return api;
}

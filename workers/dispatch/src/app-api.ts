/** What the browser side of an app asks of its own host under `/_app`: rows, live changes, the user, errors, reloads. */

import { objects } from "@edgewright/adapters/objects";
import {
  complaintsOf,
  DATA_SCOPE_HEADER,
  type DataScope,
  type Failure,
  GRANT_HEADER,
  type Outcome,
  RowQuery,
  RowRevision,
  type RowWriter,
  RuntimeError,
  TotalsQuery,
  WriteRow,
} from "@edgewright/contracts";
import { parseJson, problem } from "@edgewright/core";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { people } from "./directory.ts";
import { actorOf, type Preview, reporterOf } from "./preview.ts";

const BODY_MAX = 256 * 1024;

export const appApi = new Hono<Preview>();

appApi.use(
  bodyLimit({
    maxSize: BODY_MAX,
    onError: () => problem({ code: "too_large", message: "This is too large to be saved.", next: "Save less at once." }),
  }),
);

const scopeOf = (context: Context<Preview>): DataScope => ({ channel: context.var.host.channel, actor: actorOf(context.var.visit) });
const writerOf = (context: Context<Preview>): RowWriter => {
  const { organizationId, projectId } = context.var;
  return { ...scopeOf(context), origin: { organizationId, projectId, way: "app" } };
};
/** A connection is bound to what opened the preview. */
const liveHeaders = (context: Context<Preview>) => ({
  upgrade: context.req.header("upgrade") ?? "",
  [GRANT_HEADER]: JSON.stringify(context.var.visit.grant),
});
const data = (context: Context<Preview>) => objects(context.env).data(context.var.projectId, context.var.host.environment);
const answer = <T>(outcome: Outcome<T>, status: 200 | 201 = 200) =>
  outcome.ok ? Response.json(outcome.value, { status }) : problem(outcome.error);
const refuse = (error: z.ZodError | Failure) =>
  problem(
    error instanceof z.ZodError
      ? {
          code: "bad_request",
          message: `The request is not right: ${complaintsOf(error).slice(0, 300)}.`,
          next: "Correct it and send it again.",
        }
      : error,
  );

async function jsonOf<T>(context: Context<Preview>, shape: z.ZodType<T>) {
  const body = parseJson(await context.req.text());
  return body.ok ? shape.safeParse(body.value) : { success: false as const, error: body.error };
}

/** Of a query in an address, as JSON. */
const QUERY_MAX = 20_000;

appApi.get("/user", (context) => context.json(context.var.visit.user));

/** Members know each other; a visitor learns no names. */
appApi.get("/people", async (context) => context.json(context.var.visit.user ? await people(context.env, context.var.organizationId) : []));

/** The query that is in the address, parsed. */
function queryOf<T>(context: Context<Preview>, shape: z.ZodType<T>) {
  const text = context.req.query("q") ?? "{}";
  if (text.length > QUERY_MAX)
    return {
      success: false as const,
      error: { code: "too_large", message: "The query is too long.", next: "Use fewer or shorter values." } satisfies Failure,
    };
  const given = parseJson(text, "The query");
  return given.ok ? shape.safeParse(given.value) : { success: false as const, error: given.error };
}

appApi.get("/data/:table", async (context) => {
  const query = queryOf(context, RowQuery);
  return query.success ? answer(await data(context).list(scopeOf(context), context.req.param("table"), query.data)) : refuse(query.error);
});

appApi.get("/totals/:table", async (context) => {
  const query = queryOf(context, TotalsQuery);
  return query.success ? answer(await data(context).totals(scopeOf(context), context.req.param("table"), query.data)) : refuse(query.error);
});

appApi.post("/data/:table", async (context) => {
  const write = await jsonOf(context, WriteRow);
  return write.success
    ? answer(await data(context).create(writerOf(context), context.req.param("table"), write.data.values), 201)
    : refuse(write.error);
});

appApi.get("/data/:table/:id", async (context) => {
  const { table, id } = context.req.param();
  return answer(await data(context).get(scopeOf(context), table, id));
});

appApi.patch("/data/:table/:id", async (context) => {
  const { table, id } = context.req.param();
  const write = await jsonOf(context, WriteRow);
  return write.success
    ? answer(await data(context).update(writerOf(context), table, id, write.data.values, write.data.revision))
    : refuse(write.error);
});

appApi.delete("/data/:table/:id", async (context) => {
  const { table, id } = context.req.param();
  const revision = RowRevision.optional().safeParse(context.req.query("revision"));
  return revision.success ? answer(await data(context).remove(writerOf(context), table, id, revision.data)) : refuse(revision.error);
});

appApi.post("/data/:table/:id/restore", async (context) => {
  const { table, id } = context.req.param();
  return answer(await data(context).restore(writerOf(context), table, id));
});

appApi.get("/live", (context) => {
  const headers = { ...liveHeaders(context), [DATA_SCOPE_HEADER]: JSON.stringify(scopeOf(context)) };
  return data(context).fetch("https://data/live", { headers });
});

appApi.get("/reload", (context) => {
  const { projectId, host } = context.var;
  return objects(context.env)
    .workspace(projectId)
    .fetch(`https://workspace/reload?channel=${host.channel}`, { headers: liveHeaders(context) });
});

appApi.post("/errors", async (context) => {
  const error = await jsonOf(context, RuntimeError.extend({ source: z.enum(["browser", "request"]) }));
  if (!error.success) return refuse(error.error);
  const { projectId, host, visit } = context.var;
  const report = { projectId, label: host.label, channel: host.channel, error: error.data, by: reporterOf(visit) };
  await objects(context.env).workspace(projectId).reportError(report);
  return context.body(null, 204);
});

appApi.all("*", () =>
  problem({
    code: "not_found",
    message: "The platform has nothing at this address.",
    next: "Look up the address: tables are at /_app/data/.",
  }),
);

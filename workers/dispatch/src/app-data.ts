/**
 * The rows of one project, as its own server code holds them: `env.DATA` acts as whoever asks, `env.APP` as the app itself.
 * The platform binds project and actor; every method of the class can be called from the app, and nothing else may be one.
 */
import { WorkerEntrypoint } from "cloudflare:workers";
import { objects } from "@edgewright/adapters/objects";
import {
  type Channel,
  complaintsOf,
  type DataActor,
  type DataRow,
  type Environment,
  type ErrorCode,
  type Outcome,
  type ProjectDataRpc,
  type RowPage,
  RowQuery,
  type RowWriter,
  type Totals,
  TotalsQuery,
  WriteRow,
} from "@edgewright/contracts";
import { z } from "zod";
import type { Env } from "./env.ts";

/** `until`: when the request for which it was made is over for good. */
export type AppDataProps = {
  organizationId: string;
  projectId: string;
  environment: Environment;
  channel: Channel;
  actor: DataActor;
  until: number;
};

const Name = z.string().max(200);
const Values = WriteRow.shape.values;
const Revision = z
  .int()
  .nullish()
  .transform((revision) => revision ?? undefined);

export class AppData extends WorkerEntrypoint<Env, AppDataProps> {
  list(table: string, query: unknown = {}): Promise<RowPage> {
    return ask(this.env, this.ctx.props, z.tuple([Name, RowQuery]), [table, query], (data, scope, ...given) => data.list(scope, ...given));
  }
  totals(table: string, query: unknown): Promise<Totals> {
    return ask(this.env, this.ctx.props, z.tuple([Name, TotalsQuery]), [table, query], (data, scope, ...given) =>
      data.totals(scope, ...given),
    );
  }
  get(table: string, id: string): Promise<DataRow> {
    return ask(this.env, this.ctx.props, z.tuple([Name, Name]), [table, id], (data, scope, ...given) => data.get(scope, ...given));
  }
  create(table: string, values: unknown): Promise<DataRow> {
    return ask(this.env, this.ctx.props, z.tuple([Name, Values]), [table, values], (data, writer, ...given) =>
      data.create(writer, ...given),
    );
  }
  /** `revision`, when given, must be the row's present one. */
  update(table: string, id: string, values: unknown, revision?: number): Promise<DataRow> {
    const shape = z.tuple([Name, Name, Values, Revision]);
    return ask(this.env, this.ctx.props, shape, [table, id, values, revision], (data, writer, ...given) => data.update(writer, ...given));
  }
  remove(table: string, id: string): Promise<DataRow> {
    return ask(this.env, this.ctx.props, z.tuple([Name, Name]), [table, id], (data, writer, ...given) => data.remove(writer, ...given));
  }
  /** A row that was deleted in the last 30 days. */
  restore(table: string, id: string): Promise<DataRow> {
    return ask(this.env, this.ctx.props, z.tuple([Name, Name]), [table, id], (data, writer, ...given) => data.restore(writer, ...given));
  }
}

/**
 * Arguments are taken apart to plain JSON: over RPC they may be functions and objects of the app, which would be called back
 * by whoever reads them. App code knows exceptions, not outcomes; what is refused carries its code.
 */
async function ask<Given extends unknown[], T>(
  env: Env,
  { organizationId, projectId, environment, channel, actor, until }: AppDataProps,
  shape: z.ZodType<Given>,
  given: unknown[],
  call: (data: ProjectDataRpc, writer: RowWriter, ...given: Given) => Promise<Outcome<T>>,
): Promise<T> {
  if (Date.now() > until)
    throw refusal("gone", "The request that these rows were opened for is over.", "Use env.DATA within its own request.");
  const plain = shape.safeParse(plainJson(given));
  if (!plain.success) throw refusal("bad_request", `The call is not right: ${complaintsOf(plain.error).slice(0, 300)}.`);
  const origin = { organizationId, projectId, way: "server" as const };
  const outcome = await call(objects(env).data(projectId, environment), { channel, actor, origin }, ...plain.data);
  if (!outcome.ok) throw refusal(outcome.error.code, outcome.error.message, outcome.error.next);
  return outcome.value;
}

function plainJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
}

/** The server's frame knows it by its name, should the app let it pass: see `thrownByServer`. */
const refusal = (code: ErrorCode, message: string, next?: string): Error =>
  Object.assign(new Error(message), { name: "DataError", code, next });

/**
 * The rows of one project, as its own server code holds them: `env.DATA` acts as whoever asks, `env.APP` as the app itself.
 * The platform binds project and actor; every method of the class can be called from the app, and nothing else may be one.
 */
import { WorkerEntrypoint } from "cloudflare:workers";
import { objects } from "@edgewright/adapters/objects";
import { dataRefusal, type RowCalls, rowCalls } from "@edgewright/app-server";
import type { Channel, DataActor, DataRow, Environment, RowPage, Totals } from "@edgewright/contracts";
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

export class AppData extends WorkerEntrypoint<Env, AppDataProps> implements RowCalls {
  async list(table: string, query?: unknown): Promise<RowPage> {
    return callsOf(this.env, this.ctx.props).list(table, query);
  }
  async totals(table: string, query: unknown): Promise<Totals> {
    return callsOf(this.env, this.ctx.props).totals(table, query);
  }
  async get(table: string, id: string): Promise<DataRow> {
    return callsOf(this.env, this.ctx.props).get(table, id);
  }
  async create(table: string, values: unknown, once?: string): Promise<DataRow> {
    return callsOf(this.env, this.ctx.props).create(table, values, once);
  }
  async update(table: string, id: string, values: unknown, revision?: number): Promise<DataRow> {
    return callsOf(this.env, this.ctx.props).update(table, id, values, revision);
  }
  async upsert(table: string, by: string, values: unknown, once?: string): Promise<DataRow> {
    return callsOf(this.env, this.ctx.props).upsert(table, by, values, once);
  }
  async increment(table: string, id: string, by: unknown, once?: string): Promise<DataRow> {
    return callsOf(this.env, this.ctx.props).increment(table, id, by, once);
  }
  async remove(table: string, id: string): Promise<DataRow> {
    return callsOf(this.env, this.ctx.props).remove(table, id);
  }
  async restore(table: string, id: string): Promise<DataRow> {
    return callsOf(this.env, this.ctx.props).restore(table, id);
  }
  async writeAll(writes: unknown, once?: string): Promise<DataRow[]> {
    return callsOf(this.env, this.ctx.props).writeAll(writes, once);
  }
}

function callsOf(env: Env, { organizationId, projectId, environment, channel, actor, until }: AppDataProps): RowCalls {
  if (Date.now() > until)
    throw dataRefusal("gone", "The request that these rows were opened for is over.", "Use env.DATA within its own request.");
  const origin = { organizationId, projectId, way: "server" as const };
  return rowCalls(objects(env).data(projectId, environment), { channel, actor, origin });
}

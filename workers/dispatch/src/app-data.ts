/** The data of one project, as its own server code holds it: `env.DATA`. It can reach no other project, since the platform binds the id. */
import { WorkerEntrypoint } from "cloudflare:workers";
import type { Channel, DataRow, DataScope, Outcome, RowPage, RowQueryInput } from "@edgewright/contracts";
import { dataOf, type Env } from "./env.ts";

type Props = { projectId: string; channel: Channel };

export class AppData extends WorkerEntrypoint<Env, Props> {
  list(table: string, query: RowQueryInput = {}): Promise<RowPage> {
    return this.take((data, scope) => data.list(scope, table, query));
  }
  get(table: string, id: string): Promise<DataRow> {
    return this.take((data, scope) => data.get(scope, table, id));
  }
  create(table: string, values: Record<string, unknown>): Promise<DataRow> {
    return this.take((data, scope) => data.create(scope, table, values));
  }
  update(table: string, id: string, values: Record<string, unknown>): Promise<DataRow> {
    return this.take((data, scope) => data.update(scope, table, id, values));
  }
  remove(table: string, id: string): Promise<DataRow> {
    return this.take((data, scope) => data.remove(scope, table, id));
  }

  /** App code knows exceptions, not outcomes. */
  private async take<T>(call: (data: ReturnType<typeof dataOf>, scope: DataScope) => Promise<Outcome<T>>): Promise<T> {
    const { projectId, channel } = this.ctx.props;
    const outcome = await call(dataOf(this.env, projectId), { channel, actor: { kind: "member", userId: "server", may: "write" } });
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value;
  }
}

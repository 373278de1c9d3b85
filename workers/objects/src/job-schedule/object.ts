/** The Durable Object in which all jobs wait for their turn; there is one. A shell around `Schedule`. */
import { DurableObject } from "cloudflare:workers";
import { objects, storageSql } from "@edgewright/adapters/objects";
import type { JobScheduleRpc, PlaceAsked } from "@edgewright/contracts";
import { systemClock } from "@edgewright/core";
import type { Env } from "../env.ts";
import { Schedule } from "./schedule.ts";

export class JobSchedule extends DurableObject<Env> implements JobScheduleRpc {
  private readonly schedule: Schedule;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.schedule = new Schedule({
      sql: storageSql(ctx.storage),
      clock: systemClock,
      slots: Number(env.JOBS_AT_ONCE),
      setAlarm: (at) => ctx.storage.setAlarm(at),
      tell: (sessionId, told) => objects(env).stream(sessionId).placed(told),
    });
  }

  ask(asked: PlaceAsked): Promise<number> {
    return this.schedule.ask(asked);
  }

  release(jobId: string): Promise<void> {
    return this.schedule.release(jobId);
  }

  override alarm(): Promise<void> {
    return this.schedule.tend();
  }
}

/** The Durable Object that counts attempts to get in: one per client and one per e-mail address. A shell around `Attempts`. */
import { DurableObject } from "cloudflare:workers";
import { storageSql } from "@edgewright/adapters/objects";
import type { AttemptInput, AttemptLimitRpc } from "@edgewright/contracts";
import { systemClock } from "@edgewright/core";
import type { Env } from "../env.ts";
import { Attempts } from "./attempts.ts";

/** Long after the last attempt, so that the alarm is not moved at each of them. */
const SWEEP_MS = 24 * 60 * 60_000;

export class AttemptLimit extends DurableObject<Env> implements AttemptLimitRpc {
  private readonly attempts: Attempts;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.attempts = new Attempts({
      sql: storageSql(ctx.storage),
      clock: systemClock,
    });
  }

  async take(input: AttemptInput): Promise<number> {
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(systemClock.now() + SWEEP_MS);
    return this.attempts.take(input);
  }

  async succeeded(input: Pick<AttemptInput, "kind" | "client">): Promise<void> {
    this.attempts.succeeded(input);
  }

  /** Deletes the counts of addresses and clients that are not tried any more. */
  override async alarm(): Promise<void> {
    const expiry = this.attempts.expiry();
    if (expiry > systemClock.now()) await this.ctx.storage.setAlarm(expiry);
    else await this.ctx.storage.deleteAll();
  }
}

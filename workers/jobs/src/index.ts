/** Queue consumers and sweeps. */

import { followAccessChanges, purgeOrganizations } from "@edgewright/accounts";
import { runJob } from "@edgewright/agents";
import { type AuditTrail, releaseBookmarks } from "@edgewright/audit";
import { doEffects } from "@edgewright/automations/outside";
import { autoFix, sweepOutbox } from "@edgewright/chat";
import { type Failure, QueueMessage } from "@edgewright/contracts";
import { log } from "@edgewright/core";
import { runDeployment, sendAbandoned } from "@edgewright/deployments";
import {
  followBranch,
  followPull,
  followPulls,
  followRepository,
  handleDelivery,
  noteBranchJob,
  publishMerged,
  sweepGitHub,
  syncSoon,
  tellRuns,
} from "@edgewright/github";
import type { Env } from "./env.ts";
import { createServices, type Services } from "./services.ts";

const RETRY_SECONDS_MAX = 30;
const DAY_MS = 24 * 3600 * 1000;

/** At once, then each second, since most of what is lost is back in one or two; then ever later. */
const secondsUntilNext = (attempts: number) => (attempts === 1 ? 0 : Math.min(RETRY_SECONDS_MAX, 2 ** Math.max(0, attempts - 4)));

/** Where each chain ends is told to the worker's log as well: out of the database's reach, it shows when a chain was set back. */
async function tendAuditLog(auditTrail: AuditTrail): Promise<void> {
  const { ends, broken } = await auditTrail.seal();
  for (const { scope, number, hash } of ends) log.info("audit log sealed", { scope, number, hash });
  for (const scope of broken) log.error("audit log does not verify, and is not sealed on", { scope });
  await auditTrail.removeExpired();
}

/** What was merged there is here then, and may be published. */
async function followSync({ repository, pulls }: Services, projectId: string): Promise<Failure | null> {
  const failure = await followRepository(repository, projectId);
  await publishMerged(pulls, projectId);
  return failure;
}

/** A failure that is given back is tried again. */
async function consume(services: Services, message: QueueMessage): Promise<Failure | null> {
  switch (message.kind) {
    case "fix":
      await autoFix(services.fixing, message);
      return null;
    case "codegen":
      await runJob(services.codegen(message.sessionId, message.projectId), message);
      await syncSoon(services.repository, message.projectId);
      await noteBranchJob(services.repository, message.jobId);
      await tellRuns(services.repository);
      return null;
    case "sync":
      return followSync(services, message.projectId);
    case "pull":
      return followPull(services.pulls, message.projectId, message.number);
    case "pulls":
      return followPulls(services.repository, message.projectId);
    case "branch": {
      const failure = await followBranch(services.repository, message.branchId);
      await tellRuns(services.repository);
      return failure;
    }
    case "deploy":
      await runDeployment(services.deploying, message);
      return null;
    case "automation":
      await doEffects(services.effects, message);
      return null;
    case "delivery":
      return handleDelivery(services.repository, message.deliveryId);
  }
}

export default {
  /** A message that cannot be read is dropped: it would never become readable. What throws is delivered again, and the fenced journal makes that harmless. */
  async queue(batch, env) {
    const services = createServices(env);
    for (const message of batch.messages) {
      const parsed = QueueMessage.safeParse(message.body);
      if (!parsed.success) {
        log.error("queue message dropped", { id: message.id });
        message.ack();
        continue;
      }
      try {
        const failure = await consume(services, parsed.data);
        if (failure) message.retry({ delaySeconds: failure.after ?? secondsUntilNext(message.attempts) });
        else message.ack();
      } catch {
        message.retry({ delaySeconds: secondsUntilNext(message.attempts) });
      }
    }
  },

  /** What a crash left in the outbox is sent, and deployments whose consumer died are sent again; answers kept for repeated requests are forgotten after a day; calls of models whose consumer died are given up; the audit log is sealed, and shortened; once an hour, bookmarks that no snapshot names any more are let go; repositories on GitHub are looked at; deleted organizations whose grace is over are purged; connections hear of changes of access whose teller died. */
  async scheduled(controller, env) {
    const { deploying, repository, following, outbox, idempotency, meter, auditTrail, bookmarks, purging } = createServices(env);
    await sweepOutbox(outbox, { olderThanMs: 10_000, limit: 100 });
    await sendAbandoned(deploying, outbox.send);
    await meter.giveUpTheDead();
    await idempotency.forgetBefore(outbox.clock.now() - DAY_MS);
    await tendAuditLog(auditTrail);
    if (new Date(controller.scheduledTime).getUTCMinutes() === 0) await releaseBookmarks(bookmarks);
    await sweepGitHub(repository);
    await tellRuns(repository);
    await purgeOrganizations(purging);
    await followAccessChanges(following);
  },
} satisfies ExportedHandler<Env, unknown>;

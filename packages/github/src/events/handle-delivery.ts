/** What GitHub told of is done, once: a delivery that is handled twice finds its work done. Called by the queue's consumer. */
import type { Failure } from "@edgewright/contracts";
import { log } from "@edgewright/core";
import type { SyncDeps } from "../deps.ts";
import type { LinkRecord } from "../ports.ts";
import { onComment, onLabelled } from "../rules/match-events.ts";
import type { RuleRunDeps } from "../rules/run-deps.ts";
import { type EventOf, type GitHubEvent, readEvent } from "./read-event.ts";

/** The failure is to be tried again. */
export async function handleDelivery(deps: RuleRunDeps, id: string): Promise<Failure | null> {
  const delivery = await deps.github.delivery(id);
  if (!delivery || delivery.doneAt !== null) return null;
  const event = readEvent(delivery.event, delivery.body);
  const failure = event ? await handle(deps, event, id) : null;
  if (failure) log.warn("delivery of GitHub waits", { deliveryId: id, event: delivery.event, code: failure.code });
  else await deps.github.finishDelivery(id, deps.clock.now());
  return failure;
}

async function handle(deps: RuleRunDeps, { event, body }: GitHubEvent, id: string): Promise<Failure | null> {
  switch (event) {
    case "push":
      return syncLinks(deps, await linksOf(deps, body), ({ branch }) => body.ref === `refs/heads/${branch}`);
    case "installation":
    case "installation_repositories":
      return followInstallation(deps, body.installation.id);
    case "repository":
      return followRepository(deps, body);
    case "pull_request":
      return lookAtPull(deps, body);
    case "issues":
      return forEachLink(deps, body, (link) => onLabelled(deps, link, id, body));
    case "issue_comment":
      return forEachLink(deps, body, (link) => onComment(deps, link, id, body));
  }
}

/** Only those that this very installation was linked by: another one's webhook says nothing about them. */
async function linksOf({ github }: SyncDeps, { repository, installation }: Pick<EventOf<"push">, "repository" | "installation">) {
  return (await github.linksOfRepository(repository.id)).filter(({ installationId }) => installationId === installation.id);
}

async function forEachLink(
  deps: RuleRunDeps,
  body: Pick<EventOf<"push">, "repository" | "installation">,
  work: (link: LinkRecord) => Promise<Failure | null>,
): Promise<Failure | null> {
  for (const link of await linksOf(deps, body)) {
    const failure = await work(link);
    if (failure) return failure;
  }
  return null;
}

async function syncLinks(deps: SyncDeps, links: LinkRecord[], those: (link: LinkRecord) => boolean = () => true): Promise<null> {
  for (const { projectId } of links.filter(those)) await deps.send({ kind: "sync", projectId });
  return null;
}

/** Of what else happens to one, such as a label, nothing follows here. */
const PULL_ACTIONS = new Set(["opened", "reopened", "synchronize", "closed", "edited"]);

async function lookAtPull(deps: SyncDeps, body: EventOf<"pull_request">): Promise<null> {
  if (!PULL_ACTIONS.has(body.action)) return null;
  const { number } = body.pull_request;
  for (const { projectId } of await linksOf(deps, body)) await deps.send({ kind: "pull", projectId, number });
  return null;
}

/** What GitHub says of it now counts, and not what was told, which may come late or out of order. */
async function followInstallation(deps: SyncDeps, installationId: number): Promise<Failure | null> {
  if (!deps.githubApi) return null;
  const found = await deps.githubApi.installation(installationId);
  if (!found.ok) return found.error;
  const { github } = deps;
  if (found.value === null) await github.updateInstallation(installationId, { status: "removed" });
  else {
    const { account, selection, permissions, suspended } = found.value;
    await github.updateInstallation(installationId, { account, selection, permissions, status: suspended ? "suspended" : "active" });
  }
  const links = await github.linksOfInstallation(installationId);
  for (const { projectId } of links) await deps.send({ kind: "pulls", projectId });
  return syncLinks(deps, links);
}

async function followRepository(deps: SyncDeps, body: EventOf<"repository">): Promise<Failure | null> {
  const { id, name, owner } = body.repository;
  const links = await linksOf(deps, body);
  if (links.length > 0 && (body.action === "renamed" || body.action === "transferred"))
    await deps.github.moveRepository(id, { owner: owner.login, repo: name });
  return syncLinks(deps, links);
}

/** Which rules an event on GitHub sets off. */

import type { Failure } from "@edgewright/contracts";
import { pointedFile } from "@edgewright/core";
import type { EventOf } from "../events/read-event.ts";
import type { LinkRecord, RuleRecord } from "../ports.ts";
import type { Taken } from "../sync.ts";
import type { RuleRunDeps } from "./run-deps.ts";
import { type SettingOff, setOff } from "./set-off.ts";

const COMMAND = /^\/edgewright\b\s*/i;
const LISTED = 30;

async function setAllOff(
  deps: RuleRunDeps,
  link: LinkRecord,
  setting: SettingOff,
  those: (rule: RuleRecord) => boolean,
): Promise<Failure | null> {
  for (const rule of await deps.github.rules(link.projectId)) {
    if (!rule.enabled || !those(rule)) continue;
    const failure = await setOff(deps, link, rule, setting);
    if (failure) return failure;
  }
  return null;
}

/** An App's own deeds set nothing off, so that two rules cannot go on without end. */
const isPerson = ({ type }: { type?: string | undefined }) => type !== "Bot";

export async function onLabelled(
  deps: RuleRunDeps,
  link: LinkRecord,
  deliveryId: string,
  body: EventOf<"issues">,
): Promise<Failure | null> {
  const { action, issue, label, sender } = body;
  if (action !== "labeled" || !label || !isPerson(sender)) return null;
  const setting: SettingOff = {
    key: `delivery:${deliveryId}`,
    event: `Issue ${issue.number}: ${issue.title}`,
    text: `${issue.title}\n\n${issue.body}`,
    title: `${issue.title} (#${issue.number})`,
    url: issue.html_url,
    by: sender.login,
    wrote: false,
    issue: issue.number,
  };
  return setAllOff(deps, link, setting, ({ when }) => when.kind === "label" && when.label.toLowerCase() === label.name.toLowerCase());
}

export async function onComment(
  deps: RuleRunDeps,
  link: LinkRecord,
  deliveryId: string,
  body: EventOf<"issue_comment">,
): Promise<Failure | null> {
  const { action, issue, comment, sender } = body;
  const asked = comment.body.trim();
  if (action !== "created" || !COMMAND.test(asked) || !isPerson(sender)) return null;
  const setting: SettingOff = {
    key: `delivery:${deliveryId}`,
    event: `Comment on ${issue.pull_request ? "pull request" : "issue"} ${issue.number}: ${issue.title}`,
    text: `${asked.replace(COMMAND, "")}\n\n${issue.title}\n\n${issue.body}`,
    title: `${issue.title} (#${issue.number})`,
    url: comment.html_url,
    by: sender.login,
    wrote: false,
    issue: issue.number,
  };
  return setAllOff(deps, link, setting, ({ when }) => when.kind === "comment");
}

/** A path, or a folder that ends in a slash. */
const touches = (paths: readonly string[], wanted: string) =>
  paths.find((path) => path === wanted || (wanted.endsWith("/") && path.startsWith(wanted)));

/** What was pushed there and taken here. What we pushed ourselves is never taken. */
export async function onTaken(deps: RuleRunDeps, link: LinkRecord, { sha, version, paths, author }: Taken): Promise<Failure | null> {
  for (const rule of await deps.github.rules(link.projectId)) {
    const path = rule.when.kind === "path" ? touches(paths, rule.when.path) : undefined;
    if (!rule.enabled || path === undefined) continue;
    const file = await deps.store.read(link.projectId, version, path);
    const text = file.ok && file.value.text !== null && pointedFile(file.value.text) === null ? file.value.text : "";
    const setting: SettingOff = {
      key: `commit:${sha}`,
      event: `Commit ${sha.slice(0, 7)} changed ${path}`,
      title: `Follow ${path}`,
      text: text || `Changed: ${paths.slice(0, LISTED).join(", ")}`,
      url: deps.githubApi?.webUrl(`${link.owner}/${link.repo}/commit/${sha}`) ?? null,
      by: author.id,
      wrote: true,
      issue: null,
    };
    const failure = await setOff(deps, link, rule, setting);
    if (failure) return failure;
  }
  return null;
}

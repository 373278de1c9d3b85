/** A project's rules: made, changed and removed by its editors, and by nothing that comes from GitHub. */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { GitHubWhen, Outcome, UpdateGitHubRule } from "@edgewright/contracts";
import { type Clock, fail, newId, ok } from "@edgewright/core";
import type { ProjectRecord } from "@edgewright/projects";
import type { GitHubRecords, RuleRecord } from "../ports.ts";

export type RuleDeps = { github: GitHubRecords; clock: Clock };
type Project = Pick<ProjectRecord, "id" | "organizationId">;

const RULES_MAX = 20;

const missing = () => fail("not_found", "There is no such rule.", { next: "Look at the list of rules." });

const lineOf = (
  clock: Clock,
  origin: Origin,
  project: Project,
  id: string,
  action: "github.rule_created" | "github.rule_updated" | "github.rule_removed",
  when: GitHubWhen,
) =>
  auditEntry(clock, origin, {
    scope: project.organizationId,
    projectId: project.id,
    action,
    subject: id,
    detail: { when: whenText(when) },
  });

/** For the log, and for whoever reads it. */
function whenText(when: GitHubWhen): string {
  if (when.kind === "path") return `${when.path} changes`;
  return when.kind === "label" ? `an issue gets the label ${when.label}` : "a comment begins with /edgewright";
}

export async function createRule(
  { github, clock }: RuleDeps,
  project: Project,
  wanted: Pick<RuleRecord, "when" | "template" | "target">,
  origin: Origin,
): Promise<Outcome<void>> {
  if ((await github.rules(project.id)).length >= RULES_MAX)
    return fail("conflict", `A project has at most ${RULES_MAX} rules.`, { next: "Remove one first." });
  const rule: RuleRecord = {
    ...{ id: newId("rul"), projectId: project.id, ...wanted },
    enabled: true,
    createdBy: origin.personId ?? origin.id,
    createdAt: clock.now(),
  };
  await github.insertRule(rule, lineOf(clock, origin, project, rule.id, "github.rule_created", rule.when));
  return ok(undefined);
}

export async function updateRule(
  { github, clock }: RuleDeps,
  project: Project,
  id: string,
  change: UpdateGitHubRule,
  origin: Origin,
): Promise<Outcome<void>> {
  const rule = (await github.rules(project.id)).find((one) => one.id === id);
  if (!rule) return missing();
  const audit = lineOf(clock, origin, project, id, "github.rule_updated", rule.when);
  return (await github.updateRule(project.id, id, change, audit)) ? ok(undefined) : missing();
}

export async function removeRule({ github, clock }: RuleDeps, project: Project, id: string, origin: Origin): Promise<Outcome<void>> {
  const rule = (await github.rules(project.id)).find((one) => one.id === id);
  if (!rule) return missing();
  const audit = lineOf(clock, origin, project, id, "github.rule_removed", rule.when);
  return (await github.removeRule(project.id, id, audit)) ? ok(undefined) : missing();
}

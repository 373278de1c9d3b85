/** Makes a project with an address nobody else has. */
import { auditEntry, type Origin } from "@edgewright/audit";
import { type Outcome, ProjectSettings } from "@edgewright/contracts";
import { type Clock, fail, newId, ok } from "@edgewright/core";
import { nameFromPrompt } from "./name.ts";
import type { ProjectRecord, ProjectRecords } from "./ports.ts";
import { parseSlug, slugCandidate, slugFromName } from "./slug.ts";

const ATTEMPTS = 20;

/** `uniqueSuffix` gives a few random letters and digits. */
export type CreateDeps = { projects: ProjectRecords; clock: Clock; uniqueSuffix: () => string };

export async function createProject(
  deps: CreateDeps,
  input: { organizationId: string; origin: Origin; prompt?: string; name?: string; slug?: string },
): Promise<Outcome<ProjectRecord>> {
  const name = input.name ?? nameFromPrompt(input.prompt ?? "");
  const chosen = input.slug === undefined ? ok(slugFromName(name)) : parseSlug(input.slug);
  if (!chosen.ok) return chosen;
  // A slug that was asked for is taken or not; one made from the name gives way to the next free one.
  const attempts = input.slug === undefined ? ATTEMPTS : 1;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const project = record(deps, input, name, slugCandidate(chosen.value, attempt, deps.uniqueSuffix));
    const audit = auditEntry(deps.clock, input.origin, {
      scope: input.organizationId,
      projectId: project.id,
      action: "project.created",
      subject: project.id,
      detail: { name, slug: project.slug },
    });
    if ((await deps.projects.insert(project, audit)) === "inserted") return ok(project);
  }
  return slugTaken(chosen.value);
}

export const slugTaken = (slug: string) =>
  fail("slug_taken", `The address "${slug}" is already taken.`, { fields: { slug: "taken" }, next: "Choose another one." });

function record(deps: CreateDeps, input: { organizationId: string; origin: Origin }, name: string, slug: string): ProjectRecord {
  const now = deps.clock.now();
  return {
    id: newId("prj"),
    organizationId: input.organizationId,
    name,
    slug,
    currentVersion: null,
    shareNumber: 0,
    settings: ProjectSettings.parse({}),
    confirmedHosts: {},
    createdBy: input.origin.id,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}

/** Sets and removes variables of one environment. */
import { auditEntry, type Origin } from "@edgewright/audit";
import { type ChangeVariables, type Outcome, VARIABLES_MAX, type VariableEnvironment } from "@edgewright/contracts";
import { type Clock, fail, ok } from "@edgewright/core";
import type { ProjectRecord } from "@edgewright/projects";
import { sealValue } from "./open-variables.ts";
import type { VariableRecord, VariableRecords } from "./ports.ts";

type Deps = { appVariables: VariableRecords; sealKey: string; clock: Clock };

export async function changeVariables(
  { appVariables, sealKey, clock }: Deps,
  project: ProjectRecord,
  environment: VariableEnvironment,
  { set, remove }: ChangeVariables,
  origin: Origin,
): Promise<Outcome<void>> {
  const names = set.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) return fail("bad_request", `${twice} is set twice.`, { next: "Keep one of the two." });
  const present = (await appVariables.of(project.id)).filter((record) => record.environment === environment);
  const removed = remove.filter((name) => !names.includes(name) && present.some((record) => record.name === name));
  if (names.length === 0 && removed.length === 0) return ok(undefined);
  const left = new Set([...present.map(({ name }) => name), ...names]).size - removed.length;
  if (left > VARIABLES_MAX)
    return fail("conflict", `An environment has at most ${VARIABLES_MAX} variables.`, { next: "Remove some that nothing reads." });
  const where = { projectId: project.id, environment };
  const by = { updatedBy: origin.name, updatedAt: clock.now() };
  const records = await Promise.all(
    set.map(async ({ name, value, secret }): Promise<VariableRecord> => {
      const place = { ...where, name };
      return { ...place, secret, sealedValue: await sealValue(value, sealKey, place), ...by };
    }),
  );
  const audit = auditEntry(clock, origin, {
    scope: project.organizationId,
    projectId: project.id,
    action: "variables.updated",
    subject: project.id,
    detail: { environment, setNames: names.join(", "), removedNames: removed.join(", ") },
  });
  await appVariables.change(where, { set: records, removed }, audit);
  return ok(undefined);
}

/** Values of variables, sealed and opened: each one where it is set, and all that a build runs with as one. */
import type { OpenVariables, Outcome, VariableEnvironment } from "@edgewright/contracts";
import { fail, ok, parseJson, seal, unseal } from "@edgewright/core";
import { z } from "zod";
import type { VariableRecord, VariableRecords } from "./ports.ts";

export type VariableDeps = { appVariables: Pick<VariableRecords, "of">; sealKey: string };

type Place = Pick<VariableRecord, "projectId" | "environment" | "name">;

/** A sealed value opens nowhere else. */
const placeOf = ({ projectId, environment, name }: Place) => `variable:${projectId}:${environment}:${name}`;
const buildPlace = (projectId: string, deploymentId: string) => `variables:${projectId}:${deploymentId}`;

export const sealValue = (value: string, sealKey: string, place: Place): Promise<string> => seal(value, sealKey, placeOf(place));

export async function openVariables(
  { appVariables, sealKey }: VariableDeps,
  projectId: string,
  environment: VariableEnvironment,
): Promise<Outcome<OpenVariables>> {
  const records = (await appVariables.of(projectId)).filter((record) => record.environment === environment);
  return openRecords(records, sealKey);
}

export async function openRecords(records: readonly VariableRecord[], sealKey: string): Promise<Outcome<OpenVariables>> {
  const opened = await Promise.all(
    records.map(async (record) => ({ ...record, value: await unseal(record.sealedValue, sealKey, placeOf(record)) })),
  );
  const variables: OpenVariables = {};
  for (const { name, value, secret } of opened) {
    if (value === null)
      return fail("unavailable", `The value of ${name} cannot be read any more: the platform's key was changed.`, {
        next: "Set it anew in the project's menu, Environment.",
      });
    variables[name] = { value, secret };
  }
  return ok(variables);
}

const Kept = z.record(z.string(), z.object({ value: z.string(), secret: z.boolean() }));

/** null: there is nothing to seal. */
export const sealForBuild = async (variables: OpenVariables, sealKey: string, projectId: string, deploymentId: string) =>
  Object.keys(variables).length === 0 ? null : seal(JSON.stringify(variables), sealKey, buildPlace(projectId, deploymentId));

export async function openOfBuild(
  sealed: string | null,
  sealKey: string,
  projectId: string,
  deploymentId: string,
): Promise<Outcome<OpenVariables>> {
  if (sealed === null) return ok({});
  const text = await unseal(sealed, sealKey, buildPlace(projectId, deploymentId));
  const json = text === null ? null : parseJson(text, "the variables");
  if (json?.ok) return ok(Kept.parse(json.value));
  return fail("unavailable", "The variables of the published app cannot be read any more: the platform's key was changed.", {
    next: "Set them anew, and publish again.",
  });
}

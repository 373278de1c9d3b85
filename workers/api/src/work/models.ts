/** Which models an organization may use, and which one answers a message. */
import type { ModelSettings, Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { ModelSettingsRecord } from "@edgewright/db";
import type { Services } from "../services.ts";

const STARTER = {
  id: "starter:builtin",
  name: "Starter",
  description: "Built in, needs no key. Builds lists, boards, calendars, charts and forms from a plain description.",
};

const compatible = (model: string, description: string) => ({ id: `compatible:${model}`, name: model, description });

export function modelsView(services: Services, own: ModelSettingsRecord | null): ModelSettings {
  const { COMPATIBLE_BASE_URL: platform, COMPATIBLE_MODEL: model } = services.variables;
  const available = [STARTER];
  if (own?.compatibleBaseUrl && own.compatibleModel)
    available.push(compatible(own.compatibleModel, `Your organization's own, at ${new URL(own.compatibleBaseUrl).host}.`));
  if (platform && model && model !== own?.compatibleModel)
    available.push(compatible(model, `This platform's, at ${new URL(platform).host}.`));
  const chosen = available.some(({ id }) => id === own?.defaultModel) ? own?.defaultModel : null;
  return {
    defaultModel: chosen ?? STARTER.id,
    compatible:
      own?.compatibleBaseUrl && own.compatibleModel
        ? { baseUrl: own.compatibleBaseUrl, model: own.compatibleModel, hasKey: own.sealedKey !== null }
        : null,
    available,
  };
}

/** The model that was asked for, or the organization's default. */
export async function chooseModel(services: Services, organizationId: string, asked: string | undefined): Promise<Outcome<string>> {
  const { defaultModel, available } = modelsView(services, await services.modelSettings.get(organizationId));
  return asked === undefined ? ok(defaultModel) : knownModel(available, asked);
}

export function knownModel(available: ModelSettings["available"], model: string): Outcome<string> {
  if (available.some(({ id }) => id === model)) return ok(model);
  const next = `Choose one of ${available.map(({ id }) => id).join(", ")}.`;
  return fail("model_unknown", `There is no model "${model.slice(0, 100)}" here.`, { next, fields: { model: "unknown" } });
}

/** What a provider's form holds, how it is sent, and where its failures belong. Used by ProviderSection and TestProvider. */
import type { ModelProvider, ProviderSettings } from "@edgewright/contracts";
import { z } from "zod";
import type { ApiFailure } from "../../api/answer.ts";

export type ProviderValues = { baseUrl: string; model: string; key: string };

const Address = z.url({ protocol: /^https?$/, error: "Enter an address, such as http://localhost:11434/v1." });

export const ProviderValues = (asksAddress: boolean, asksModel: boolean): z.ZodType<unknown, ProviderValues> =>
  z.object({
    baseUrl: asksAddress ? Address : z.string(),
    model: asksModel ? z.string().trim().min(1, "Enter the model's name.").max(200, "At most 200 characters.") : z.string(),
    key: z.string().max(500, "At most 500 characters."),
  });

/** An empty key leaves the one that is set. */
export const changeOf = ({ provider }: ProviderSettings, { baseUrl, model, key }: ProviderValues) => ({
  ...(provider === "compatible" ? { baseUrl } : {}),
  ...(model === "" ? {} : { models: [{ model: model.trim() }] }),
  ...(key === "" ? {} : { key: key.trim() }),
});

/** The API names fields by their path in the body; the form has them at its top. */
export function fieldsOf(failure: ApiFailure, provider: ModelProvider): ApiFailure {
  if (!failure.fields) return failure;
  const start = new RegExp(`^providers\\.${provider}\\.`);
  const fields = Object.entries(failure.fields).map(([path, message]) => [path.replace(start, "").replace(/^models.*/, "model"), message]);
  return { ...failure, fields: Object.fromEntries(fields) };
}

/** A model's form: text as it is typed, and what it becomes. Used by OwnModelDialog. */
import type { OwnModel } from "@edgewright/contracts";
import { z } from "zod";

export type OwnModelValues = { model: string; contextTokens: string; tools: string; input: string; cached: string; output: string };

const tokens = z.string().refine((text) => {
  const number = Number(text.replaceAll(/[ ,_]/g, ""));
  return Number.isInteger(number) && number >= 4_000 && number <= 10_000_000;
}, "A whole number from 4,000 to 10,000,000.");

const usd = z.string().refine((text) => {
  const number = Number(text);
  return text.trim() === "" || (number >= 0 && number <= 10_000);
}, "A price in dollars, such as 0.25.");

/** A price needs both ends: what goes in and what comes out. */
export const OwnModelValues: z.ZodType<unknown, OwnModelValues> = z
  .object({
    model: z.string().trim().min(1, "Enter the model's name.").max(200, "At most 200 characters."),
    contextTokens: tokens,
    tools: z.string(),
    input: usd,
    cached: usd,
    output: usd,
  })
  .superRefine(({ input, output, cached }, context) => {
    const missing = (path: string) => context.addIssue({ code: "custom", path: [path], message: "A price needs this too." });
    const priced = [input, output, cached].some((text) => text.trim() !== "");
    if (priced && input.trim() === "") missing("input");
    if (priced && output.trim() === "") missing("output");
  });

export const valuesOf = (model: OwnModel | null): OwnModelValues => ({
  model: model?.model ?? "",
  contextTokens: String(model?.contextTokens ?? 32_000),
  tools: (model?.tools ?? true) ? "on" : "off",
  input: String(model?.price?.input ?? ""),
  cached: String(model?.price?.cached ?? ""),
  output: String(model?.price?.output ?? ""),
});

/** Cached input costs as much as fresh unless another price is given. */
export function modelOf({ model, contextTokens, tools, input, cached, output }: OwnModelValues): OwnModel {
  const price =
    input.trim() === "" ? null : { input: Number(input), cached: Number(cached.trim() === "" ? input : cached), output: Number(output) };
  return { model: model.trim(), contextTokens: Number(contextTokens.replaceAll(/[ ,_]/g, "")), tools: tools === "on", price };
}

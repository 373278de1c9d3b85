/** The apps that the embedded model builds from the home page's ten descriptions: material of the repair suite. */
import { templateFiles } from "@edgewright/app-kit/template";
import type { FileMap } from "@edgewright/contracts";
import { createStarterModel } from "@edgewright/starter-model";
import { play } from "../../starter-model/src/testing/play.ts";
import { HOME_PROMPTS } from "../../starter-model/src/testing/prompts.ts";

export async function starterApps(count = HOME_PROMPTS.length): Promise<Record<string, FileMap>> {
  const apps: Record<string, FileMap> = {};
  for (const prompt of HOME_PROMPTS.slice(0, count)) apps[prompt] = (await play(createStarterModel(), templateFiles(), prompt)).files;
  return apps;
}

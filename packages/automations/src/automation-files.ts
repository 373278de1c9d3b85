/** `automations/<name>.json` of an app's files. */
import { Automation, type Automations, type FileMap } from "@edgewright/contracts";

const FILE = /^automations\/([a-z0-9][a-z0-9-]{0,59})\.json$/;

/** Every file in the folder, whatever it is called. */
export const isAutomationFile = (path: string): boolean => path.startsWith("automations/") && path.endsWith(".json");

/** The automation's name; null: the file is not called as one is. */
export const automationNameOf = (path: string): string | null => FILE.exec(path)?.[1] ?? null;

export const automationFile = (name: string): string => `automations/${name}.json`;

/** Those that can be read. What is wrong with the others is for the checker to say. */
export function readAutomations(files: FileMap): Automations {
  const read = Object.entries(files).flatMap(([path, text]): [string, Automation][] => {
    const name = automationNameOf(path);
    const automation = name === null ? null : parsed(text);
    return name !== null && automation ? [[name, automation]] : [];
  });
  return Object.fromEntries(read.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function parsed(text: string): Automation | null {
  try {
    return Automation.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

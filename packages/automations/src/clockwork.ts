/** When time sets an automation off: by the clock on the wall where it belongs, also on the days when that is put forward or back. */
import type { Automation } from "@edgewright/contracts";
import { Cron } from "croner";

/** As cron says it; null: time does not set it off. */
function patternOf({ when }: Automation): string | null {
  if (when.event === "schedule") return when.cron;
  if (when.event !== "due") return null;
  const [hour, minute] = when.at.split(":").map(Number);
  return `${minute} ${hour} * * *`;
}

/** The first moment after `from`; null: there is none. */
export function nextMoment(automation: Automation, from: number): number | null {
  const pattern = patternOf(automation);
  if (pattern === null) return null;
  return cronOf(pattern, automation.zone).nextRun(new Date(from))?.getTime() ?? null;
}

/** What is wrong with a schedule; null: nothing. */
export function scheduleProblem(cron: string, zone: string): string | null {
  try {
    return cronOf(cron, zone).nextRun() === null ? "There is no such moment." : null;
  } catch (error) {
    return `This is no schedule: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const cronOf = (pattern: string, zone: string): Cron => new Cron(pattern, { timezone: zone, mode: "5-part", paused: true });

/** The part of ProjectData that keeps an app's automations and their runs. */
import type { AutomationList, AutomationRun, AutomationRuns, Automations, RunsQuery, StepResult } from "../automations.ts";
import type { Environment } from "../environment.ts";
import type { Failure } from "../errors.ts";
import type { Acting } from "../origin.ts";
import type { Outcome } from "./outcome.ts";

/** Whose data an object keeps. */
export type DataPlace = { organizationId: string; projectId: string; environment: Environment };

/** What a template may show: a value as people read it, or people, who are named by whoever knows them. */
export type ShownValue = { text: string } | { people: string[] };

/**
 * What only the outside can do for a step. `key` is the step's own: whatever is done under it twice counts once. `unsure`: it
 * may have been done already, by one who died before saying so.
 */
export type AutomationEffect = {
  run: string;
  fence: number;
  key: string;
  unsure: boolean;
  /** What of it was done, for certain, when it was tried before. */
  sofar: StepResult | null;
  place: DataPlace;
  automation: { name: string; label: string };
} & (
  | { step: "mail"; to: string[]; subject: string; text: string; values: Record<string, ShownValue>; author: string | null }
  /** `own`: the body is in the other side's words, which may not know a call that it had already. */
  | { step: "call"; url: string; headers: Record<string, string>; body: string; own: boolean }
);

export type EffectEnd = { ok: true; result: StepResult } | { ok: false; error: Failure; result?: StepResult };

export interface AutomationsRpc {
  /** The automations of the version that is live; those that are the same go on as they are. */
  setAutomations(place: DataPlace, automations: Automations): Promise<void>;
  /** The next thing to be done outside, held for a minute; null: there is none now. */
  beginEffect(): Promise<AutomationEffect | null>;
  /** What became of it. Of one who no longer holds it, nothing is taken. */
  endEffect(effect: Pick<AutomationEffect, "run" | "fence">, end: EffectEnd): Promise<void>;
  automations(): Promise<AutomationList>;
  automationRuns(query: Pick<RunsQuery, "automation" | "state">, contents: boolean): Promise<AutomationRuns>;
  switchAutomation(by: Acting, name: string, off: boolean): Promise<Outcome<AutomationList>>;
  retryRun(by: Acting, run: string): Promise<Outcome<AutomationRun>>;
  testAutomation(by: Acting, name: string, row?: string): Promise<Outcome<AutomationRun>>;
}

/** A job's plan as its work goes on: shown before files are written, waiting for approval where the project wants that, ticked off with its files. */
import type { Outcome, PlanStep } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { estimatePlan } from "../prompt/estimate.ts";
import type { JobRun } from "./job-run.ts";

const PLAN_MAX = 20_000;
/** What a model that never said a plan is doing all the same. */
const UNSAID: Omit<PlanStep, "files"> = { id: "unsaid", title: "Change the app" };

export class PlanProgress {
  private readonly run: JobRun;
  plan: PlanStep[];

  constructor(run: JobRun) {
    this.run = run;
    this.plan = run.plan;
  }

  propose(steps: PlanStep[]): Outcome<"shown" | "waits"> {
    if (JSON.stringify(steps).length > PLAN_MAX)
      return fail("tool_arguments", "This plan is too long to be read.", { next: "A few steps, in a few words each." });
    if (new Set(steps.map(({ id }) => id)).size < steps.length)
      return fail("tool_arguments", "Two steps have the same id.", { next: "Give each an id of its own." });
    if (this.run.approved)
      return fail("conflict", "The person has approved a plan already.", { next: "Keep to it; say in the summary what it lacks." });
    this.plan = steps;
    if (this.mustWait(steps)) return ok("waits");
    this.show();
    return ok("shown");
  }

  /** A step is active from its first file and done with its last. */
  async track(path: string, work: () => Promise<Outcome<string>>): Promise<Outcome<string>> {
    const unsaid = this.plan.length === 0 || this.plan[0]?.id === UNSAID.id;
    if (unsaid) {
      if (this.run.start.settings.planApproval === "ask")
        return fail("plan_required", "In this project a plan comes before any change.", { next: "Call plan first." });
      this.add(path);
    }
    const step = this.plan.find((candidate) => candidate.files.includes(path));
    if (!step) return work();
    const { lease, working, draft } = this.run;
    lease.say({ type: "plan.step", data: { id: step.id, status: "active" } });
    const done = await work();
    const changed = new Set(working.changedPaths());
    if (!done.ok || !step.files.every((file) => changed.has(file))) return done;
    lease.say({ type: "plan.step", data: { id: step.id, status: "done" } });
    const sent = await draft.send();
    return sent.ok ? done : sent;
  }

  private add(path: string): void {
    const [known] = this.plan;
    if (known?.files.includes(path)) return;
    this.plan = [{ ...UNSAID, files: [...(known?.files ?? []), path] }];
    this.show();
  }

  private show(): void {
    this.run.lease.say({ type: "plan.proposed", data: { steps: this.plan, estimate: estimatePlan(this.run, this.plan), approval: false } });
  }

  /** By the project's wish, or because it would take more than the job may spend. */
  private mustWait(steps: PlanStep[]): boolean {
    const { planApproval, jobBudget } = this.run.start.settings;
    if (planApproval === "ask") return true;
    const { cost } = estimatePlan(this.run, steps);
    return jobBudget !== null && cost !== null && cost > jobBudget;
  }
}

/** A job's card: what it asks a person for, its plan, files, checks, repairs, usage and end. */
import type { PlanStep, StreamEvent } from "@edgewright/contracts";
import { reduceFiles } from "./reduce-files.ts";
import { newCard } from "./reduce-queue.ts";
import type { Check, CheckKind, JobCard, PlannedStep, SessionState } from "./state.ts";

export function reduceJob(state: SessionState, event: StreamEvent): SessionState {
  // A steering message is about the job that takes it in; its own is gone.
  const jobId = event.type === "message.steered" ? event.data.into : event.jobId;
  if (jobId === null) return state;
  const card = state.jobs[jobId] ?? newCard(jobId, "", "queue", event.at);
  const next = reduceCard(card, event);
  return next === card ? state : { ...state, jobs: { ...state.jobs, [jobId]: next } };
}

function reduceCard(card: JobCard, event: StreamEvent): JobCard {
  switch (event.type) {
    case "job.placed":
      return { ...card, place: event.data.place };
    case "job.status":
      return { ...card, status: event.data.status, place: 0, startedAt: card.startedAt ?? event.at };
    case "question.asked":
      return { ...card, asking: { kind: "questions", messageId: event.data.messageId } };
    case "plan.proposed": {
      const { steps, estimate, approval } = event.data;
      return { ...card, plan: steps.map(pending), estimate, asking: approval ? { kind: "plan" } : card.asking };
    }
    case "plan.approved":
      return { ...card, plan: event.data.steps.map(pending), asking: null };
    case "budget.reached":
      return { ...card, asking: { kind: "budget", reached: event.data.reached } };
    case "data.asked":
      return { ...card, asking: { kind: "data", plan: event.data.plan } };
    case "question.answered":
    case "budget.raised":
    case "data.answered":
    case "message.steered":
      return { ...card, asking: null };
    case "plan.step": {
      const { id, status } = event.data;
      return { ...card, plan: card.plan.map((step) => (step.id === id ? { ...step, state: status } : step)) };
    }
    case "file.writing":
    case "file.written":
    case "file.deleted":
    case "file.refused":
    case "edit.refused":
      return { ...card, files: reduceFiles(card.files, event) };
    case "check.started":
      return {
        ...card,
        checks: putCheck(card.checks, { kind: event.data.kind, state: "running", ms: 0, startedAt: event.at, findings: [] }),
      };
    case "check.finished": {
      const { kind, ok, ms, findings } = event.data;
      return { ...card, checks: putCheck(card.checks, { kind, state: ok ? "passed" : "failed", ms, startedAt: event.at, findings }) };
    }
    case "fix.started":
      return { ...card, fix: event.data };
    case "fix.repaired":
      return { ...card, repairs: [...card.repairs, ...event.data.repairs] };
    case "model.fallback":
      return { ...card, fallbacks: [...card.fallbacks, event.data] };
    case "usage":
      return { ...card, usage: event.data.usage };
    case "build.version": {
      const { version, parent, files, merged } = event.data;
      return { ...card, version: { number: version, parent, files, merged } };
    }
    case "job.done":
      return ended(card, "done", event.at, { kind: "done", ...event.data });
    case "job.failed":
      return ended(card, "failed", event.at, { kind: "failed", ...event.data });
    case "job.cancelled":
      return ended(card, "cancelled", event.at, { kind: "cancelled", ...event.data });
    default:
      return card;
  }
}

const pending = (step: PlanStep): PlannedStep => ({ ...step, state: "pending" });

const ORDER: CheckKind[] = ["types", "boot"];

/** A check that starts again makes what came after it out of date. */
function putCheck(checks: Check[], check: Check): Check[] {
  const earlier = checks.filter(({ kind }) => ORDER.indexOf(kind) < ORDER.indexOf(check.kind));
  return [...earlier, check];
}

/** What was still being written when the job ended was not kept. */
function ended(card: JobCard, status: "done" | "failed" | "cancelled", at: number, end: JobCard["end"]): JobCard {
  const files = card.files.filter((file) => file.state !== "new").map((file) => ({ ...file, writing: null }));
  const checks = card.checks.filter((check) => check.state !== "running");
  return { ...card, status, endedAt: at, end, files, checks, asking: null, place: 0 };
}

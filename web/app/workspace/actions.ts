/** What a person can do to the agent: say something, answer it, stop it, let it go on. Each gives back the API's failure, or null. */
import type { AnswerJob, Delivery, SentMessage, StartedSession } from "@edgewright/contracts";
import { useCallback } from "react";
import { type ApiFailure, failureOf } from "../api/answer.ts";
import { call } from "../api/browser.ts";
import { showNewest } from "./chat/show-newest.ts";
import { projectPath, useWorkspace } from "./WorkspaceContext.tsx";

export type SendOptions = { model?: string; deliver?: Delivery };
export type Send = (text: string, options?: SendOptions) => Promise<ApiFailure | null>;

/** The first message of a project without a conversation starts one. */
export function useSend(): Send {
  const { project, refresh } = useWorkspace();
  return useCallback(
    async (text, { model, deliver } = {}) => {
      const idempotencyKey = crypto.randomUUID();
      showNewest();
      if (project.sessionId !== null) {
        const body = { text, model, deliver };
        return failureOf(await call<SentMessage>("POST", `/api/sessions/${project.sessionId}/messages`, { body, idempotencyKey }));
      }
      const started = await call<StartedSession>("POST", projectPath(project, "/sessions"), { body: { text, model }, idempotencyKey });
      if (!started.ok) return started.error;
      refresh();
      return null;
    },
    [project, refresh],
  );
}

/** Gives a waiting job what it waits for. */
export function useAnswer(): (answer: AnswerJob) => Promise<ApiFailure | null> {
  const { project } = useWorkspace();
  return useCallback(
    async (answer) => failureOf(await call("POST", `/api/sessions/${project.sessionId}/answers`, { body: answer })),
    [project.sessionId],
  );
}

export const cancelJob = async (jobId: string) => failureOf(await call("POST", `/api/jobs/${jobId}/cancel`));

export const stopJob = async (jobId: string): Promise<ApiFailure | null> => {
  const failure = await cancelJob(jobId);
  // It ended by itself meanwhile: what was asked for has happened.
  return failure?.code === "conflict" ? null : failure;
};

const startAgain = async (jobId: string, how: "retry" | "continue") =>
  failureOf(await call<SentMessage>("POST", `/api/jobs/${jobId}/${how}`, { body: {}, idempotencyKey: crypto.randomUUID() }));

/** The same message once more. */
export const retryJob = (jobId: string) => startAgain(jobId, "retry");

/** On from the draft that the job left. */
export const continueJob = (jobId: string) => startAgain(jobId, "continue");

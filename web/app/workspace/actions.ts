/** What a person can do to the agent: say something, stop, try again. Each gives back the API's failure, or null. */
import { SentMessage, StartedSession } from "@edgewright/contracts";
import { useCallback } from "react";
import { z } from "zod";
import type { ApiFailure } from "../api/answer.ts";
import { call } from "../api/browser.ts";
import { projectPath, useWorkspace } from "./WorkspaceContext.tsx";

export type Send = (text: string, model?: string) => Promise<ApiFailure | null>;

/** The first message of a project without a conversation starts one. */
export function useSend(): Send {
  const { project, refresh } = useWorkspace();
  return useCallback(
    async (text, model) => {
      const body = { text, model };
      const idempotencyKey = crypto.randomUUID();
      if (project.sessionId !== null) {
        const sent = await call("POST", `/api/sessions/${project.sessionId}/messages`, SentMessage, { body, idempotencyKey });
        return sent.ok ? null : sent.failure;
      }
      const started = await call("POST", projectPath(project, "/sessions"), StartedSession, { body, idempotencyKey });
      if (!started.ok) return started.failure;
      refresh();
      return null;
    },
    [project, refresh],
  );
}

export const stopJob = async (jobId: string): Promise<ApiFailure | null> => {
  const stopped = await call("POST", `/api/jobs/${jobId}/cancel`, z.unknown());
  // It ended by itself meanwhile: what was asked for has happened.
  return stopped.ok || stopped.failure.code === "conflict" ? null : stopped.failure;
};

export const retryJob = async (jobId: string): Promise<ApiFailure | null> => {
  const retried = await call("POST", `/api/jobs/${jobId}/retry`, SentMessage, { body: {}, idempotencyKey: crypto.randomUUID() });
  return retried.ok ? null : retried.failure;
};

export const failureText = ({ detail, next }: ApiFailure) => (next ? `${detail} ${next}` : detail);

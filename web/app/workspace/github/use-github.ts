/** The repository's state as the API has it, read again while a sync is under way, and what a person does about it. */
import type { ProjectGitHub } from "@edgewright/contracts";
import { useEffect, useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { type Loaded, useLoad } from "../../api/use-load.ts";
import { toast } from "../../components/toast.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

/** The queue syncs after the answer. How long after something was asked for the state is read again, in milliseconds. */
const LOOKS = [1500, 4000, 8000, 16_000];

export type GitHub = {
  path: string;
  loaded: Loaded<ProjectGitHub>;
  /** Resolves to the failure, or to null once it is done and shown. */
  act(method: "POST" | "PATCH" | "DELETE", rest: string, options?: { body?: object; done?: string }): Promise<ApiFailure | null>;
};

export function useGitHub(): GitHub {
  const { project, versions, refresh } = useWorkspace();
  const path = projectPath(project, "/github");
  const loaded = useLoad<ProjectGitHub>(path, { when: versions[0]?.number, onFocus: true });
  const [asked, setAsked] = useState(0);
  const { reload, change } = loaded;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press looks again
  useEffect(() => {
    if (asked === 0) return;
    const timers = LOOKS.map((ms) =>
      setTimeout(() => {
        reload();
        refresh();
      }, ms),
    );
    return () => timers.forEach(clearTimeout);
  }, [asked]);
  return {
    path,
    loaded,
    async act(method, rest, { body, done } = {}) {
      const answer = await call<ProjectGitHub>(method, `${path}${rest}`, { body: body ?? {} });
      if (!answer.ok) return answer.error;
      change(() => answer.value);
      setAsked((times) => times + 1);
      if (done) toast.success(done);
      return null;
    },
  };
}

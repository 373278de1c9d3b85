/** Automations and their runs in one environment, as the API has them, and what a person does about them. */
import type { AutomationList, AutomationRun, AutomationRuns } from "@edgewright/contracts";
import { useEffect, useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { type Loaded, useLoad } from "../../api/use-load.ts";
import { toast } from "../../components/toast.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

/** The queue does runs after the answer. How long after something was asked for they are read again, in milliseconds. */
const LOOKS = [800, 2000, 5000];

export type AppAutomations = {
  list: Loaded<AutomationList>;
  runs: Loaded<AutomationRuns>;
  isPublished: boolean;
  reload: () => void;
  turn: (name: string, off: boolean) => Promise<ApiFailure | null>;
  test: (name: string) => Promise<ApiFailure | null>;
  retry: (run: string) => Promise<ApiFailure | null>;
};

export function useAutomations(): AppAutomations {
  const { project, versions, place } = useWorkspace();
  const isPublished = place.in === "production";
  const environment = isPublished ? "production" : "preview";
  const at = (rest: string) => projectPath(project, `/automations${rest}?environment=${environment}`);
  const options = { when: versions[0]?.number, onFocus: true };
  const list = useLoad<AutomationList>(at(""), options);
  const runs = useLoad<AutomationRuns>(at("/runs"), options);
  const [asked, setAsked] = useState(0);
  const reload = () => {
    list.reload();
    runs.reload();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press looks again
  useEffect(() => {
    if (asked === 0) return;
    const timers = LOOKS.map((ms) => setTimeout(reload, ms));
    return () => timers.forEach(clearTimeout);
  }, [asked]);
  const done = (says: string | null): null => {
    setAsked((times) => times + 1);
    if (says) toast.success(says);
    return null;
  };
  return {
    ...{ list, runs, isPublished, reload },
    async turn(name, off) {
      const answer = await call<AutomationList>("PATCH", at(`/${name}`), { body: { off } });
      if (!answer.ok) return answer.error;
      list.change(() => answer.value);
      return done(null);
    },
    async test(name) {
      const answer = await call<AutomationRun>("POST", projectPath(project, `/automations/${name}/test`), { body: {} });
      return answer.ok ? done("It runs; what it does stands below") : answer.error;
    },
    async retry(run) {
      const answer = await call<AutomationRun>("POST", at(`/runs/${run}/retry`), { body: {} });
      return answer.ok ? done("It is tried again") : answer.error;
    },
  };
}

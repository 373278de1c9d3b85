/** The tables of the live app. Asked for anew when a version goes live. */
import { type AppSchema, DataSchema } from "@edgewright/contracts";
import { useEffect, useState } from "react";
import type { Answer } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

export function useSchema() {
  const { project } = useWorkspace();
  const live = useLiveVersion();
  const [answer, setAnswer] = useState<Answer<{ schema: AppSchema }> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const path = projectPath(project, "/data/schema");
  // The live version and an attempt are what makes the answer another one.
  useEffect(() => {
    if (live === null) return;
    const controller = new AbortController();
    call("GET", path, DataSchema, { signal: controller.signal }).then((loaded) => {
      if (controller.signal.aborted) return;
      setAnswer((before) => (loaded.ok || !before?.ok ? loaded : before));
    });
    return () => controller.abort();
  }, [path, live, attempt]);
  return { answer, live, retry: () => setAttempt(attempt + 1) };
}

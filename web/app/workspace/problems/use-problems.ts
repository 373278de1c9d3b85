/** What is wrong in the app that is in sight, and what was done about it here. Shared by the chat and the preview. */
import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { toast } from "../../components/toast.ts";
import { useSend } from "../actions.ts";
import { shownChannel } from "../preview/channel.ts";
import type { PreviewProblem } from "../stream/state.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { useSession, useWorkspace } from "../WorkspaceContext.tsx";
import { fixRequest } from "./fix-request.ts";

/** By the problem's key, for as long as the problem is there. */
type HandledProblems = Record<string, "dismissed" | "sending" | "asked">;
type Handling = { handled: HandledProblems; handle: (key: string, how: HandledProblems[string] | null) => void };

export const ProblemsContext = createContext<Handling | null>(null);

/** For the workspace's root. */
export function useProblemsState(problems: readonly PreviewProblem[]): Handling {
  const [handled, setHandled] = useState<HandledProblems>({});
  useEffect(() => {
    // It went with the code it was in: should it come again, that is news.
    const there = new Set(problems.map(({ key }) => key));
    setHandled((before) => {
      const kept = Object.entries(before).filter(([key]) => there.has(key));
      return kept.length === Object.keys(before).length ? before : Object.fromEntries(kept);
    });
  }, [problems]);
  return useMemo(
    () => ({
      handled,
      handle: (key, how) => setHandled(({ [key]: _, ...others }) => (how === null ? others : { ...others, [key]: how })),
    }),
    [handled],
  );
}

export function useProblems() {
  const { versions, place } = useWorkspace();
  const session = useSession((state) => state);
  const live = useLiveVersion();
  const handling = useContext(ProblemsContext);
  if (!handling) throw new Error("useProblems is used outside the workspace");
  const { handled, handle } = handling;
  const send = useSend();
  const channel = shownChannel(session, place.version, live);
  const current = versions.find((version) => version.isCurrent);
  // What happened before the code in sight was there is past.
  const since = channel === "current" && current ? Date.parse(current.createdAt) : 0;
  const shown = session.problems.filter(({ key, at, channel: of }) => of === channel && at >= since && handled[key] !== "dismissed");
  const fix = async ({ key, error, by }: PreviewProblem) => {
    handle(key, "sending");
    const failure = await send(fixRequest(error, by));
    handle(key, failure ? null : "asked");
    if (failure) toast.failure(failure);
  };
  return { shown, handled, fix, dismiss: (key: string) => handle(key, "dismissed") };
}

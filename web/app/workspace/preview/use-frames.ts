/** Opens the frames of the preview and follows what the app in them reports. */
import type { FrameCommand, PreviewLink, SeenAs } from "@edgewright/contracts";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLoad } from "../../api/use-load.ts";
import { setPaletteOpen } from "../../palette/commands.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { readReport } from "./frame-report.ts";
import { frameDrawn, frameMoved, noFrames, openFrame, srcAt, stay } from "./frames.ts";

/** A page that says nothing of itself, such as a notice, is shown so long after it has loaded. */
const SILENT_MS = 1500;

const REOPEN_MS = 30_000;

let lastId = 0;

export function useFrames(channel: string | null, as: SeenAs | null) {
  const { project } = useWorkspace();
  const [frames, setFrames] = useState(noFrames);
  const [attempt, setAttempt] = useState(0);
  const windows = useRef(new Map<number, HTMLIFrameElement>());
  const reopenOnce = useRef(() => {});
  const reopenedAt = useRef(Number.NEGATIVE_INFINITY);
  // The sign-in that the app was opened under may have been followed by another. An app that says so all the time is not heard.
  reopenOnce.current = () => {
    if (performance.now() - reopenedAt.current < REOPEN_MS) return;
    reopenedAt.current = performance.now();
    setAttempt((before) => before + 1);
  };

  // An attempt opens the same channel again, as does looking at it as somebody else; another slug is another host.
  const opening = `${project.slug} ${attempt} ${as}`;
  // It follows its channel by itself. A draft that was over before it had drawn must not cost a person what they type there.
  const there = channel !== null && frames.shown?.channel === channel && frames.shown.opening === opening;
  const path = channel === null || there ? null : projectPath(project, "/previews");
  const { answer } = useLoad<PreviewLink>(path, { body: as ? { channel, as } : { channel }, when: opening });
  useEffect(() => {
    if (there) setFrames(stay);
  }, [there]);

  /** A link opens one frame, also where it is still known while another is asked for. */
  const used = useRef<typeof answer>(null);
  useEffect(() => {
    if (channel === null || !answer?.ok || answer === used.current) return;
    used.current = answer;
    const { url } = answer.value;
    lastId++;
    const frame = { id: lastId, channel, opening, origin: new URL(url).origin };
    setFrames((before) => openFrame(before, { ...frame, src: srcAt(url, before.path) }));
  }, [answer, channel, opening]);

  useEffect(() => {
    const onMessage = (event: MessageEvent) => {
      const report = readReport(event.data);
      const [id, element] = [...windows.current].find(([, frame]) => frame.contentWindow === event.source) ?? [];
      if (!report || id === undefined) return;
      // Of an app that nobody types in, it is not heard.
      if (report.type === "edgewright:palette") return void (document.activeElement === element && setPaletteOpen(true));
      if (report.type === "edgewright:ended") return reopenOnce.current();
      setFrames((before) => {
        const frame = [before.shown, before.next].find((candidate) => candidate?.id === id);
        if (frame?.origin !== event.origin) return before;
        return report.type === "edgewright:rendered" ? frameDrawn(before, id) : frameMoved(before, id, withoutToken(report.path));
      });
    };
    window.addEventListener("message", onMessage);
    return () => window.removeEventListener("message", onMessage);
  }, []);

  const hold = useCallback((id: number, element: HTMLIFrameElement | null) => {
    if (element) windows.current.set(id, element);
    else windows.current.delete(id);
  }, []);
  const loaded = useCallback((id: number) => setTimeout(() => setFrames((before) => frameDrawn(before, id)), SILENT_MS), []);
  const command = (said: FrameCommand) => {
    const { shown } = frames;
    if (shown) windows.current.get(shown.id)?.contentWindow?.postMessage(said, shown.origin);
  };
  /** Signs in anew as well, so it helps where the app's cookie has run out. */
  const reopen = useCallback(() => setAttempt((before) => before + 1), []);
  const failure = answer && !answer.ok ? answer.error : null;
  return { frames, failure, hold, loaded, command, reopen };
}

const withoutToken = (path: string) => path.replace(/([?&])ew_token=[^&#]*&?/, "$1").replace(/[?&](?=#|$)/, "");

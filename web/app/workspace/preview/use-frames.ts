/** Opens the frames of the preview and follows what the app in them reports. */
import type { FrameCommand, PreviewLink } from "@edgewright/contracts";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { setPaletteOpen } from "../../palette/commands.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { readReport } from "./frame-report.ts";
import { type Frame, frameDrawn, frameMoved, noFrames, openFrame, srcAt, stay } from "./frames.ts";

/** A page that says nothing of itself, such as a notice, is shown so long after it has loaded. */
const SILENT_MS = 1500;

const REOPEN_MS = 30_000;

let lastId = 0;

export function useFrames(channel: string | null) {
  const { project } = useWorkspace();
  const [frames, setFrames] = useState(noFrames);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const windows = useRef(new Map<number, HTMLIFrameElement>());
  const path = useRef("/");
  path.current = frames.path;
  const shown = useRef<string | null>(null);
  shown.current = frames.shown?.channel ?? null;
  const opened = useRef("");
  const previews = projectPath(project, "/previews");
  const reopenOnce = useRef(() => {});
  const reopenedAt = useRef(Number.NEGATIVE_INFINITY);
  // The sign-in that the app was opened under may have been followed by another. An app that says so all the time is not heard.
  reopenOnce.current = () => {
    if (performance.now() - reopenedAt.current < REOPEN_MS) return;
    reopenedAt.current = performance.now();
    setAttempt((before) => before + 1);
  };

  // An attempt opens the same channel again; another slug is another host.
  useEffect(() => {
    if (channel === null) return;
    const opening = `${previews} ${attempt}`;
    const again = opened.current !== opening;
    opened.current = opening;
    // It follows its channel by itself. A draft that was over before it had drawn must not cost a person what they type there.
    if (!again && shown.current === channel) return setFrames(stay);
    const controller = new AbortController();
    call<PreviewLink>("POST", previews, { body: { channel }, signal: controller.signal }).then((link) => {
      if (controller.signal.aborted) return;
      setFailure(link.ok ? null : link.error);
      if (!link.ok) return;
      const { url } = link.value;
      lastId++;
      const frame: Frame = { id: lastId, channel, src: srcAt(url, path.current), origin: new URL(url).origin };
      setFrames((before) => openFrame(before, frame));
    });
    return () => controller.abort();
  }, [channel, previews, attempt, project.slug]);

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
  return { frames, failure, hold, loaded, command, reopen };
}

const withoutToken = (path: string) => path.replace(/([?&])ew_token=[^&#]*&?/, "$1").replace(/[?&](?=#|$)/, "");

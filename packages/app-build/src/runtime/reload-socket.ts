/** The page's line to the Workspace: hears of changes, and after a lost connection asks for what it missed. */
import type { AccessEnd, ReloadFrame } from "@edgewright/contracts";
import { END_BY_CODE } from "./access-ended.ts";

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5000;
const KEEP_ALIVE_MS = 30_000;

export type ReloadOptions = {
  /** What the page shows; the Workspace answers with an update if it has something else. */
  hash(): string;
  onFrame(frame: ReloadFrame): void;
  /** The role is another, or the access is over: then the socket does not come back. */
  onEnd(why: AccessEnd): void;
};

export function openReloadSocket(options: ReloadOptions): void {
  let socket: WebSocket | null = null;
  let over = false;
  let wait = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    clearTimeout(timer);
    socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/_app/reload`);
    socket.onopen = () => {
      wait = FIRST_RETRY_MS;
      socket?.send(JSON.stringify({ hash: options.hash() }));
    };
    socket.onmessage = ({ data }) => {
      if (typeof data === "string" && data !== "pong") options.onFrame(JSON.parse(data) as ReloadFrame);
    };
    socket.onclose = ({ code }) => {
      socket = null;
      const end = END_BY_CODE[code];
      if (end) options.onEnd(end);
      over = end !== undefined && end !== "changed";
      if (over) return;
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, LAST_RETRY_MS);
    };
  };
  const hurry = () => {
    if (socket === null && !over && document.visibilityState === "visible") connect();
  };

  connect();
  setInterval(() => socket?.readyState === WebSocket.OPEN && socket.send("ping"), KEEP_ALIVE_MS);
  addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
}

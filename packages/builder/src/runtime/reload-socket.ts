/** The page's line to the Workspace: hears of changes, and after a lost connection asks for what it missed. */
import type { ReloadFrame } from "@edgewright/contracts";

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5000;
const KEEP_ALIVE_MS = 30_000;

/** `hash` is what the page shows; the Workspace answers with an update if it has something else. */
export function openReloadSocket(options: { hash(): string; onFrame(frame: ReloadFrame): void }): void {
  let socket: WebSocket | null = null;
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
    socket.onclose = () => {
      socket = null;
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, LAST_RETRY_MS);
    };
  };
  const hurry = () => {
    if (socket === null && document.visibilityState === "visible") connect();
  };

  connect();
  setInterval(() => socket?.readyState === WebSocket.OPEN && socket.send("ping"), KEEP_ALIVE_MS);
  addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
}

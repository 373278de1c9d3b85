/** One socket for all live changes of the app. It comes back by itself; listeners then hear "again", since they may have missed something. */
import type { Change } from "./types.ts";

/** Signed out, or no access any more: the page says so, and nothing comes back by itself. */
const OVER = new Set([4401, 4403]);

type Listener = (change: Change | "again") => void;

const listeners = new Set<Listener>();
let socket: WebSocket | null = null;
let attempts = 0;

export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  connect();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) disconnect();
  };
}

function tell(change: Change | "again") {
  for (const listener of [...listeners]) listener(change);
}

function connect() {
  if (socket) return;
  const url = new URL("/_app/live", location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const opened = new WebSocket(url);
  socket = opened;
  opened.onopen = () => {
    if (attempts > 0) tell("again");
    attempts = 0;
  };
  opened.onmessage = (message) => tell(JSON.parse(String(message.data)) as Change);
  opened.onclose = ({ code }) => {
    if (socket !== opened) return;
    socket = null;
    if (OVER.has(code)) return;
    attempts++;
    const wait = Math.min(30_000, 500 * 2 ** attempts) * (0.5 + Math.random() / 2);
    setTimeout(() => listeners.size > 0 && connect(), wait);
  };
}

function disconnect() {
  const open = socket;
  socket = null;
  attempts = 0;
  open?.close();
}

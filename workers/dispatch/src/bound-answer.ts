/**
 * What an app's server goes on saying, as a stream or over a WebSocket, is bound to what it was asked under: once that is
 * worth something else (somebody removed, signed out, a link ended), it ends within a second. Used by server-code.ts.
 */
import { ACCESS_CLOSE } from "@edgewright/contracts";

const LOOK_MS = 500;
/** A WebSocket that can be spoken to. */
const OPEN = 1;

export type Bond = {
  /** Whether all is still as it was when the request came. */
  holds(): Promise<boolean>;
  /** Keeps the work going after the answer has begun. */
  background(work: Promise<unknown>): void;
};

export function boundAnswer(answer: Response, bond: Bond): Response {
  if (answer.webSocket) return new Response(null, { status: 101, headers: answer.headers, webSocket: boundSocket(answer.webSocket, bond) });
  // What says how long it is does not go on.
  if (answer.body === null || answer.headers.has("content-length")) return answer;
  const { readable, writable } = new IdentityTransformStream();
  const end = new AbortController();
  const stop = whenBroken(bond, () => end.abort(new Error("The access that this was asked under has ended.")));
  // The reader sees how it ended, and the writer is told.
  bond.background(
    answer.body
      .pipeTo(writable, { signal: end.signal })
      .catch(() => undefined)
      .finally(stop),
  );
  const { status, statusText, headers } = answer;
  return new Response(readable, { status, statusText, headers });
}

function boundSocket(app: WebSocket, bond: Bond): WebSocket {
  const { 0: outside, 1: inside } = new WebSocketPair();
  const over = new Promise<void>((resolve) => {
    const stop = whenBroken(bond, () => close(ACCESS_CLOSE.no_access, "no_access"));
    const close = (code?: number, reason?: string) => {
      stop();
      for (const socket of [inside, app]) if (socket.readyState === OPEN) socket.close(code, reason);
      resolve();
    };
    for (const [from, to] of [
      [inside, app],
      [app, inside],
    ] as const) {
      from.accept();
      from.addEventListener("message", ({ data }) => to.readyState === OPEN && to.send(data));
      from.addEventListener("close", ({ code, reason }) => (isSendable(code) ? close(code, reason) : close()));
      from.addEventListener("error", () => close());
    }
  });
  bond.background(over);
  return outside;
}

/** Codes that an end may send; the others only say how a connection was lost. */
const isSendable = (code: number) => code === 1000 || (code >= 3000 && code < 5000);

/** Calls `broken` once the bond holds no more. @returns what ends the looking */
function whenBroken({ holds }: Bond, broken: () => void): () => void {
  const timer = setInterval(() => {
    holds().then(
      (still) => still || broken(),
      // Who cannot be asked about is let in nowhere else either.
      () => broken(),
    );
  }, LOOK_MS);
  return () => clearInterval(timer);
}

/** A browser does not tell a page why a WebSocket was refused. So it is opened and closed at once, with a code that says it. Used by the workers that browsers open sockets to. */
import { ACCESS_CLOSE, type AccessEnd } from "@edgewright/contracts";

const ENDS = new Map<number, AccessEnd>([
  [401, "signed_out"],
  [403, "no_access"],
  [404, "no_access"],
  [410, "no_access"],
]);

/** `answer`, or a closed socket if it refuses one to a page of this host. */
export function toSocket(request: Request, answer: Response): Response {
  const end = ENDS.get(answer.status);
  const { headers, url } = request;
  const ofPage = headers.get("upgrade")?.toLowerCase() === "websocket" && headers.get("origin") === new URL(url).origin;
  if (end === undefined || !ofPage) return answer;
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.close(ACCESS_CLOSE[end], end);
  return new Response(null, { status: 101, webSocket: client });
}

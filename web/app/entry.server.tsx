/** Renders a page to a stream of HTML in workerd. Crawlers get the whole page at once. */
import { isbot } from "isbot";
import { renderToReadableStream } from "react-dom/server";
import { type EntryContext, ServerRouter } from "react-router";
import { setPageHeaders } from "./security-headers.ts";

export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  const nonce = crypto.randomUUID();
  let finalStatus = status;
  const body = await renderToReadableStream(<ServerRouter context={context} url={request.url} nonce={nonce} />, {
    nonce,
    signal: request.signal,
    onError(error) {
      if (request.signal.aborted) return;
      console.error(error);
      finalStatus = 500;
    },
  });
  if (isbot(request.headers.get("user-agent"))) await body.allReady;
  setPageHeaders(headers, nonce);
  return new Response(body, { status: finalStatus, headers });
}

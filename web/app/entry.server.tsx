/** Renders a page to a stream of HTML in workerd. Crawlers get the whole page at once. */
import { isbot } from "isbot";
import { renderToReadableStream } from "react-dom/server";
import { type EntryContext, ServerRouter } from "react-router";
import { PageNonce } from "./early-input.tsx";
import { setPageHeaders } from "./security-headers.ts";
import type { RootData } from "./session.ts";

export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  const nonce = crypto.randomUUID();
  let finalStatus = status;
  const page = (
    <PageNonce value={nonce}>
      <ServerRouter context={context} url={request.url} nonce={nonce} />
    </PageNonce>
  );
  const body = await renderToReadableStream(page, {
    nonce,
    signal: request.signal,
    onError(error) {
      if (request.signal.aborted) return;
      console.error(error);
      finalStatus = 500;
    },
  });
  if (isbot(request.headers.get("user-agent"))) await body.allReady;
  const root: RootData | undefined = context.staticHandlerContext.loaderData.root;
  setPageHeaders(headers, { path: new URL(request.url).pathname, nonce, previews: root?.me?.previews ?? null });
  return new Response(body, { status: finalStatus, headers });
}

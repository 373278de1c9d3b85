/**
 * Renders a page in workerd: as one text where nothing on it waits, which takes half the time of a stream, since a stream
 * encodes each attribute and each word by itself. A page with a part whose code is still to be loaded is streamed.
 */
import { renderToReadableStream, renderToString } from "react-dom/server";
import { type EntryContext, ServerRouter } from "react-router";
import { PageNonce } from "./early-input.tsx";
import { setPageHeaders } from "./security-headers.ts";
import type { RootData } from "./session.ts";

/** How React marks a part that waits in a text. */
const WAITS = "<!--$!-->";

export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  const nonce = crypto.randomUUID();
  let finalStatus = status;
  await readState(context);
  // The router takes the stream for itself each time it draws, also where nothing is left in it.
  const page = () => (
    <PageNonce value={nonce}>
      <ServerRouter context={{ ...context, serverHandoffStream: new ReadableStream() }} url={request.url} nonce={nonce} />
    </PageNonce>
  );
  const html = renderToString(page());
  const body = html.includes(WAITS)
    ? await renderToReadableStream(page(), {
        nonce,
        signal: request.signal,
        onError(error) {
          if (request.signal.aborted) return;
          console.error(error);
          finalStatus = 500;
        },
      })
    : `<!DOCTYPE html>${html}`;
  const root: RootData | undefined = context.staticHandlerContext.loaderData.root;
  setPageHeaders(headers, { path: new URL(request.url).pathname, nonce, previews: root?.me?.previews ?? null });
  return new Response(body, { status: finalStatus, headers });
}

/** Reads to its end what the loaders found, as the router would while it draws: nothing is left then to wait for. */
async function readState(context: EntryContext): Promise<void> {
  const value = await new Response(context.serverHandoffStream).text();
  context.renderMeta = { streamCache: { 0: Object.assign(Promise.resolve(), { result: { done: true, value } }) } };
}

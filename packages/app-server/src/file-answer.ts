/**
 * A file of a row as it is answered: pictures, sound and film to be shown, everything else to be saved. None of it is ever a page
 * of the origin that it comes from: its type is what its bytes are, no browser guesses another, and what opens it alone is sandboxed.
 */
import { type FileAsked, isPicture, type RowFile } from "@edgewright/contracts";

const SHOWN = /^(audio|video)\/[\w.+-]+$/;

/** What of a request decides about the answer. */
export function askedOf({ url, headers }: Request): FileAsked {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(headers.get("range") ?? "") ?? [];
  const bound = (text: string | undefined) => (text ? { text: Number(text) } : null);
  const [from, to] = [bound(first), bound(last)];
  const range = from || to ? { ...(from && { from: from.text }), ...(to && { to: to.text }) } : null;
  return {
    thumbnail: new URL(url).searchParams.has("thumbnail"),
    etag: headers.get("if-none-match"),
    // What the browser has a part of may be another by now.
    range: headers.has("if-range") ? null : range,
  };
}

export function fileAnswer({ name, type, size, etag, from, length, body }: RowFile): Response {
  const shown = isPicture(type) || SHOWN.test(type);
  const headers = new Headers({
    "content-type": type.startsWith("text/") ? `${type}; charset=utf-8` : type,
    "content-disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${encoded(name)}`,
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    // Whoever may see it today may not tomorrow: each time it is asked for again.
    "cache-control": "private, no-cache",
    "accept-ranges": "bytes",
    etag,
  });
  if (!body) return new Response(null, { status: 304, headers });
  headers.set("content-length", String(length));
  if (length === size) return new Response(body, { headers });
  headers.set("content-range", `bytes ${from}-${from + length - 1}/${size}`);
  return new Response(body, { status: 206, headers });
}

const encoded = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);

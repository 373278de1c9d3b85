/** What a file is, by its first bytes and not by its name. A page or a script is a plain text here, so that nothing runs it. */
import { fileTypeFromBuffer } from "file-type";

const UNKNOWN = "application/octet-stream";
/** Kinds of text, which bytes do not tell apart; none of them is shown as a page. */
const TEXTS: Record<string, string> = { csv: "text/csv", md: "text/markdown", json: "application/json" };
const LOOKED_AT = 4096;

export async function typeOfBytes(beginning: Uint8Array, name: string): Promise<string> {
  // What is cut off in the middle may be read beyond its end.
  const found = await fileTypeFromBuffer(beginning).catch(() => undefined);
  if (found && !found.mime.endsWith("xml")) return found.mime.split(";")[0] ?? UNKNOWN;
  if (!isText(beginning.subarray(0, LOOKED_AT))) return UNKNOWN;
  return TEXTS[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "text/plain";
}

/** `stream`: a letter may be cut in two at the end. */
function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true }).includes("\u0000");
  } catch {
    return false;
  }
}

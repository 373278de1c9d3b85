/** Bytes as they stand in JSON. */
import type { Outcome } from "@edgewright/contracts";
import { core } from "zod";
import { fail, ok } from "./outcome.ts";

export const toBase64 = (bytes: Uint8Array): string => core.util.uint8ArrayToBase64(bytes);

export function fromBase64(text: string): Outcome<Uint8Array<ArrayBuffer>> {
  try {
    return ok(core.util.base64ToUint8Array(text));
  } catch {
    return fail("bad_request", "What is in base64 cannot be read.", { next: "Encode the file's bytes in base64, with + and /." });
  }
}

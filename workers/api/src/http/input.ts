/** Reads what a request brings, each part by its schema. What does not fit is named field by field. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok, parseJson } from "@edgewright/core";
import type { z } from "zod";

/** More than a version may hold, as JSON. */
const BODY_MAX = 12 * 1024 * 1024;

export function parsePart<T>(schema: z.ZodType<T>, value: unknown): Outcome<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const fields = Object.fromEntries(parsed.error.issues.slice(0, 20).map(({ path, message }) => [path.join(".") || "body", message]));
  const [first] = Object.entries(fields);
  return fail("bad_request", `This request is not right: ${first?.join(": ").replace(/\.$/, "")}.`, {
    fields,
    next: "Correct it and send it again.",
  });
}

const tooLarge = () => fail("too_large", "This request is larger than 12 MB.", { next: "Send less at once." });

export async function bodyText(request: Request): Promise<Outcome<string>> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_MAX) return tooLarge();
  const text = await request.text();
  return text.length > BODY_MAX ? tooLarge() : ok(text);
}

/** A body that is a file. */
export async function bodyBytes(request: Request, most: number): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  const refused = () => fail("too_large", `This is larger than ${most.toLocaleString("en-US")} bytes.`, { next: "Send it in parts." });
  if (Number(request.headers.get("content-length") ?? 0) > most) return refused();
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > most ? refused() : ok(bytes);
}

/** No body at all stands for an empty object, so that bodies with defaults may be left out. */
export function parseBody<T>(schema: z.ZodType<T>, text: string): Outcome<T> {
  const body = text === "" ? ok({}) : parseJson(text);
  return body.ok ? parsePart(schema, body.value) : body;
}

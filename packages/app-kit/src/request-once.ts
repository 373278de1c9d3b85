/** A write that is to happen once: when its answer is lost, whoever asks for the same again sends it under the same key, and gets the first answer. */
import { DataError, request, zoned } from "./client.ts";

/** What was sent and never answered, with its key. */
const unanswered = new Map<string, string>();

export async function requestOnce<T>(path: string, body: object): Promise<T> {
  const asked = JSON.stringify([path, body]);
  const key = unanswered.get(asked) ?? randomKey();
  unanswered.delete(asked);
  try {
    return await request<T>(path, { method: "POST", body: zoned(body), key });
  } catch (error) {
    if (error instanceof DataError && error.code === "unavailable") unanswered.set(asked, key);
    throw error;
  }
}

/** Not `randomUUID`, which an app that is served without TLS does not have. */
const randomKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join("-");

/**
 * Hands a file in, part by part. What the connection loses is sent again from where it was, also after the page was loaded anew and
 * the same file chosen again. Used by apps through `uploadFile`, and by the Data tab.
 */
import { DataError, problemOf } from "../client.ts";
import { thumbnailOf } from "./thumbnail.ts";

/** A file as a row holds it. */
export type FileValue = { id: string; name: string; size: number; type: string; thumbnail?: boolean };
/** For which field a file is meant. */
export type FileField = { table: string; column: string };
export type UploadOptions = {
  /** Told how much of it is there, from 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
};

type State = { id: string; parts: number; partBytes: number; received: number[]; file: FileValue | null };

/** A lost connection is tried again at once, then after so long, until nothing has come through so often. */
const PAUSES_MS = [0, 1_000, 2_000, 5_000, 10_000, 20_000];

/** @param at the address under which files are taken in */
export async function uploadTo(at: string, file: File, field: FileField, { onProgress, signal }: UploadOptions = {}): Promise<FileValue> {
  const known = remembered(at, file, field);
  let state =
    (await known.find(signal)) ?? (await send<State>("POST", at, json({ ...field, name: file.name, size: file.size }), { signal }));
  known.keep(state.id);
  const tell = (more: number) => onProgress?.(Math.min(1, (bytesIn(state, file) + more) / file.size));
  for (let lost = 0; !state.file; ) {
    const part = firstMissing(state);
    const body = file.slice(part * state.partBytes, (part + 1) * state.partBytes);
    try {
      state = await send<State>("PUT", `${at}/${state.id}/parts/${part}`, body, { signal, onSent: tell });
      lost = 0;
      tell(0);
    } catch (error) {
      const pause = PAUSES_MS[lost++];
      if (!(error instanceof DataError) || error.code !== "unavailable" || pause === undefined) throw error;
      await waited(pause, signal);
    }
  }
  known.forget();
  return (await withThumbnail(at, file, state.file, signal)) ?? state.file;
}

const firstMissing = ({ parts, received }: State): number =>
  Array.from({ length: parts }, (_, part) => part).find((part) => !received.includes(part)) ?? 0;

const bytesIn = ({ partBytes, received }: State, { size }: File): number =>
  received.reduce((sum, part) => sum + Math.min(partBytes, size - part * partBytes), 0);

/** A picture is as good without a small one. */
async function withThumbnail(at: string, file: File, value: FileValue, signal: AbortSignal | undefined): Promise<FileValue | null> {
  const small = value.type.startsWith("image/") ? await thumbnailOf(file) : null;
  if (!small) return null;
  try {
    return (await send<State>("PUT", `${at}/${value.id}/thumbnail`, small, { signal })).file;
  } catch (error) {
    if (signal?.aborted) throw error;
    return null;
  }
}

const json = (value: object) => new Blob([JSON.stringify(value)], { type: "application/json" });

/** `fetch` tells nothing of how much has been sent. */
function send<T>(
  method: string,
  path: string,
  body: Blob | null,
  { signal, onSent }: { signal?: AbortSignal; onSent?: (bytes: number) => void },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancelled = () => reject(new DOMException("The upload was cancelled.", "AbortError"));
    if (signal?.aborted) return cancelled();
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded }) => onSent?.(loaded);
    request.onload = () => (request.status < 300 ? resolve(request.response as T) : reject(problemOf(request.response, request.status)));
    request.onerror = () => reject(new DataError("The server cannot be reached. Check the connection and try again."));
    request.onabort = cancelled;
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}

function waited(time: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, time);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new DOMException("The upload was cancelled.", "AbortError"));
    });
  });
}

/** An upload of the same file for the same field that was begun in this window and not ended. */
function remembered(at: string, { name, size, lastModified }: File, { table, column }: FileField) {
  const key = `upload:${JSON.stringify([at, table, column, name, size, lastModified])}`;
  const begun = windowStore();
  return {
    async find(signal: AbortSignal | undefined): Promise<State | null> {
      const id = begun.getItem(key);
      if (id === null) return null;
      return send<State>("GET", `${at}/${id}`, null, { signal }).catch((error: unknown) => {
        if (error instanceof DataError && error.code !== "unavailable") return null;
        throw error;
      });
    },
    keep: (id: string) => begun.setItem(key, id),
    forget: () => begun.removeItem(key),
  };
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const loaded = new Map<string, string>();
/** For as long as the page is loaded. */
const ofThePage: Store = {
  getItem: (key) => loaded.get(key) ?? null,
  setItem: (key, value) => void loaded.set(key, value),
  removeItem: (key) => void loaded.delete(key),
};

/** A browser that keeps nothing for frames of other sites, as the workspace's preview is one, refuses even to be asked. */
function windowStore(): Store {
  try {
    return sessionStorage;
  } catch {
    return ofThePage;
  }
}

/** Fetches a file that may take its time, says how much has come, and hands it to the browser as a download. */
import { useRef, useState } from "react";
import { type ApiFailure, readAnswer, UNREACHABLE } from "../../api/answer.ts";

/** `received`: bytes so far; null: nothing is underway. */
export function useDownload(path: string, name: string) {
  const [received, setReceived] = useState<number | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const controller = useRef<AbortController>(null);

  const start = async () => {
    const begun = new AbortController();
    controller.current = begun;
    setFailure(null);
    setReceived(0);
    const fetched = await fetchFile(path, begun.signal, setReceived).catch(() => UNREACHABLE);
    setReceived(null);
    if (begun.signal.aborted) return;
    if (fetched instanceof Blob) save(fetched, name);
    else setFailure(fetched);
  };
  return { start, stop: () => controller.current?.abort(), received, failure };
}

async function fetchFile(path: string, signal: AbortSignal, onReceived: (bytes: number) => void): Promise<Blob | ApiFailure> {
  const response = await fetch(path, { signal });
  if (!response.ok || !response.body) {
    const answer = await readAnswer(response);
    return answer.ok ? UNREACHABLE : answer.error;
  }
  let bytes = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, out) {
        bytes += chunk.byteLength;
        onReceived(bytes);
        out.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { headers: response.headers }).blob();
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  // The browser has begun with it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

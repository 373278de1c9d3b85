/** Files on their way into a field of a form. */
import { type FileField, type FileValue, uploadFile } from "@edgewright/app-kit";
import { useEffect, useRef, useState } from "react";

/** `share`: how much of it is there, from 0 to 1. `problem`: why it was not taken. */
export type Upload = { key: number; file: File; share: number; problem: string | null };

type Told = { onDone: (file: FileValue) => void; onUploading: (is: boolean) => void; onFailed: (is: boolean) => void };

export function useUploads(field: FileField, { onDone, onUploading, onFailed }: Told) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const cancels = useRef(new Map<number, AbortController>());
  const failed = useRef(new Set<number>());
  const tell = useRef(onFailed);
  const made = useRef(0);
  const mark = (key: number, is: boolean) => {
    if (failed.current.has(key) === is) return;
    if (is) failed.current.add(key);
    else failed.current.delete(key);
    onFailed(is);
  };
  // Nobody waits any more for what is on its way into a form, or a step of one, that was closed.
  useEffect(() => {
    const open = cancels.current;
    const lost = failed.current;
    return () => {
      for (const cancel of open.values()) cancel.abort();
      for (const _ of lost) tell.current(false);
    };
  }, []);
  const set = (key: number, change: Partial<Upload>) =>
    setUploads((before) => before.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  const drop = (key: number) => setUploads((before) => before.filter((upload) => upload.key !== key));

  async function send(key: number, file: File) {
    const cancel = new AbortController();
    cancels.current.set(key, cancel);
    onUploading(true);
    try {
      const done = await uploadFile(file, field, { signal: cancel.signal, onProgress: (share) => set(key, { share }) });
      drop(key);
      onDone(done);
    } catch (error) {
      if (cancel.signal.aborted) drop(key);
      else {
        set(key, { problem: error instanceof Error ? error.message : "It could not be uploaded." });
        mark(key, true);
      }
    } finally {
      cancels.current.delete(key);
      onUploading(false);
    }
  }

  return {
    uploads,
    add(files: Iterable<File>) {
      for (const file of files) {
        const key = ++made.current;
        setUploads((before) => [...before, { key, file, share: 0, problem: null }]);
        void send(key, file);
      }
    },
    again({ key, file }: Upload) {
      mark(key, false);
      set(key, { problem: null, share: 0 });
      void send(key, file);
    },
    cancel({ key }: Upload) {
      cancels.current.get(key)?.abort();
      mark(key, false);
      drop(key);
    },
  };
}

/** Files on their way into a field of a form. */
import { type FileField, type FileValue, uploadFile } from "@edgewright/app-kit";
import { useEffect, useRef, useState } from "react";

/** `share`: how much of it is there, from 0 to 1. `problem`: why it was not taken. */
export type Upload = { key: number; file: File; share: number; problem: string | null };

export function useUploads(
  field: FileField,
  { onDone, onUploading }: { onDone: (file: FileValue) => void; onUploading: (is: boolean) => void },
) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const cancels = useRef(new Map<number, AbortController>());
  const made = useRef(0);
  // Nobody waits any more for what is on its way into a form that was closed.
  useEffect(() => {
    const open = cancels.current;
    return () => {
      for (const cancel of open.values()) cancel.abort();
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
      else set(key, { problem: error instanceof Error ? error.message : "It could not be uploaded." });
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
      set(key, { problem: null, share: 0 });
      void send(key, file);
    },
    cancel({ key }: Upload) {
      cancels.current.get(key)?.abort();
      drop(key);
    },
  };
}

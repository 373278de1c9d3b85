/**
 * The files a job works on. Those that have been whole come first, in the order in
 * which they first were, so that the list is the same once the log was compacted,
 * which drops the progress of files that are whole.
 */
import type { StreamEvent } from "@edgewright/contracts";
import type { FileWork } from "./state.ts";

type FileEvent = Extract<StreamEvent, { type: "file.writing" | "file.written" | "file.deleted" | "file.refused" | "edit.refused" }>;

const unseen = (path: string): FileWork => ({ path, state: "new", writing: null, lines: 0, added: 0, removed: 0, error: null });

export function reduceFiles(files: FileWork[], event: FileEvent): FileWork[] {
  const { path } = event.data;
  const known = { ...(files.find((file) => file.path === path) ?? unseen(path)), writing: null };
  switch (event.type) {
    case "file.writing":
      return put(files, { ...known, writing: event.data.lines });
    case "file.written": {
      const { lines, added, removed } = event.data;
      return put(files, { ...known, state: "written", lines, added, removed, error: null });
    }
    case "file.deleted":
      return put(files, { ...known, state: "deleted", lines: 0, added: 0, removed: 0, error: null });
    case "file.refused":
    case "edit.refused":
      return put(files, { ...known, state: "refused", error: event.data.error });
  }
}

function put(files: FileWork[], file: FileWork): FileWork[] {
  const index = files.findIndex(({ path }) => path === file.path);
  const before = files[index];
  const becameWhole = file.state !== "new" && before?.state === "new";
  if (before && !becameWhole) return files.with(index, file);
  const others = files.filter((other) => other !== before);
  if (file.state === "new") return [...others, file];
  return others.toSpliced(others.filter((other) => other.state !== "new").length, 0, file);
}

/** Whether a set of files may be kept as a version. Used before anything is written. */
import { type FileMap, LIMITS, type Outcome } from "@edgewright/contracts";
import { checkTogether, fail, ok, parseAppPath, pointedFile } from "@edgewright/core";

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`;

/** The same files under normalized paths, or the first limit they break. Paths that `kept` has are as old as their version, and stay. */
export function admitFiles(files: FileMap, kept: FileMap = {}): Outcome<FileMap> {
  const entries = Object.entries(files);
  if (entries.length > LIMITS.filesPerVersion) {
    return fail("too_many_files", `This would be ${entries.length} files; a version holds at most ${LIMITS.filesPerVersion}.`, {
      next: "Remove files that are not needed.",
    });
  }
  const admitted = new Map<string, string>();
  let total = 0;
  for (const [raw, text] of entries) {
    const path = Object.hasOwn(kept, raw) ? ok(raw) : parseAppPath(raw);
    if (!path.ok) return path;
    const binary = pointedFile(text);
    const size = binary?.size ?? byteLength(text);
    if (size > (binary ? LIMITS.binaryBytes : LIMITS.fileBytes)) return tooLarge(path.value, size, binary !== null);
    if (admitted.has(path.value)) return fail("path_refused", `${path.value} is named twice.`, { next: "Name each file once." });
    total += size;
    admitted.set(path.value, text);
  }
  if (total > LIMITS.versionBytes) {
    return fail("too_large", `These files have ${kilobytes(total)} together; a version holds at most ${kilobytes(LIMITS.versionBytes)}.`, {
      next: "Remove what is not needed.",
    });
  }
  const together = checkTogether(admitted.keys(), new Set(Object.keys(kept)));
  return together.ok ? ok(Object.fromEntries(admitted)) : together;
}

const tooLarge = (path: string, size: number, isBinary: boolean) =>
  fail(
    "file_too_large",
    isBinary
      ? `${path} has ${kilobytes(size)}; a picture, a font or another file that is not text holds at most ${kilobytes(LIMITS.binaryBytes)}.`
      : `${path} has ${kilobytes(size)}; a file holds at most ${kilobytes(LIMITS.fileBytes)}.`,
    { next: isBinary ? "Make it smaller." : "Split it, or keep large data out of the code.", fields: { [path]: "too large" } },
  );

const encoder = new TextEncoder();
const byteLength = (text: string) => (text.length > LIMITS.fileBytes ? text.length : encoder.encode(text).length);

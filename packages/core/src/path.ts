/** Paths inside an app: which ones anybody (a model, a person, an archive) may name, alone and beside one another. */
import type { FileMap, Outcome } from "@edgewright/contracts";
import { fail, ok } from "./outcome.ts";

const MAX_LENGTH = 200;
/** Of a segment, in UTF-8. File systems stop at 255. */
const SEGMENT_BYTES = 240;
const ALLOWED = /^[\p{L}\p{M}\p{N}_@.+()[\]$~, !'&=-]$/u;
/** Windows takes these for devices, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\..*)?$/i;

/** The normalized path (`./src//a.ts` → `src/a.ts`, letters composed), or `path_refused` with the reason. */
export function parseAppPath(raw: string): Outcome<string> {
  const refuse = (why: string) => refusal(raw, why);
  if (raw.startsWith("/") || /^[A-Za-z]:/.test(raw)) return refuse("it is absolute");
  if (raw.includes("\\")) return refuse("it has a backslash");
  if (raw.length > MAX_LENGTH) return refuse(`it is longer than ${MAX_LENGTH} characters`);
  const segments = raw
    .normalize("NFC")
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".");
  if (segments.length === 0) return refuse("it is empty");
  for (const segment of segments) {
    const why = segmentProblem(segment);
    if (why !== null) return refuse(why);
  }
  const path = segments.join("/");
  return path.length > MAX_LENGTH ? refuse(`it is longer than ${MAX_LENGTH} characters`) : ok(path);
}

const refusal = (raw: string, why: string) =>
  fail("path_refused", `The path ${JSON.stringify(raw.slice(0, 120))} is refused: ${why}.`, {
    next: "Use another name: a relative path inside the app that every computer can hold, such as src/App.tsx.",
  });

function segmentProblem(segment: string): string | null {
  if (segment === "..") return "it leaves the app's folder";
  const bad = [...segment].find((character) => !ALLOWED.test(character));
  if (bad !== undefined) return `it has ${nameOf(bad)}, which is not allowed in a name`;
  if (/^ |[ .]$/.test(segment)) return `"${segment}" begins with a space, or ends with a space or a dot, which Windows drops`;
  const folded = segment.normalize("NFKC").toLowerCase();
  if (/^(?:\.git|git~\d+)$/.test(folded)) return `${segment} is where Git keeps its own files`;
  if (folded === "node_modules") return `${segment} is not part of the code`;
  if (DEVICE.test(segment)) return `${segment} is the name of a device on Windows`;
  return new TextEncoder().encode(segment).length > SEGMENT_BYTES ? `"${segment.slice(0, 20)}…" is too long for one name` : null;
}

/** As Unicode names a character: `U+00A0`. */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

function nameOf(character: string): string {
  const code = codePointOf(character);
  return /[\p{C}\p{Z}]/u.test(character) ? `the character ${code}` : `the character ${character} (${code})`;
}

/** What a file system that ignores case takes for the same name. */
const foldedPath = (path: string): string => path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");

/** Paths that every file system can hold beside one another. Two that are both `kept`, which came with their version, are not compared. */
class Together {
  private readonly files = new Map<string, string>();
  private readonly folders = new Map<string, { folder: string; path: string }>();
  private readonly kept: ReadonlySet<string>;

  constructor(kept: ReadonlySet<string> = new Set()) {
    this.kept = kept;
  }

  /** Takes one more, or says as `path_refused` what it clashes with. */
  add(path: string): Outcome<void> {
    const folded = foldedPath(path);
    const other = this.files.get(folded);
    if (other !== undefined && !this.areOld(path, other))
      return refusal(path, other === path ? "it is named twice" : `it is the same file as ${other} where case does not count`);
    const within = this.folders.get(folded);
    if (within !== undefined && !this.areOld(path, within.path)) return underFile(path, within.folder);
    const own = foldersOf(path, folded);
    for (const { folder, key } of own) {
      const known = this.folders.get(key);
      if (known !== undefined && known.folder !== folder && !this.areOld(path, known.path))
        return refusal(path, `its folder is the same as ${known.folder} where case does not count`);
      const file = this.files.get(key);
      if (file !== undefined && !this.areOld(path, file)) return underFile(file, folder);
    }
    this.files.set(folded, path);
    for (const { folder, key } of own) {
      const known = this.folders.get(key);
      if (known === undefined || this.kept.has(known.path)) this.folders.set(key, { folder, path });
    }
    return ok(undefined);
  }

  private areOld(one: string, other: string): boolean {
    return this.kept.has(one) && this.kept.has(other);
  }
}

const underFile = (file: string, folder: string) => refusal(file, `there is a folder ${folder} with files in it`);

/** Folding leaves the slashes where they are, so a path is folded once for all of its folders. */
function foldersOf(path: string, folded: string): { folder: string; key: string }[] {
  const folders: { folder: string; key: string }[] = [];
  for (
    let [at, end] = [path.indexOf("/"), folded.indexOf("/")];
    at >= 0;
    at = path.indexOf("/", at + 1), end = folded.indexOf("/", end + 1)
  )
    folders.push({ folder: path.slice(0, at), key: folded.slice(0, end) });
  return folders;
}

/** The first two paths that cannot stand beside one another everywhere, as `path_refused`; `ok` if there are none. */
export function checkTogether(paths: Iterable<string>, kept: ReadonlySet<string> = new Set()): Outcome<void> {
  const together = new Together(kept);
  for (const path of paths) {
    const added = together.add(path);
    if (!added.ok) return added;
  }
  return ok(undefined);
}

/** The path of a file that is there under this name, even one that would be refused today; else as anybody may name a new one. */
export function pathOfFile(files: FileMap, raw: string): Outcome<string> {
  return Object.hasOwn(files, raw) ? ok(raw) : parseAppPath(raw);
}

/** The files after changes. Names are people's: `__proto__` and `constructor` are files like all others. */
export function withChanges(files: FileMap, changes: Iterable<{ path: string; text: string | null }>): FileMap {
  const next = new Map(Object.entries(files));
  for (const { path, text } of changes) {
    if (text === null) next.delete(path);
    else next.set(path, text);
  }
  return Object.fromEntries(next);
}

/** The text of a file, or null where there is none. */
export const textAt = (files: FileMap, path: string): string | null => (Object.hasOwn(files, path) ? (files[path] ?? null) : null);

/** The text of a file that is known to be there. */
export function textOf(files: FileMap, path: string): string {
  const text = textAt(files, path);
  if (text === null) throw new RangeError(`There is no file ${path}.`);
  return text;
}

/** Path and text of each file, in the order of the paths. */
export const sortedFiles = (files: FileMap): [path: string, text: string][] => Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));

/** A name for each path, in the same order, under which every computer can unpack it: its own wherever that is one. */
export function archiveNames(paths: readonly string[]): string[] {
  if (paths.every(isOwnForm) && checkTogether(paths).ok) return [...paths];
  const taken = new Together();
  const counts = new Map<string, number>();
  return paths.map((path) => {
    const plain = archiveName(path);
    const key = foldedPath(plain);
    let name = plain;
    for (let count = counts.get(key) ?? 2; !taken.add(name).ok; count++) {
      name = `_${count}/${plain}`;
      counts.set(key, count + 1);
    }
    return name;
  });
}

function isOwnForm(path: string): boolean {
  const parsed = parseAppPath(path);
  return parsed.ok && parsed.value === path;
}

const SHORT = 60;

function archiveName(path: string): string {
  const parsed = parseAppPath(path);
  if (parsed.ok) return parsed.value;
  const segments = path
    .normalize("NFC")
    .split(/[/\\]/)
    .filter((segment) => segment !== "" && segment !== ".")
    .map((segment) => {
      const allowed = [...segment].map((character) => (ALLOWED.test(character) ? character : "_"));
      const short = allowed
        .slice(0, SHORT)
        .join("")
        .replace(/^ |[ .]+$/g, "_");
      return segmentProblem(short) === null ? short : `_${short}`;
    });
  return segments.slice(-3).join("/") || "_";
}

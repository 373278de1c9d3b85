/**
 * The files of an app: handed in part by part, each under its own hash, and given out to whoever may see the row and the field
 * that holds them. Used by what keeps an app's rows, on the platform and beside a downloaded app.
 */
import {
  BeginFile,
  complaintsOf,
  type DataScope,
  FILE_BYTES_MAX,
  FILE_PART_BYTES,
  FILES_BYTES_MAX,
  type FileAsked,
  FileId,
  type FilePlace,
  type FileUpload,
  filesIn,
  isPicture,
  LOOSE_FILES_BYTES_MAX,
  type Outcome,
  type ProjectDataRpc,
  type RowFile,
  type RowWriter,
  THUMBNAIL_BYTES_MAX,
} from "@edgewright/contracts";
import { type Clock, fail, log, ok, type Sql, sha256Hex } from "@edgewright/core";
import type { DataStore } from "../data-store.ts";
import { authorOf } from "../sql.ts";
import type { FileContents } from "./file-contents.ts";
import { cleanName } from "./file-name.ts";
import { FileRecords, type StoredFile } from "./file-records.ts";
import { streamOf, stretchesOf } from "./file-stream.ts";
import { typeOfBytes } from "./type-of-bytes.ts";

/** So many are looked at, or removed, at a time. */
const AT_ONCE = 50;
const NOT_HERE = fail("not_found", "There is no such file here.", { next: "Load the row again: it may hold another by now." });
const NO_UPLOAD = fail("not_found", "This upload is not there any more.", { next: "Choose the file again." });

type FileCalls = Pick<ProjectDataRpc, "beginFile" | "readUpload" | "putFilePart" | "putThumbnail" | "readFile">;
type Deps = {
  sql: Sql;
  clock: Clock;
  pause(): Promise<void>;
  contents: FileContents;
  store: Pick<DataStore, "holdsFiles" | "mayFill" | "get">;
};

export class AppFiles implements FileCalls {
  private readonly deps: Deps;
  private readonly records: FileRecords;
  /** Contents that are being removed: what is put meanwhile waits, or it would be removed with them. */
  private removing: Promise<void> = Promise.resolve();

  constructor(deps: Deps) {
    this.deps = deps;
    this.records = new FileRecords(deps);
  }

  async beginFile(writer: RowWriter, given: BeginFile): Promise<Outcome<FileUpload>> {
    const parsed = BeginFile.safeParse(given);
    if (!parsed.success)
      return fail("bad_request", `The file cannot be taken: ${complaintsOf(parsed.error)}.`, { next: "Choose another file." });
    const { table, column, name, size } = parsed.data;
    const may = this.deps.store.mayFill(writer, table, column);
    if (!may.ok) return may;
    if (size > FILE_BYTES_MAX)
      return fail("too_large", `A file has at most ${megabytes(FILE_BYTES_MAX)}.`, { next: "Make it smaller, or keep a link to it." });
    const { all, loose } = this.records.bytes(authorOf(writer.actor));
    if (all + size > FILES_BYTES_MAX)
      return fail("too_large", `The files of this app have ${megabytes(FILES_BYTES_MAX)} of room, which are used up.`, {
        next: "Remove files that are not needed; what nothing names any more makes room after a while.",
      });
    if (loose + size > LOOSE_FILES_BYTES_MAX)
      return fail("too_large", "Too much was uploaded that no row holds yet.", { next: "Save what you have, or try again tomorrow." });
    return ok(this.state(this.records.begin(writer.actor, { name: cleanName(name), size, picture: may.value.type === "image" })));
  }

  async readUpload(scope: DataScope, id: string): Promise<Outcome<FileUpload>> {
    return this.uploadOf(scope, id);
  }

  private uploadOf(scope: DataScope, id: string): Outcome<FileUpload> {
    const file = this.own(scope, id);
    return file ? ok(this.state(file)) : NO_UPLOAD;
  }

  async putFilePart(writer: RowWriter, id: string, number: number, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<FileUpload>> {
    const file = this.own(writer, id);
    if (!file) return NO_UPLOAD;
    const size = Math.min(FILE_PART_BYTES, file.size - number * FILE_PART_BYTES);
    if (bytes.length !== size)
      return fail("bad_request", `Part ${number} has ${bytes.length} bytes in place of ${Math.max(size, 0)}.`, {
        next: "Choose the file again: it may have changed meanwhile.",
      });
    const type = number === 0 ? await typeOfBytes(bytes, file.name) : null;
    if (type !== null && file.picture === 1 && !isPicture(type)) {
      this.deps.sql.transaction(() => this.records.forget(id));
      return fail("bad_request", `${file.name} is no picture that browsers show.`, { next: "Choose a PNG, JPEG, GIF, WebP or AVIF." });
    }
    const hash = await this.keep(bytes);
    return this.deps.sql.transaction((): Outcome<FileUpload> => {
      const there = this.records.parts(id).find((part) => part.number === number);
      if (!this.records.find(id)) return NO_UPLOAD;
      if (there && there.hash !== hash)
        return fail("conflict", `Part ${number} is there already, with another content.`, { next: "Choose the file again." });
      if (!there) this.records.addPart(id, { number, hash, size, type });
      return this.uploadOf(writer, id);
    });
  }

  async putThumbnail(writer: RowWriter, id: string, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<FileUpload>> {
    const file = this.own(writer, id);
    if (!file) return NO_UPLOAD;
    if (!this.records.whole(file) || !isPicture(file.type ?? ""))
      return fail("conflict", "Only a picture that is whole has a small one.", { next: "Send its parts first." });
    if (bytes.length > THUMBNAIL_BYTES_MAX || !isPicture(await typeOfBytes(bytes, file.name)))
      return fail("bad_request", `A small picture is a picture of at most ${THUMBNAIL_BYTES_MAX / 1024} KB.`, { next: "Make it smaller." });
    // Another one would change what rows hold already.
    if (file.thumbnail !== null) return ok(this.state(file));
    const hash = await this.keep(bytes);
    this.deps.sql.transaction(() => this.records.setThumbnail(id, hash));
    return this.uploadOf(writer, id);
  }

  /** Who may not see the row, the field, or the file in it, is told what they would be told if there were none. */
  async readFile(scope: DataScope, { table, id, column, file: fileId }: FilePlace, asked: FileAsked): Promise<Outcome<RowFile>> {
    const row = await this.deps.store.get(scope, table, id);
    if (!row.ok || !this.deps.store.holdsFiles(scope, table, column)) return NOT_HERE;
    const held = filesIn(row.value[column]).find((one) => one.id === fileId);
    const file = held && this.records.find(fileId);
    if (!file) return NOT_HERE;
    const small = asked.thumbnail && file.thumbnail !== null ? file.thumbnail : null;
    const parts = small === null ? this.records.parts(fileId) : [{ hash: small, size: THUMBNAIL_BYTES_MAX }];
    const etag = `"${small ?? fileId}"`;
    const about = { name: file.name, type: file.type ?? "application/octet-stream", etag };
    if (asked.etag === etag) return ok({ ...about, size: file.size, from: 0, length: 0, body: null });
    if (small !== null) return this.smallContent(about, small);
    const { from, length } = stretchAsked(file.size, asked.range);
    const body = streamOf(this.deps.contents, stretchesOf(parts, from, length));
    return ok({ ...about, size: file.size, from, length, body });
  }

  private async smallContent(about: Pick<RowFile, "name" | "type" | "etag">, hash: string): Promise<Outcome<RowFile>> {
    const stream = await this.deps.contents.read(hash, 0, THUMBNAIL_BYTES_MAX);
    if (!stream) return NOT_HERE;
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const { length } = bytes;
    const body = new Response(bytes).body;
    return ok({ ...about, type: await typeOfBytes(bytes, ""), size: length, from: 0, length, body });
  }

  /** When something is to be collected next; null: there is no file. */
  due(): number | null {
    return this.records.due();
  }

  /** Lets go of what nothing names any more. */
  collect(): Promise<void> {
    this.removing = this.removing
      .then(() => this.collectNow())
      .catch((error) => log.warn("files are collected later", { error: String(error) }));
    return this.removing;
  }

  private async collectNow(): Promise<void> {
    while (this.records.forgetUnheld(AT_ONCE)) await this.deps.pause();
    for (let some = this.records.unnamed(AT_ONCE); some.length > 0; some = this.records.unnamed(AT_ONCE))
      for (const hash of some) {
        await this.deps.contents.remove(hash);
        this.records.forgetContent(hash);
      }
  }

  /** That it is there is noted before it is, so that nothing stays unknown. */
  private async keep(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const hash = await sha256Hex(bytes);
    await this.removing;
    this.records.expect(hash);
    await this.deps.contents.put(hash, bytes);
    return hash;
  }

  /** One that this person began. Visitors have no names: who knows its id began it. */
  private own({ actor }: DataScope, id: string): StoredFile | null {
    const file = FileId.safeParse(id).success ? this.records.find(id) : null;
    return file && file.author === authorOf(actor) ? file : null;
  }

  private state(file: StoredFile): FileUpload {
    const received = this.records.parts(file.id).map(({ number }) => number);
    const parts = Math.ceil(file.size / FILE_PART_BYTES);
    return { id: file.id, parts, partBytes: FILE_PART_BYTES, received, file: this.records.whole(file) };
  }
}

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024).toLocaleString("en-US")} MB`;

/** What cannot be had so is given as a whole. */
function stretchAsked(size: number, range: FileAsked["range"]): { from: number; length: number } {
  const whole = { from: 0, length: size };
  if (!range) return whole;
  const { from, to } = range;
  if (from === undefined) return to && to > 0 ? { from: Math.max(0, size - to), length: Math.min(size, to) } : whole;
  if (from >= size || (to !== undefined && to < from)) return whole;
  return { from, length: Math.min(to ?? size - 1, size - 1) - from + 1 };
}

/** A file is taken in once, whatever becomes of its parts on the way; rows hold what their writer handed in or sees; and nothing that is named is ever collected. */
import { createHash } from "node:crypto";
import {
  type AppSchema,
  type Column,
  FILE_BYTES_MAX,
  FILE_PART_BYTES,
  type FileUpload,
  type Outcome,
  type RowWriter,
  type Table,
} from "@edgewright/contracts";
import { memoryFiles, memorySql, testClock, writer } from "@edgewright/testing";
import { must } from "@edgewright/testing/must";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DataStore } from "../data-store.ts";
import { AppFiles } from "./app-files.ts";
import { cleanName } from "./file-name.ts";
import { typeOfBytes } from "./type-of-bytes.ts";

const DAY = 24 * 3600 * 1000;
const as = (userId: string, may: "read" | "write" = "write") =>
  writer({ channel: "current", actor: { kind: "member", userId, may, role: "editor" } });
const [ada, bob] = [as("usr_ada"), as("usr_bob")];
const visitor = writer({ channel: "current", actor: { kind: "visitor" } });

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const bytesOf = (content: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(typeof content === "string" ? Buffer.from(content) : content);

const COLUMNS: Column[] = [
  { name: "title", label: "Title", type: "text" },
  { name: "photo", label: "Photo", type: "image" },
  { name: "paper", label: "Paper", type: "file", policy: { read: "user.id == 'usr_ada'" } },
  { name: "papers", label: "Papers", type: "files", maxLength: 3 },
];
const schemaOf = (table: Partial<Table> = {}): AppSchema => ({ tables: [{ name: "notes", label: "Notes", columns: COLUMNS, ...table }] });

const refusalOf = (outcome: Outcome<unknown>) => (outcome.ok ? null : [outcome.error.code, outcome.error.message]);

async function open(table: Partial<Table> = {}) {
  const [sql, clock, contents] = [memorySql(), testClock(), memoryFiles()];
  const pause = async () => {};
  const store = new DataStore({ sql, clock, publish: () => {}, pause, isMember: async () => true });
  const files = new AppFiles({ sql, clock, pause, contents, store });
  taken(await store.setSchema("current", schemaOf(table)));
  const begin = (who: RowWriter, column: string, name: string, size: number) =>
    files.beginFile(who, { table: "notes", column, name, size });
  const upload = async (who: RowWriter, column: string, name: string, content: string | Uint8Array): Promise<FileUpload> => {
    const bytes = bytesOf(content);
    let state = taken(await begin(who, column, name, bytes.length));
    for (let part = 0; part < state.parts; part++)
      state = taken(await files.putFilePart(who, state.id, part, bytes.slice(part * FILE_PART_BYTES, (part + 1) * FILE_PART_BYTES)));
    return state;
  };
  const add = (who: RowWriter, values: object) => store.create(who, "notes", { ...values });
  const read = async (who: RowWriter, id: string, column: string, file: string, asked: object = {}) => {
    const found = await files.readFile(who, { table: "notes", id, column, file }, { thumbnail: false, etag: null, range: null, ...asked });
    if (!found.ok) return found.error.code;
    return found.value.body ? new Uint8Array(await new Response(found.value.body).arrayBuffer()) : found.value;
  };
  return { sql, clock, contents, store, files, begin, upload, add, read };
}

const hashOf = (bytes: unknown) =>
  createHash("sha256")
    .update(bytes as Uint8Array)
    .digest("hex");
/** Of two parts and a bit. */
const LARGE = Uint8Array.from({ length: 2 * FILE_PART_BYTES + 5 }, (_, at) => (at * 7919) % 251);

describe("taking in", () => {
  test("what is interrupted goes on where it was, in any order, and what comes twice counts once", async () => {
    const { files, begin, add, read } = await open();
    const part = (number: number) => LARGE.slice(number * FILE_PART_BYTES, (number + 1) * FILE_PART_BYTES);
    const { id } = taken(await begin(ada, "paper", "large.bin", LARGE.length));
    await Promise.all([files.putFilePart(ada, id, 2, part(2)), files.putFilePart(ada, id, 0, part(0))]);
    const resumed = taken(await files.readUpload(ada, id));
    expect(resumed).toMatchObject({ parts: 3, received: [0, 2], file: null });
    expect(refusalOf(await add(ada, { paper: id }))?.[0]).toBe("row_invalid");
    await Promise.all([1, 1, 0].map((number) => files.putFilePart(ada, id, number, part(number))));
    const whole = taken(await files.readUpload(ada, id));
    expect(whole.file).toEqual({ id, name: "large.bin", size: LARGE.length, type: "application/octet-stream" });
    expect(refusalOf(await files.putFilePart(ada, id, 2, bytesOf("other")))?.[0]).toBe("conflict");
    const row = taken(await add(ada, { paper: id }));
    expect(hashOf(await read(ada, row.id, "paper", id))).toBe(hashOf(LARGE));
    // Over the border of two parts.
    const range = { from: FILE_PART_BYTES - 2, to: FILE_PART_BYTES + 1 };
    expect(await read(ada, row.id, "paper", id, { range })).toEqual(LARGE.slice(range.from, range.to + 1));
    expect(await read(ada, row.id, "paper", id, { range: { to: 3 } })).toEqual(LARGE.slice(-3));
    expect(await read(ada, row.id, "paper", id, { etag: `"${id}"` })).toMatchObject({ body: null, size: LARGE.length });
  });

  test("who may not write there, what is too large, and what is no picture is refused before or with its first part", async () => {
    const { begin, upload, files, contents } = await open({
      policy: { read: "member", create: "member", update: "member", delete: "member" },
    });
    expect(refusalOf(await begin(visitor, "photo", "a.png", 10))?.[0]).toBe("forbidden");
    expect(refusalOf(await begin(as("usr_eve", "read"), "photo", "a.png", 10))?.[0]).toBe("forbidden");
    expect(refusalOf(await begin(ada, "title", "a.png", 10))?.[0]).toBe("not_found");
    expect(refusalOf(await begin(ada, "paper", "a.bin", FILE_BYTES_MAX + 1))?.[0]).toBe("too_large");
    const { id } = taken(await begin(ada, "photo", "page.png", 9));
    expect(refusalOf(await files.putFilePart(ada, id, 0, bytesOf("<script/>")))?.[0]).toBe("bad_request");
    expect(refusalOf(await files.readUpload(ada, id))?.[0]).toBe("not_found");
    expect(contents.kept.size).toBe(0);
    expect((await upload(ada, "photo", "../../etc/pass\u202ewd.png", PNG)).file).toMatchObject({ name: "passwd.png", type: "image/png" });
    for (let at = 0; at < 5; at++) taken(await begin(bob, "paper", "half.bin", FILE_BYTES_MAX));
    expect(refusalOf(await begin(bob, "paper", "one more.bin", 1))?.[0]).toBe("too_large");
  });

  test("an upload is its owner's alone", async () => {
    const { files, begin } = await open();
    const { id } = taken(await begin(ada, "paper", "a.txt", 1));
    for (const who of [bob, visitor]) {
      expect(refusalOf(await files.readUpload(who, id))?.[0]).toBe("not_found");
      expect(refusalOf(await files.putFilePart(who, id, 0, bytesOf("x")))?.[0]).toBe("not_found");
    }
  });

  test("a small picture is kept beside its picture, once", async () => {
    const { files, upload, add, read } = await open();
    const { id } = await upload(ada, "photo", "a.png", PNG);
    const small = Buffer.concat([PNG, Buffer.from("small")]);
    expect(refusalOf(await files.putThumbnail(ada, id, bytesOf("<svg/>")))?.[0]).toBe("bad_request");
    const { file } = taken(await files.putThumbnail(ada, id, bytesOf(small)));
    expect(file).toMatchObject({ thumbnail: true });
    taken(await files.putThumbnail(ada, id, bytesOf(PNG)));
    const row = taken(await add(ada, { photo: { id, name: "other name", size: 1 } }));
    expect(row.photo).toEqual(file);
    expect(await read(ada, row.id, "photo", id, { thumbnail: true })).toEqual(bytesOf(small));
    expect(await read(ada, row.id, "photo", id)).toEqual(bytesOf(PNG));
  });
});

describe("what rows may hold", () => {
  test("nobody reads another's file by naming it", async () => {
    const { upload, add, store } = await open();
    const { id } = await upload(ada, "paper", "secret.pdf", "%PDF-1.7 secret");
    const refused = refusalOf(await add(bob, { papers: [id] }));
    expect(refused?.[0]).toBe("row_invalid");
    const row = taken(await add(ada, { title: "One", paper: id }));
    // The row is theirs to see, but not the field.
    expect(refusalOf(await add(bob, { papers: [id] }))).toEqual(refused);
    expect(refusalOf(await store.update(bob, "notes", row.id, { title: "Two" }))).toBeNull();
    expect(refusalOf(await add(bob, { papers: [`fil_${"0".repeat(26)}`] }))).toEqual(refused);
    // Nor by a text that looks like it, whose field becomes one of files.
    const forged = taken(await add(bob, { title: JSON.stringify({ id, name: "secret.pdf", size: 15, type: "application/pdf" }) }));
    const [title, ...others] = COLUMNS;
    taken(await store.setSchema("current", schemaOf({ columns: [{ ...must(title), type: "file" }, ...others] })));
    expect(taken(await store.get(bob, "notes", forged.id)).title).toBeNull();
  });

  test("who sees a file in a row may put it into another, and bring it back into its own", async () => {
    const { upload, add, store } = await open();
    const { id, file } = await upload(ada, "papers", "plan.txt", "plan");
    const row = taken(await add(ada, { papers: [id] }));
    expect(taken(await add(bob, { papers: [file] })).papers).toEqual([file]);
    taken(await store.update(ada, "notes", row.id, { papers: [] }));
    expect(taken(await store.update(bob, "notes", row.id, { papers: [id, id] })).papers).toEqual([file]);
    expect(refusalOf(await add(bob, { photo: id }))?.[1]).toContain("must be a picture");
    expect(refusalOf(await add(bob, { papers: [1] }))?.[1]).toContain("must be a file");
  });

  test("a visitor puts what they handed in into one row, and nobody else's", async () => {
    const { upload, add } = await open({ policy: { read: "member", create: "anyone", update: "member", delete: "member" } });
    const { id } = await upload(visitor, "photo", "a.png", PNG);
    expect(refusalOf(await add(bob, { photo: id }))?.[0]).toBe("row_invalid");
    taken(await add(visitor, { photo: id }));
    expect(refusalOf(await add(visitor, { photo: id }))?.[0]).toBe("row_invalid");
  });

  test("who may not see the row or the field is told what they would be told of none", async () => {
    const { upload, add, read } = await open({ policy: { read: "owner", create: "member", update: "owner", delete: "owner" } });
    const { id } = await upload(ada, "papers", "a.txt", "a");
    const row = taken(await add(ada, { papers: [id] }));
    const shown = taken(await add(bob, {}));
    expect(await read(bob, row.id, "papers", id)).toBe("not_found");
    expect(await read(bob, shown.id, "papers", id)).toBe("not_found");
    expect(await read(ada, row.id, "paper", id)).toBe("not_found");
    expect(await read(ada, row.id, "title", id)).toBe("not_found");
    expect(await read(ada, row.id, "papers", id)).toEqual(bytesOf("a"));
  });
});

test("whatever is done with rows, what a row, a deleted row, a bookmark or the log names stays, and all else goes", async () => {
  const action = fc.oneof(
    fc.record({ type: fc.constantFrom("upload", "shared upload"), field: fc.constantFrom("papers", "paper") }),
    fc.record({ type: fc.constantFrom("hold", "swap", "delete", "restore", "collect", "mark"), at: fc.nat(9) }),
    fc.record({ type: fc.constant("wait"), days: fc.constantFrom(1, 8, 31, 95) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
      const { sql, clock, contents, store, files, upload, add } = await open();
      const [uploads, rows, deleted]: [string[], string[], string[]] = [[], [], []];
      const pick = (of: string[], at: number) => of[at % Math.max(of.length, 1)];
      for (const [step, one] of actions.entries()) {
        const at = "at" in one ? one.at : 0;
        const [file, row, gone] = [pick(uploads, at), pick(rows, at), pick(deleted, at)];
        if ("field" in one) uploads.push((await upload(ada, one.field, "a.txt", one.type === "upload" ? `${step}` : "same")).id);
        else if (one.type === "hold" && file) {
          const held = await add(ada, { papers: [file] });
          if (held.ok) rows.push(held.value.id);
        } else if (one.type === "swap" && file && row) await store.update(ada, "notes", row, { papers: [file] });
        else if (one.type === "delete" && row && (await store.remove(ada, "notes", row)).ok) deleted.push(row);
        else if (one.type === "restore" && gone) await store.restore(ada, "notes", gone);
        else if (one.type === "mark")
          sql.all("insert or ignore into bookmarks (epoch, name, schema, at) values (?, ?, '{}', 0)", step + 1, `${step}`);
        else if ("days" in one) clock.advance(one.days * DAY);
        else if (one.type === "collect") await files.collect();
      }
      clock.advance(8 * DAY);
      store.record.forgetOld();
      store.trash.forgetOld();
      await files.collect();
      const texts = [
        "select json as text from rows",
        "select json as text from trash",
        "select json as text from past",
        "select before || after as text from changes",
        "select before as text from changes",
        "select after as text from changes",
      ]
        .flatMap((query) => sql.all<{ text: string | null }>(query))
        .map(({ text }) => text ?? "")
        .join("\n");
      const kept = new Set(sql.all<{ id: string }>("select id from files").map(({ id }) => id));
      for (const id of uploads) expect([id, kept.has(id)]).toEqual([id, texts.includes(id)]);
      const named = sql.all<{ hash: string }>("select distinct hash from file_parts").map(({ hash }) => hash);
      expect([...contents.kept.keys()].sort()).toEqual(named.sort());
    }),
    { numRuns: 40 },
  );
});

test("a part that is on its way while its like is collected is there in the end", async () => {
  const { sql, clock, contents, files, upload, add, read } = await open();
  await upload(ada, "papers", "a.txt", "same");
  clock.advance(2 * DAY);
  const [, again] = await Promise.all([files.collect(), upload(ada, "papers", "b.txt", "same")]);
  const row = taken(await add(ada, { papers: [again.id] }));
  expect(await read(ada, row.id, "papers", again.id)).toEqual(bytesOf("same"));
  expect([contents.kept.size, sql.all("select 1 from files").length]).toEqual([1, 1]);
});

test("the type is what the bytes say, and a page is a text", async () => {
  const typeOf = (content: string | Uint8Array, name = "a.html") => typeOfBytes(bytesOf(content), name);
  expect(await typeOf(PNG, "a.html")).toBe("image/png");
  expect(await typeOf("%PDF-1.7\n", "photo.png")).toBe("application/pdf");
  for (const page of ["<!doctype html><script>1</script>", "<svg xmlns='http://www.w3.org/2000/svg'/>", '<?xml version="1.0"?><svg/>'])
    expect(await typeOf(page, "a.svg")).toBe("text/plain");
  expect(await typeOf("a;b\n1;2", "a.CSV")).toBe("text/csv");
  expect(await typeOf(Uint8Array.of(0, 1, 2, 255))).toBe("application/octet-stream");
  expect(await typeOf(Buffer.from("€".repeat(2000)).subarray(0, 4097))).toBe("text/plain");
});

test("a name is one line without folders", () => {
  expect(cleanName("C:\\fakepath\\Vertrag (Entwurf).pdf")).toBe("Vertrag (Entwurf).pdf");
  expect(cleanName("..")).toBe("file");
  expect(cleanName("a\nb<c>.txt ")).toBe("a b_c_.txt");
  const long = cleanName(`${"x".repeat(400)}.tar.gz`);
  expect([long.length, long.endsWith("x.gz")]).toEqual([200, true]);
});

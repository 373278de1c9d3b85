/** Files and pictures in an app's rows: what a field of them holds, and how one is handed in, part by part. */
import { z } from "zod";
import type { Column } from "./data-schema.ts";

/** Nobody guesses one: who has it was told it, with the row or at the upload. */
export const FileId = z.string().regex(/^fil_[0-9a-z]{26}$/, "is the id of an uploaded file");

/** What a field of files holds of each. All but the id is the platform's: `type` is what the bytes are, `name` has no folders. */
export const FileValue = z.object({
  id: FileId,
  name: z.string().min(1).max(200),
  size: z.int().min(1),
  /** A media type, such as `image/png`. */
  type: z.string().min(1).max(120),
  /** Whether a small picture of it is kept. */
  thumbnail: z.boolean().optional(),
});
export type FileValue = z.infer<typeof FileValue>;

const FILE_TYPES: ReadonlySet<Column["type"]> = new Set(["image", "file", "files"]);
/** Whether a field holds files: one, a picture, or a list of them. */
export const isFile = ({ type }: Pick<Column, "type">): boolean => FILE_TYPES.has(type);

/** What browsers show as a picture, and what cannot hold a script. */
const PICTURES: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);
export const isPicture = (type: string): boolean => PICTURES.has(type);

/** The files that a value of such a field holds. */
export const filesIn = (value: unknown): FileValue[] =>
  [value ?? []].flat().flatMap((one) => {
    const file = FileValue.safeParse(one);
    return file.success ? [file.data] : [];
  });

/** What every part of a file has but the last one. */
export const FILE_PART_BYTES = 4 * 1024 * 1024;
export const FILE_BYTES_MAX = 100 * 1024 * 1024;
/** All files of an app's data. */
export const FILES_BYTES_MAX = 5 * 1024 * 1024 * 1024;
/** What one person has uploaded and put into no row yet; of visitors what all of them have. */
export const LOOSE_FILES_BYTES_MAX = 500 * 1024 * 1024;
/** How many a list holds. */
export const FILES_MAX = 50;
export const THUMBNAIL_BYTES_MAX = 200 * 1024;
/** The longer side of a small picture, in pixels. */
export const THUMBNAIL_SIDE = 480;

/** Says for which field a file is meant, so that who may not write there is refused before anything is sent. */
export const BeginFile = z.object({
  table: z.string().min(1).max(100),
  column: z.string().min(1).max(100),
  name: z.string().min(1).max(1000),
  size: z.int().min(1),
});
export type BeginFile = z.infer<typeof BeginFile>;

/** A file on its way: of `parts` those numbered `received` are there, each of `partBytes` but the last. `file`: it is whole, and a row may hold it. */
export const FileUpload = z.object({
  id: FileId,
  parts: z.int(),
  partBytes: z.int(),
  received: z.array(z.int()),
  file: FileValue.nullable(),
});
export type FileUpload = z.infer<typeof FileUpload>;

/** Which file of which row is meant. */
export type FilePlace = { table: string; id: string; column: string; file: string };
/** `etag`: of the content that the browser has. `from`, `to`: the first and the last byte asked for; without `from`, the last `to` bytes. */
export type FileAsked = { thumbnail: boolean; etag: string | null; range: { from?: number; to?: number } | null };
/** `body` null: the browser has it. `from`, `length`: which part of `size` bytes it is. */
export type RowFile = {
  name: string;
  type: string;
  size: number;
  etag: string;
  from: number;
  length: number;
  body: ReadableStream<Uint8Array> | null;
};

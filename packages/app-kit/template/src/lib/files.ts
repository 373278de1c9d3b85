/** Files that rows hold: one, a list of them, or none. */
import type { FileValue } from "@edgewright/app-kit";
import { z } from "zod";

/** A file that was handed in, as a form checks it. */
export const fileSchema = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  type: z.string(),
  thumbnail: z.boolean().optional(),
});

export const filesOf = (value: unknown): FileValue[] =>
  [value ?? []].flat().filter((one): one is FileValue => typeof one === "object" && "id" in one && "size" in one);

/** What to sort by. */
export const namesOfFiles = (value: unknown) =>
  filesOf(value)
    .map(({ name }) => name)
    .join(", ");

export const isPicture = ({ type }: FileValue) => /^image\/(png|jpeg|gif|webp|avif)$/.test(type);

const UNITS = ["bytes", "KB", "MB"];
/** 1,536 reads "1.5 KB". */
export function formatSize(bytes: number): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes || 1) / 10));
  const size = bytes / 1024 ** unit;
  return `${size.toLocaleString("en", { maximumFractionDigits: size < 10 && unit > 0 ? 1 : 0 })} ${UNITS[unit]}`;
}

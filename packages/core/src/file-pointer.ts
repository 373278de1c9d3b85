/**
 * How a FileMap holds a file that is not text, such as a picture: by a pointer to its bytes, as Git LFS does. A pointer begins
 * with NUL, which no text holds, so that merges, drafts and journals treat it like any other content and it is never taken for one.
 */
export type PointedFile = { sha256: string; size: number };

const POINTER = /^\0sha256:([0-9a-f]{64}) (\d+)$/;

export const pointerTo = ({ sha256, size }: PointedFile): string => `\0sha256:${sha256} ${size}`;

/** What a FileMap's content points to; null for a text. */
export function pointedFile(content: string): PointedFile | null {
  const [, sha256, size] = (content.startsWith("\0") && POINTER.exec(content)) || [];
  return sha256 === undefined ? null : { sha256, size: Number(size) };
}

/** Which files are no code and may be imported all the same, as in Vite: their endings, and the queries that say what is wanted of a file. Used by the build and by the checker. */

/** Imported for its address. */
export const ADDRESSED: readonly string[] = [
  ...["apng", "avif", "bmp", "cur", "gif", "ico", "jfif", "jpeg", "jpg", "jxl", "pjp", "pjpeg", "png", "svg", "webp"],
  ...["aac", "flac", "m4a", "mov", "mp3", "mp4", "ogg", "opus", "vtt", "wav", "webm"],
  ...["eot", "otf", "ttf", "woff", "woff2"],
  ...["pdf", "txt", "webmanifest"],
];

/** `?raw` is the file's text, `?url` its address, `?inline` an address that holds the file. */
export const QUERIES = ["raw", "url", "inline"] as const;
export type Query = (typeof QUERIES)[number];

const WRITTEN = new RegExp(`^(.*)\\?(${QUERIES.join("|")})$`);
const ENDING = new RegExp(`\\.(css|${ADDRESSED.join("|")})$`, "i");

/** What an import is of, and what it wants of it. */
export function assetOf(specifier: string): { path: string; query: Query | null } {
  const [, path = specifier, query] = WRITTEN.exec(specifier) ?? [];
  return { path, query: QUERIES.find((one) => one === query) ?? null };
}

/** Whether the import is of a file that is no code, or of code for its text or address alone. */
export const isAsset = (specifier: string): boolean => {
  const { path, query } = assetOf(specifier);
  return query !== null || ENDING.test(path);
};

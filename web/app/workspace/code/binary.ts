/** What an edit holds of a file that is no text, such as a picture: NUL, which no text begins with, and its bytes in base64. */
import type { FileContent } from "@edgewright/contracts";

const MARK = "\0";

export const binaryContent = (base64: string): string => MARK + base64;

/** The bytes in base64; null for a text. */
export const base64Of = (content: string): string | null => (content.startsWith(MARK) ? content.slice(MARK.length) : null);

export const contentOf = ({ text, base64 }: FileContent): string => text ?? binaryContent(base64 ?? "");

const TYPES: Record<string, string> = {
  ...{ png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", webp: "image/webp", avif: "image/avif" },
  ...{ apng: "image/apng", bmp: "image/bmp", ico: "image/x-icon", pdf: "application/pdf" },
  ...{ woff2: "font/woff2", woff: "font/woff", ttf: "font/ttf", otf: "font/otf" },
};

export const typeOf = (path: string): string => TYPES[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";

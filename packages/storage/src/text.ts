/** Bytes to text and back, never guessing: what is not UTF-8 is not text. */
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** The text, or null when the bytes are not UTF-8 or hold a NUL, as images and archives do. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

export const encodeText = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

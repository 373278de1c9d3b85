/** Files of a person's computer as files of the app: where they go, and what they hold. */
import { LIMITS } from "@edgewright/contracts";
import { binaryContent } from "./binary.ts";
import { pathProblem } from "./tree.ts";

export type Upload = { path: string; content: string };

/** Pictures, fonts, documents: all of them are served from here. */
const FOLDER = "public/";

export const UPLOAD_LIMITS = `Pictures, fonts and documents up to ${LIMITS.binaryBytes / 1024 / 1024} MB, texts up to ${LIMITS.fileBytes / 1024} KB; the whole app ${LIMITS.versionBytes / 1024 / 1024} MB.`;

/** @returns why one of them cannot be taken, or all of them */
export async function readUploads(files: readonly File[]): Promise<Upload[] | string> {
  const uploads: Upload[] = [];
  for (const file of files) {
    const path = FOLDER + file.name.normalize("NFC").replace(/[^\w.@-]+/g, "-");
    const problem = pathProblem(path, []);
    if (problem !== null) return `${file.name}: ${problem}`;
    if (file.size > LIMITS.binaryBytes) return `${file.name} is too large. ${UPLOAD_LIMITS}`;
    uploads.push({ path, content: await contentOf(file) });
  }
  return uploads;
}

async function contentOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // Bytes that are no UTF-8 are no text.
  }
  return binaryContent(await base64Of(new Blob([bytes])));
}

/** The browser's own encoder. */
const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(new Error("The file could not be read"));
    reader.readAsDataURL(blob);
  });

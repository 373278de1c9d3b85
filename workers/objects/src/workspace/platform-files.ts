/** The two files an app carries for the platform, as the Workspace reads them. */
import { AppManifest, AppSchema, complaintOf, type FileMap, type Finding } from "@edgewright/contracts";
import { SCHEMA_FILE } from "@edgewright/data-store";
import type { z } from "zod";

const MANIFEST_FILE = "app.json";

export function platformFindings(files: FileMap): Finding[] {
  return [...findingsOf(SCHEMA_FILE, files, AppSchema), ...findingsOf(MANIFEST_FILE, files, AppManifest)];
}

function findingsOf(file: string, files: FileMap, shape: z.ZodType): Finding[] {
  const text = files[file];
  if (text === undefined) return [];
  const finding = (message: string): Finding => ({ file, line: 0, column: 0, code: "SCHEMA", message });
  const json = parseJson(text);
  if (json === undefined) return [finding("Not valid JSON.")];
  const parsed = shape.safeParse(json);
  return parsed.success ? [] : parsed.error.issues.map((issue) => finding(complaintOf(issue)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

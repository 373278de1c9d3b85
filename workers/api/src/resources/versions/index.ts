/** Operations on versions. */
import type { Operation } from "../../http/operation.ts";
import { diffVersions } from "./diff-versions.ts";
import { downloadArchive } from "./download-archive.ts";
import { getVersion } from "./get-version.ts";
import { listFiles } from "./list-files.ts";
import { listVersions } from "./list-versions.ts";
import { readFile } from "./read-file.ts";
import { restoreVersion } from "./restore-version.ts";
import { saveVersion } from "./save-version.ts";

export const VERSIONS: readonly Operation[] = [
  listVersions,
  saveVersion,
  getVersion,
  listFiles,
  readFile,
  diffVersions,
  restoreVersion,
  downloadArchive,
];

/** The files of a version, and their contents as they are asked for. Versions never change, so what was loaded once is kept. */
import type { FileContent, FileList } from "@edgewright/contracts";
import type { Answer } from "../../api/answer.ts";
import { type Loaded, loadLasting, useLoad } from "../../api/use-load.ts";
import { contentOf } from "./binary.ts";

const filesPath = (project: string, version: number) => `/api/projects/${project}/versions/${version}/files`;
const textPath = (project: string, version: number, path: string) =>
  `${filesPath(project, version)}/${path.split("/").map(encodeURIComponent).join("/")}`;

export const useFileList = (project: string, version: number): Loaded<FileList> =>
  useLoad<FileList>(filesPath(project, version), { lasting: true });

/** null while it loads. `path` null, or a file that is not in the version: nothing is loaded. */
export const useText = (project: string, version: number, path: string | null): Answer<string> | null => {
  const { answer } = useLoad<FileContent>(path === null ? null : textPath(project, version, path), { lasting: true });
  return answer && contentIn(answer);
};

export const loadText = async (project: string, version: number, path: string): Promise<Answer<string>> =>
  contentIn(await loadLasting<FileContent>(textPath(project, version, path)));

const contentIn = (answer: Answer<FileContent>): Answer<string> => (answer.ok ? { ok: true, value: contentOf(answer.value) } : answer);

/** Those of several files, by path; null where the version has no such file. */
export async function loadTexts(project: string, version: number, paths: readonly string[]): Promise<Answer<Map<string, string | null>>> {
  const texts = new Map<string, string | null>();
  for (const path of paths) {
    const loaded = await loadText(project, version, path);
    if (!loaded.ok && loaded.error.status !== 404) return loaded;
    texts.set(path, loaded.ok ? loaded.value : null);
  }
  return { ok: true, value: texts };
}

/** The files of a version, and their texts as they are asked for. Versions never change, so what was loaded once is kept. */
import type { FileContent, FileList } from "@edgewright/contracts";
import { useCallback, useEffect, useState } from "react";
import type { Answer, ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";

const lists = new Map<string, FileList>();
const texts = new Map<string, string>();

export function useFileList(project: string, version: number | null) {
  const path = `/api/projects/${project}/versions/${version}/files`;
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [, setLoaded] = useState(0);
  const [attempt, setAttempt] = useState(0);
  // An attempt loads the same address again
  useEffect(() => {
    setFailure(null);
    if (version === null || lists.has(path)) return;
    const controller = new AbortController();
    call<FileList>("GET", path, { signal: controller.signal }).then((answer) => {
      if (answer.ok) lists.set(path, answer.value);
      if (controller.signal.aborted) return;
      if (answer.ok) setLoaded((count) => count + 1);
      else setFailure(answer.error);
    });
    return () => controller.abort();
  }, [path, version, attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { list: lists.get(path) ?? null, failure, retry };
}

const textPath = (project: string, version: number, path: string) =>
  `/api/projects/${project}/versions/${version}/files/${path.split("/").map(encodeURIComponent).join("/")}`;

export async function loadText(project: string, version: number, path: string, signal?: AbortSignal): Promise<Answer<string>> {
  const address = textPath(project, version, path);
  const known = texts.get(address);
  if (known !== undefined) return { ok: true, value: known };
  const answer = await call<FileContent>("GET", address, { signal });
  if (!answer.ok) return answer;
  texts.set(address, answer.value.text);
  return { ok: true, value: answer.value.text };
}

/** null while it loads. `path` null, or a file that is not in the version: nothing is loaded. */
export function useText(project: string, version: number | null, path: string | null): Answer<string> | null {
  const [loaded, setLoaded] = useState<{ key: string; loaded: Answer<string> } | null>(null);
  const key = `${version} ${path}`;
  useEffect(() => {
    if (version === null || path === null) return;
    const controller = new AbortController();
    loadText(project, version, path, controller.signal).then((result) => controller.signal.aborted || setLoaded({ key, loaded: result }));
    return () => controller.abort();
  }, [project, version, path, key]);
  if (version === null || path === null) return null;
  const known = texts.get(textPath(project, version, path));
  if (known !== undefined) return { ok: true, value: known };
  return loaded?.key === key ? loaded.loaded : null;
}

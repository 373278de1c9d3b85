/** What a component shows of the API, read while it stands. The one way in which the browser loads: `call` alone is for what a person does. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer } from "./answer.ts";
import { call } from "./browser.ts";

interface LoadOptions {
  /** For an address that takes a body to tell what is asked for. */
  body?: unknown;
  /** Read again whenever one of these is another, with what is known still shown. */
  when?: unknown;
  /** What the last address had is shown until another one has answered. */
  hold?: boolean;
  /** Read again whenever the window comes into sight: others change it, and nothing says so. */
  onFocus?: boolean;
  /** What is there never changes: it is read once, and kept for as long as the page. */
  lasting?: boolean;
}

export interface Loaded<T> {
  /** null: it is on its way, for the first time at this address. */
  answer: Answer<T> | null;
  /** It is being read, perhaps again. */
  loading: boolean;
  /** Reads again. A failure does not take the place of what is known. */
  reload: () => void;
  /** Shows what a change has made of it, without reading again. */
  change: (to: (value: T) => T) => void;
}

/** @param path null: nothing is wanted yet */
export function useLoad<T>(
  path: string | null,
  { body, when, hold = false, onFocus = false, lasting = false }: LoadOptions = {},
): Loaded<T> {
  const question = body === undefined ? path : `${path} ${JSON.stringify(body)}`;
  const [known, setKnown] = useState<{ question: string; answer: Answer<T> } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [loading, setLoading] = useState(false);
  const changes = useRef(0);
  const reload = useCallback(() => setAttempt((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the question has the path and the body; `when` and an attempt ask it again
  useEffect(() => {
    if (path === null || question === null || (lasting && kept.has(path))) return;
    const controller = new AbortController();
    const { signal } = controller;
    setLoading(true);
    const changesBefore = changes.current;
    const asked = lasting ? loadLasting<T>(path, signal) : call<T>(body === undefined ? "GET" : "POST", path, { body, signal });
    asked.then((answer) => {
      if (signal.aborted) return;
      // What was changed while it was read may be missing in it, so it is read again.
      if (changes.current !== changesBefore) return reload();
      setLoading(false);
      setKnown((before) => (!answer.ok && before?.question === question && before.answer.ok ? before : { question, answer }));
    });
    return () => {
      controller.abort();
      setLoading(false);
    };
  }, [question, when, attempt]);

  useEffect(() => {
    if (!onFocus) return;
    window.addEventListener("focus", reload);
    return () => window.removeEventListener("focus", reload);
  }, [onFocus, reload]);
  const change = useCallback((to: (value: T) => T) => {
    changes.current += 1;
    setKnown((before) => (before?.answer.ok ? { ...before, answer: { ok: true, value: to(before.answer.value) } } : before));
  }, []);
  const lasts = lasting && path !== null ? (kept.get(path) as Answer<T> | undefined) : undefined;
  const answer = known !== null && (hold || known.question === question) ? known.answer : null;
  return { answer: lasts ?? answer, loading, reload, change };
}

const kept = new Map<string, Answer<unknown>>();

/** What never changes, for what a person does with it: nothing is read that a component has loaded already. */
export async function loadLasting<T>(path: string, signal?: AbortSignal): Promise<Answer<T>> {
  const known = kept.get(path) as Answer<T> | undefined;
  if (known) return known;
  const answer = await call<T>("GET", path, { signal });
  if (answer.ok) kept.set(path, answer);
  return answer;
}

/** The same of several addresses, by address. What has not come, or could not be read, is not in it. */
export function useLoadAll<T>(paths: readonly string[]): ReadonlyMap<string, T> {
  const [known, setKnown] = useState<ReadonlyMap<string, T>>(new Map());
  const question = paths.join(" ");
  useEffect(() => {
    const controller = new AbortController();
    for (const path of question === "" ? [] : question.split(" "))
      call<T>("GET", path, { signal: controller.signal }).then((answer) => {
        if (answer.ok && !controller.signal.aborted) setKnown((before) => new Map([...before, [path, answer.value]]));
      });
    return () => controller.abort();
  }, [question]);
  return known;
}

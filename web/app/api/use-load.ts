/** What a component shows of the API, read while it stands. The one way in which the browser loads: `call` alone is for what a person does. */
import { useCallback, useEffect, useState } from "react";
import type { Answer } from "./answer.ts";
import { call } from "./browser.ts";

interface LoadOptions {
  /** For an address that takes a body to tell what is asked for. */
  body?: unknown;
  /** Read again whenever one of these is another, with what is known still shown. */
  when?: unknown;
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
export function useLoad<T>(path: string | null, { body, when }: LoadOptions = {}): Loaded<T> {
  const question = body === undefined ? path : `${path} ${JSON.stringify(body)}`;
  const [known, setKnown] = useState<{ question: string; answer: Answer<T> } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [loading, setLoading] = useState(false);

  // `when` and an attempt ask the same again, and the body is in the question.
  useEffect(() => {
    if (path === null || question === null) return;
    const controller = new AbortController();
    setLoading(true);
    call<T>(body === undefined ? "GET" : "POST", path, { body, signal: controller.signal }).then((answer) => {
      if (controller.signal.aborted) return;
      setLoading(false);
      setKnown((before) => (!answer.ok && before?.question === question && before.answer.ok ? before : { question, answer }));
    });
    return () => controller.abort();
  }, [question, when, attempt]);

  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  const change = useCallback(
    (to: (value: T) => T) =>
      setKnown((before) => (before?.answer.ok ? { ...before, answer: { ok: true, value: to(before.answer.value) } } : before)),
    [],
  );
  const answer = known !== null && known.question === question ? known.answer : null;
  return { answer, loading, reload, change };
}

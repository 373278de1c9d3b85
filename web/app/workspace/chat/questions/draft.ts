/** Answers as they stand in a question card before they are sent. Pure; drawn by QuestionCard. */
import type { Answers, Question } from "@edgewright/contracts";

/** One question's. `chosen` are options; `text` is the person's own words, which count when there are no options or `other` is chosen. */
export type DraftAnswer = { decide: boolean; chosen: string[]; other: boolean; text: string };
/** By question. */
export type Draft = Record<string, DraftAnswer>;

/** How it is answered: a choice without options is a text. */
export const formOf = ({ kind, options }: Question): Question["kind"] => (options.length === 0 ? "text" : kind);

/** What the agent suggests is chosen already. A suggestion that is no option is an own word. */
export function suggestedAnswer(question: Question): DraftAnswer {
  const { options, suggested } = question;
  const kind = formOf(question);
  const taken = kind === "several" ? suggested : suggested.slice(0, 1);
  const words = kind === "text" ? taken : taken.filter((text) => !options.includes(text));
  const chosen = kind === "text" ? [] : taken.filter((text) => options.includes(text));
  return { decide: false, chosen, other: kind !== "text" && words.length > 0, text: words.join(", ") };
}

export const suggestedDraft = (questions: readonly Question[]): Draft =>
  Object.fromEntries(questions.map((question) => [question.id, suggestedAnswer(question)]));

/** What is sent; null leaves it to the agent. undefined: nothing is chosen yet. */
export function answerOf(question: Question, { decide, chosen, other, text }: DraftAnswer): Answers[string] | undefined {
  if (decide) return null;
  const kind = formOf(question);
  const words = text.trim();
  const own = (kind === "text" || other) && words !== "" ? [words] : [];
  if (kind === "text") return own[0];
  if (kind === "one") return other ? own[0] : chosen[0];
  const all = [...chosen, ...own];
  return all.length > 0 && (!other || words !== "") ? all : undefined;
}

/** null while a question has no answer. */
export function answersOf(questions: readonly Question[], draft: Draft): Answers | null {
  const entries = questions.map((question) => [question.id, answerOf(question, draft[question.id] ?? suggestedAnswer(question))] as const);
  return entries.some(([, answer]) => answer === undefined)
    ? null
    : Object.fromEntries(entries.map(([id, answer]) => [id, answer ?? null]));
}

/** Leaves every question to the agent. */
export const nothingDecided = (questions: readonly Question[]): Answers => Object.fromEntries(questions.map(({ id }) => [id, null]));

/** An answer that was sent, in words. */
export const answerText = (answer: Answers[string] | undefined): string | null =>
  answer === null || answer === undefined || answer.length === 0 ? null : typeof answer === "string" ? answer : answer.join(", ");

/** What a round of questions comes to: answers made to fit their questions, and the brief that later turns read. */
import type { Answers, Outcome, Question } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";

const YOU_DECIDE = "you decide";

/** Nobody has answered: the agent decides everything. */
export const withoutAnswer = (questions: readonly Question[]): Answers => Object.fromEntries(questions.map(({ id }) => [id, null]));

/** Answers as one message to the agent. A single question's answer stands for itself. */
export function answersText(questions: readonly Question[], answers: Answers): string {
  const [only] = questions;
  const single = only && questions.length === 1 ? answers[only.id] : null;
  if (typeof single === "string") return single;
  return questions.map((question) => `${question.text}\n→ ${answerText(question, answers[question.id] ?? null)}`).join("\n");
}

function answerText({ suggested }: Question, answer: Answers[string]): string {
  if (answer === null || answer.length === 0)
    return suggested.length > 0 ? `${YOU_DECIDE}; you suggested ${suggested.join(", ")}` : YOU_DECIDE;
  return typeof answer === "string" ? answer : answer.join(", ");
}

/** Every question with an answer that it takes; what is left out is left to the agent. */
export function parseAnswers(questions: readonly Question[], answers: Answers): Outcome<Answers> {
  const known = new Set(questions.map(({ id }) => id));
  const unknown = Object.keys(answers).find((id) => !known.has(id));
  if (unknown !== undefined)
    return fail("bad_request", `There is no question "${unknown}" here.`, {
      next: "Reload the page and answer again.",
      fields: { answers: "unknown question" },
    });
  const one = questions.find(({ id, kind }) => kind !== "several" && Array.isArray(answers[id]) && answers[id].length > 1);
  if (one) return fail("bad_request", `"${one.text}" takes one answer.`, { next: "Choose one.", fields: { [one.id]: "one answer" } });
  return ok({ ...withoutAnswer(questions), ...Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, tidy(answer)])) });
}

const tidy = (answer: Answers[string]): Answers[string] => {
  if (answer === null) return null;
  const trimmed = typeof answer === "string" ? answer.trim() : answer.map((text) => text.trim()).filter((text) => text !== "");
  return trimmed.length === 0 ? null : trimmed;
};

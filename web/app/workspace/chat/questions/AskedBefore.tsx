/** Questions that are no longer open, with what was answered. */
import type { Answers, Question } from "@edgewright/contracts";
import { count } from "../../../components/figures.ts";
import type { Message } from "../../stream/state.ts";
import { Said } from "../MessageView.tsx";
import { answerText } from "./draft.ts";

/** `answers` null: the job went on, or ended, without them. */
export function AskedBefore({ message, questions, answers }: { message: Message; questions: Question[]; answers: Answers | null }) {
  const none = questions.every(({ id }) => answerText(answers?.[id]) === null);
  return (
    <div className="space-y-3">
      {message.text.trim() !== "" && <Said text={message.text} />}
      {none ? <LeftOpen questions={questions} /> : <Answered questions={questions} answers={answers ?? {}} />}
    </div>
  );
}

const Answered = ({ questions, answers }: { questions: Question[]; answers: Answers }) => (
  <dl className="space-y-2 rounded-card border border-border bg-surface px-3 py-2.5 text-base">
    {questions.map((question) => (
      <div key={question.id}>
        <dt className="text-sm break-words text-muted">{question.text}</dt>
        <dd className="break-words whitespace-pre-wrap">
          {answerText(answers[question.id]) ?? <span className="text-muted">Left to the agent</span>}
        </dd>
      </div>
    ))}
  </dl>
);

/** Left to the agent, or answered by a message in the person's own words, which stands below. */
const LeftOpen = ({ questions }: { questions: Question[] }) => (
  <details className="rounded-card border border-border bg-surface px-3 py-2 text-base">
    <summary className="text-muted hover:text-text">{count(questions.length, "question")}, left open</summary>
    <ul className="mt-2 list-disc space-y-1 pl-5 marker:text-muted">
      {questions.map(({ id, text }) => (
        <li key={id} className="break-words">
          {text}
        </li>
      ))}
    </ul>
  </details>
);

/** Questions that are no longer open, with what was answered. */
import type { Answers, Question } from "@edgewright/contracts";
import type { Message } from "../../stream/state.ts";
import { Said } from "../MessageView.tsx";
import { answerText } from "./draft.ts";

/** `answers` null: the job went on, or ended, without them. */
export function AskedBefore({ message, questions, answers }: { message: Message; questions: Question[]; answers: Answers | null }) {
  return (
    <div className="space-y-3">
      {message.text.trim() !== "" && <Said text={message.text} />}
      <dl className="space-y-2 rounded-card border border-border bg-surface px-3 py-2.5 text-base">
        {questions.map((question) => (
          <div key={question.id}>
            <dt className="text-sm text-muted break-words">{question.text}</dt>
            <dd className="break-words whitespace-pre-wrap">
              {answers === null ? (
                <span className="text-muted">Not answered</span>
              ) : (
                (answerText(answers[question.id]) ?? <span className="text-muted">Left to the agent</span>)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

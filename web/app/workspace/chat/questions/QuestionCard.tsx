/** What the agent asks before it goes on: up to five questions in one card. Answers are kept through a reload until they are sent. */
import type { Answers, Question } from "@edgewright/contracts";
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { useAction } from "../../../api/use-action.ts";
import { Badge } from "../../../components/Badge.tsx";
import { Button } from "../../../components/Button.tsx";
import { FailureNote } from "../../../components/FailureNote.tsx";
import { count } from "../../../components/figures.ts";
import { Kbd } from "../../../components/Kbd.tsx";
import { useWhyNot } from "../../../permissions/use-why-not.ts";
import { useAnswer } from "../../actions.ts";
import type { Message } from "../../stream/state.ts";
import { Said } from "../MessageView.tsx";
import { useKept } from "../use-kept.ts";
import { answersOf, type Draft, nothingDecided, suggestedAnswer } from "./draft.ts";
import { readDraft } from "./kept-draft.ts";
import { QuestionFields } from "./QuestionFields.tsx";

const INCOMPLETE = "Answer each question, or leave it to the agent with “You decide”.";
const NO_DRAFT: Draft = {};

export default function QuestionCard({ message, questions, jobId }: { message: Message; questions: Question[]; jobId: string }) {
  const notAllowed = useWhyNot("job.answer");
  const [draft, setDraft, forget] = useKept(draftKey(message, questions), readDraft, NO_DRAFT);
  const { send, sending, failure } = useSendAnswers(jobId, forget);
  const answers = answersOf(questions, draft);
  const locked = notAllowed !== null || sending !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answers !== null && !locked) void send("answers", answers);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
  };
  const top = useFromTheTop();
  return (
    <div ref={top} className="scroll-mt-4 space-y-3">
      {message.text.trim() !== "" && <Said text={message.text} />}
      <form
        onSubmit={submit}
        onKeyDown={onKeyDown}
        aria-label="Questions of the agent"
        className="rounded-card border border-warning/35 bg-surface text-base"
      >
        <header className="flex h-9 items-center gap-2 border-b border-border px-3">
          <Badge tone="warning">Needs you</Badge>
          <span className="ml-auto text-sm text-muted">{count(questions.length, "question")}</span>
        </header>
        <ol className="divide-y divide-border">
          {questions.map((question) => (
            <li key={question.id} className="px-3 py-3">
              <p className="mb-1.5 font-medium break-words">{question.text}</p>
              <QuestionFields
                question={question}
                value={draft[question.id] ?? suggestedAnswer(question)}
                onChange={(value) => setDraft({ ...draft, [question.id]: value })}
                disabled={locked}
              />
            </li>
          ))}
        </ol>
        <footer className="border-t border-border p-3">
          <div className="flex flex-wrap items-center gap-2">
            <Button
              type="submit"
              variant="primary"
              size="sm"
              busy={sending === "answers"}
              disabled={sending !== null}
              disabledReason={notAllowed ?? (answers === null && INCOMPLETE)}
            >
              Send answers
            </Button>
            <Button
              size="sm"
              busy={sending === "nothing"}
              disabled={sending !== null}
              disabledReason={notAllowed}
              onClick={() => void send("nothing", nothingDecided(questions))}
            >
              You decide everything
            </Button>
            <span className="ml-auto pointer-coarse:hidden">
              <Kbd keys="mod+enter" />
            </span>
          </div>
          {notAllowed !== null && <p className="mt-2 text-sm text-muted">{notAllowed}</p>}
          <FailureNote failure={failure} className="mt-2" />
        </footer>
      </form>
    </div>
  );
}

/** The chat stays at its foot; a card that is higher than the chat is read from its first question. */
function useFromTheTop() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const card = ref.current;
    const chat = card?.closest("[data-chat-scroll]");
    if (card && chat && card.clientHeight > chat.clientHeight) card.scrollIntoView({ block: "start" });
  }, []);
  return ref;
}

/** The same card may come again with other questions. */
const draftKey = ({ id }: Message, questions: Question[]) => `answers:${id}:${questions.map((question) => question.id).join(",")}`;

/** At work once it is sent: the card goes when the stream has the answers. */
function useSendAnswers(jobId: string, sent: () => void) {
  const answer = useAnswer();
  const send = async (_by: "answers" | "nothing", answers: Answers) => {
    const refused = await answer({ kind: "questions", jobId, answers });
    if (!refused) sent();
    return refused;
  };
  const { running, failure, run } = useAction(send, { lasts: true });
  return { send: run, sending: running?.[0] ?? null, failure };
}

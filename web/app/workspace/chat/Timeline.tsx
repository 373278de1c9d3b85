/** The conversation so far, newest at the foot. What is said in a job stands before the job's card, an open question and the summary after it. */
import { lazy, Suspense } from "react";
import { EmptyState } from "../../components/EmptyState.tsx";
import { awaited, type JobCard, type Message, type SessionState } from "../stream/state.ts";
import { useSession } from "../WorkspaceContext.tsx";
import { hasWork, JobCardView } from "./JobCardView.tsx";
import { MessageView, Said } from "./MessageView.tsx";
import { AskedBefore } from "./questions/AskedBefore.tsx";

const QuestionCard = lazy(() => import("./questions/QuestionCard.tsx"));

export function Timeline() {
  const session = useSession((state) => state);
  const lastJob = session.timeline.findLast(({ kind }) => kind === "job")?.id;
  if (session.timeline.length === 0)
    return (
      <EmptyState title="Nothing said yet" className="py-20!">
        Describe the tool you need: what it keeps track of, and what one should see and do.
      </EmptyState>
    );
  return (
    <ol className="space-y-5 px-4 py-5" aria-label="Conversation">
      {session.timeline.map(({ kind, id }) => {
        const card = session.jobs[id];
        if (kind === "job") return card ? <Work key={id} card={card} session={session} latest={id === lastJob} /> : null;
        const message = session.messages[id];
        return message && !isIn(message, session.jobs[message.jobId ?? ""]) ? (
          <li key={id}>
            <MessageView message={message} />
          </li>
        ) : null;
      })}
    </ol>
  );
}

/** What was said in a job, by the agent or by a person who steered it. The message that asked for it stands before it. */
const isIn = (message: Message, card: JobCard | undefined) =>
  card !== undefined && message.jobId === card.id && message.id !== card.messageId;

function Work({ card, session, latest }: { card: JobCard; session: SessionState; latest: boolean }) {
  const said = saidIn(session, card);
  const asking = awaited(card);
  const open = asking?.kind === "questions" ? session.messages[asking.messageId] : undefined;
  const summary = card.end?.kind === "done" ? card.end.summary.trim() : "";
  const idle = !hasWork(card) && (open !== undefined || card.end?.kind === "done");
  return (
    <li className="space-y-4 empty:hidden">
      {said.map((message) =>
        message === open ? null : message.asked ? (
          <AskedBefore key={message.id} message={message} {...message.asked} />
        ) : (
          <MessageView key={message.id} message={message} />
        ),
      )}
      {!idle && <JobCardView card={card} latest={latest} />}
      {open?.asked && (
        <Suspense fallback={<Said text={open.text} />}>
          <QuestionCard key={open.id} message={open} questions={open.asked.questions} jobId={card.id} />
        </Suspense>
      )}
      {summary !== "" && !said.some((message) => message.text.trim() === summary) && <Said text={summary} />}
    </li>
  );
}

/** A turn that only used tools said nothing. */
const saidIn = (session: SessionState, card: JobCard): Message[] =>
  session.timeline.flatMap(({ kind, id }) => {
    const message = kind === "message" ? session.messages[id] : undefined;
    return message && isIn(message, card) && (message.asked || message.text.trim() !== "") ? [message] : [];
  });

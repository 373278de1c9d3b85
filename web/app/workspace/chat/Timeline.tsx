/** The conversation so far, newest at the foot. What the agent says in a job stands before the job's card, its summary and questions after it. */
import { EmptyState } from "../../components/EmptyState.tsx";
import type { JobCard, Message, SessionState } from "../stream/state.ts";
import { useSession } from "../WorkspaceContext.tsx";
import { JobCardView } from "./JobCardView.tsx";
import { MessageView, Said } from "./MessageView.tsx";

export function Timeline() {
  const session = useSession((state) => state);
  const lastJob = session.timeline.findLast(({ kind }) => kind === "job")?.id;
  if (session.timeline.length === 0)
    return (
      <EmptyState title="Nothing said yet" className="py-20">
        Describe the tool you need: what it keeps track of, and what one should see and do.
      </EmptyState>
    );
  return (
    <ol className="space-y-5 px-4 py-5" aria-label="Conversation">
      {session.timeline.map(({ kind, id }) => {
        const card = session.jobs[id];
        if (kind === "job") return card ? <Work key={id} card={card} session={session} latest={id === lastJob} /> : null;
        const message = session.messages[id];
        return message && !belongsToCard(message, session) ? (
          <li key={id}>
            <MessageView message={message} answerable={false} />
          </li>
        ) : null;
      })}
    </ol>
  );
}

const belongsToCard = (message: Message, session: SessionState) =>
  message.role === "assistant" && message.jobId !== null && session.jobs[message.jobId] !== undefined;

function Work({ card, session, latest }: { card: JobCard; session: SessionState; latest: boolean }) {
  const said = saidIn(session, card);
  const questions = said.filter((message) => message.suggestions !== null);
  const prose = said.filter((message) => message.suggestions === null);
  const summary = card.end?.kind === "done" ? card.end.summary.trim() : "";
  const idle = card.end?.kind === "done" && card.files.length === 0 && card.plan.length === 0;
  return (
    <li className="space-y-4 empty:hidden">
      {prose.map((message) => (
        <MessageView key={message.id} message={message} answerable={false} />
      ))}
      {!idle && <JobCardView card={card} latest={latest} />}
      {questions.map((message) => (
        <MessageView key={message.id} message={message} answerable={latest && session.open.length === 0} />
      ))}
      {summary !== "" && !said.some((message) => message.text.trim() === summary) && <Said text={summary} />}
    </li>
  );
}

/** A turn that only used tools said nothing. */
const saidIn = (session: SessionState, card: JobCard): Message[] =>
  session.timeline.flatMap(({ kind, id }) => {
    const message = kind === "message" ? session.messages[id] : undefined;
    return message?.role === "assistant" && message.jobId === card.id && message.text.trim() !== "" ? [message] : [];
  });

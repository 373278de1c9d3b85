/** Messages sent while a job works, over the composer: each goes into the running job at its next step, or waits for its end. */
import { useReorder } from "../reorder.ts";
import { useWaiting } from "./use-waiting.ts";
import { WaitingRow } from "./WaitingRow.tsx";

/** `onLost`: a changed text that came too late. */
export function WaitingList({ onLost }: { onLost: (text: string) => void }) {
  const { waiting, edit, deliver, move, remove } = useWaiting();
  const reorder = useReorder(
    waiting.map(({ job }) => job.id),
    (id, before) => void move(id, before),
  );
  if (waiting.length === 0) return null;
  return (
    <ol className="mb-2 max-h-[30vh] space-y-1 overflow-y-auto" aria-label="Messages that wait">
      {waiting.map(({ job, message }) => (
        <WaitingRow
          key={job.id}
          job={job}
          text={message.text}
          single={waiting.length === 1}
          reorder={reorder}
          onEdit={async (text) => {
            if (await edit(job, text)) onLost(text);
          }}
          onDeliver={(how) => void deliver(job, how)}
          onRemove={() => void remove(job)}
        />
      ))}
    </ol>
  );
}

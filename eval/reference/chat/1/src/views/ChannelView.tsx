import { useRow, useTable, useUser } from "@edgewright/app-kit";
import { useParams } from "react-router";
import { Composer } from "../components/Composer";
import type { Channel, Message } from "../data/chat";
import { formatTime } from "../lib/format";

/** The messages of one channel, oldest first, and a line to write one. */
export function ChannelView() {
  const { id = "" } = useParams();
  const { row: channel } = useRow<Channel>("channels", id);
  const messages = useTable<Message>("messages", { filters: [{ column: "channel", op: "eq", value: id }] });
  const user = useUser();
  const inOrder = messages.rows.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));

  return (
    <div className="flex h-full flex-col gap-4 p-6">
      <h2 className="text-xl font-semibold">{channel?.name}</h2>
      <ul aria-label="Messages" className="flex flex-1 flex-col gap-3 overflow-y-auto">
        {inOrder.map((message) => (
          <li key={message.id}>
            <p className="text-xs text-muted">
              <span className="font-medium text-text">{message.writer}</span> {formatTime(message.createdAt)}
            </p>
            <p className="whitespace-pre-wrap">{message.text}</p>
          </li>
        ))}
      </ul>
      <Composer
        key={id}
        label="Message"
        action="Send"
        onSend={(text) => messages.create({ channel: id, writer: user?.name ?? "Visitor", text })}
      />
    </div>
  );
}

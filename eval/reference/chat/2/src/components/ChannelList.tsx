import { useTable } from "@edgewright/app-kit";
import { NavLink } from "react-router";
import type { Channel, Message } from "../data/chat";
import { cn } from "../lib/cn";
import { Composer } from "./Composer";

/** All channels with the number of their messages, and a line to add one. */
export function ChannelList() {
  const channels = useTable<Channel>("channels");
  const messages = useTable<Message>("messages");
  const countOf = (channel: string) => messages.rows.filter((message) => message.channel === channel).length;

  return (
    <aside className="flex w-64 shrink-0 flex-col gap-4 border-r border-border p-4">
      <h1 className="text-base font-semibold">Team chat</h1>
      <nav aria-label="Channels" className="flex flex-1 flex-col gap-0.5">
        {channels.rows.map((channel) => (
          <NavLink
            key={channel.id}
            to={`/channels/${channel.id}`}
            className={({ isActive }) =>
              cn("flex justify-between rounded-control px-2.5 py-1.5", isActive ? "bg-accent/10 text-accent" : "hover:bg-text/5")
            }
          >
            <span># {channel.name}</span>
            <span className="text-muted tabular-nums">{countOf(channel.id)}</span>
          </NavLink>
        ))}
      </nav>
      <Composer label="New channel" action="Add" onSend={(name) => channels.create({ name })} />
    </aside>
  );
}

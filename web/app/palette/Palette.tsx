/** ⌘K: reaches every project, screen and action by a few letters. */
import { Dialog } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { useState } from "react";
import { useNavigate } from "react-router";
import { cn } from "../components/cn.ts";
import { backdropClass, dialogClass } from "../components/Dialog.tsx";
import { Kbd } from "../components/Kbd.tsx";
import { useMe } from "../session.ts";
import { type Command as Entry, setPaletteOpen, usePalette } from "./commands.ts";
import { useOrganizationCommands } from "./organization-commands.ts";
import { accountCommands, screenCommands } from "./own-commands.ts";
import { useProjectCommands } from "./project-commands.ts";

export default function Palette() {
  const { open, commands } = usePalette();
  const me = useMe();
  const navigate = useNavigate();
  const [search, setSearch] = useState("");
  const projects = useProjectCommands(open && me !== null, navigate);
  const organizations = useOrganizationCommands(open && me !== null);
  const close = (next: boolean) => {
    setPaletteOpen(next);
    if (!next) setSearch("");
  };
  const all = [...commands, ...screenCommands(me !== null, navigate), ...projects, ...organizations, ...accountCommands(me !== null)];
  const groups = Object.entries(Object.groupBy(all, (entry) => entry.group));
  return (
    <Dialog.Root open={open} onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClass} />
        <Dialog.Popup className={cn(dialogClass, "top-[14vh] max-w-xl overflow-hidden")} aria-label="Commands">
          <Command label="Commands" loop>
            <Command.Input
              autoFocus
              value={search}
              onValueChange={setSearch}
              placeholder="Go to a project, or do something"
              className="h-12 w-full border-b border-border bg-transparent px-4 text-[0.9375rem] outline-none placeholder:text-muted"
            />
            <Command.List className="max-h-[min(24rem,60vh)] scroll-py-1 overflow-y-auto p-1">
              <Command.Empty className="px-3 py-8 text-center text-muted">Nothing is called “{search}”.</Command.Empty>
              {groups.map(([group, entries]) => (
                <Command.Group
                  key={group}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted"
                >
                  {entries?.map((entry) => (
                    <Item key={entry.id} entry={entry} onDone={() => close(false)} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const Item = ({ entry, onDone }: { entry: Entry; onDone: () => void }) => (
  <Command.Item
    value={`${entry.label} ${entry.id}`}
    keywords={entry.keywords}
    disabled={Boolean(entry.disabledReason)}
    onSelect={() => {
      onDone();
      entry.run();
    }}
    className="flex h-9 cursor-default items-center gap-3 rounded-control px-3 data-[disabled=true]:opacity-60 data-[selected=true]:bg-text/6 pointer-coarse:h-11"
  >
    <span className="flex-1 truncate">{entry.label}</span>
    {entry.disabledReason && <span className="text-sm text-muted">{entry.disabledReason}</span>}
    {entry.keys && <Kbd keys={entry.keys} />}
  </Command.Item>
);

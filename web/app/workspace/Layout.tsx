/** Chat and tabs side by side with a bar to drag between them; on a phone one of them at a time, chosen at the foot. */
import { Group, Panel, Separator } from "react-resizable-panels";
import { cn } from "../components/cn.ts";
import { ChatPane } from "./chat/ChatPane.tsx";
import { PhoneTabs } from "./PhoneTabs.tsx";
import { TabArea } from "./TabArea.tsx";
import { useWorkspace } from "./WorkspaceContext.tsx";

const CHAT_WIDTH = 420;
const CHAT = "workspace-chat";
const AREA = "workspace-area";

export function Layout() {
  const { place } = useWorkspace();
  const chat = place.tab === null;
  return (
    <>
      <Group
        id="workspace"
        orientation="horizontal"
        className={cn(
          "min-h-0 flex-1",
          // A frame would take the pointer away from the bar that is dragged over it.
          "has-data-[separator=active]:[&_iframe]:pointer-events-none",
          chat ? "max-md:[&>#workspace-area]:hidden!" : "max-md:[&>#workspace-chat]:hidden!",
        )}
      >
        <Panel id={CHAT} defaultSize={CHAT_WIDTH} minSize={300} maxSize="60%" groupResizeBehavior="preserve-pixel-size">
          <ChatPane />
        </Panel>
        <Separator
          aria-label="Width of the chat"
          className="w-px bg-border outline-none transition-colors data-[separator=active]:bg-border-strong data-[separator=hover]:bg-border-strong focus-visible:bg-accent max-md:hidden"
        />
        <Panel id={AREA} minSize={320}>
          <TabArea />
        </Panel>
      </Group>
      <PhoneTabs />
    </>
  );
}

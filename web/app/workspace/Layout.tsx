/** Chat and tabs side by side with a bar to drag between them; on a phone one of them at a time, chosen at the foot. */
import type { CSSProperties } from "react";
import { cn } from "../components/cn.ts";
import { ChatPane } from "./chat/ChatPane.tsx";
import { PhoneTabs } from "./PhoneTabs.tsx";
import { TabArea } from "./TabArea.tsx";
import { useSplit } from "./use-split.ts";
import { useWorkspace } from "./WorkspaceContext.tsx";

const CHAT_WIDTH = { initial: 420, min: 300, minRight: 320 };

export function Layout() {
  const { place } = useWorkspace();
  const { width, dragging, separator } = useSplit(CHAT_WIDTH);
  const chat = place.tab === null;
  return (
    <>
      <div
        style={{ "--chat-width": `${width}px` } as CSSProperties}
        className={cn(
          "flex min-h-0 flex-1",
          // A frame would take the pointer away from the bar that is dragged over it.
          dragging && "select-none [&_iframe]:pointer-events-none",
        )}
      >
        <div className={cn("min-w-0 shrink-0 md:w-(--chat-width) md:max-w-[60%] max-md:w-full", !chat && "max-md:hidden")}>
          <ChatPane />
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved */}
        <div
          role="separator"
          aria-label="Width of the chat"
          {...separator}
          className={cn(
            "relative w-px shrink-0 cursor-col-resize touch-none outline-none transition-colors after:absolute after:inset-y-0 after:-inset-x-1.5 after:z-10 hover:bg-border-strong focus-visible:bg-accent max-md:hidden",
            dragging ? "bg-border-strong" : "bg-border",
          )}
        />
        <div className={cn("min-w-0 flex-1", chat && "max-md:hidden")}>
          <TabArea />
        </div>
      </div>
      <PhoneTabs />
    </>
  );
}

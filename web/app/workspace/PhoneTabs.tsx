/** On a phone, the foot of the screen: chat or one of the tabs. */
import { Clock, CodeXml, GitBranch, MessageSquare, Monitor, Table2, Zap } from "lucide-react";
import { cn } from "../components/cn.ts";
import type { Tab } from "./location.ts";
import { useWorkspace } from "./WorkspaceContext.tsx";

const ITEMS: { tab: Tab | null; label: string; Icon: typeof Clock }[] = [
  { tab: null, label: "Chat", Icon: MessageSquare },
  { tab: "preview", label: "Preview", Icon: Monitor },
  { tab: "code", label: "Code", Icon: CodeXml },
  { tab: "data", label: "Data", Icon: Table2 },
  { tab: "history", label: "History", Icon: Clock },
  { tab: "automations", label: "Automate", Icon: Zap },
  { tab: "github", label: "GitHub", Icon: GitBranch },
];

export function PhoneTabs() {
  const { place, go } = useWorkspace();
  return (
    <nav
      aria-label="Parts of the workspace"
      className="flex shrink-0 border-t border-border bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {ITEMS.map(({ tab, label, Icon }) => {
        const current = place.tab === tab;
        return (
          <button
            key={label}
            type="button"
            aria-current={current ? "page" : undefined}
            onClick={() => go({ tab })}
            className={cn(
              "flex h-12 flex-1 flex-col items-center justify-center gap-0.5 text-xs",
              current ? "font-medium text-text" : "text-muted",
            )}
          >
            <Icon aria-hidden="true" className="size-4.5" />
            {label}
          </button>
        );
      })}
    </nav>
  );
}

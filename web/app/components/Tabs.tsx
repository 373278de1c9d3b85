/** Tabs over one place. The value is the caller's, so an address can hold it. The arrow keys go from tab to tab. */
import { createContext, type KeyboardEvent, type ReactNode, use, useId } from "react";
import { cn } from "./cn.ts";

interface TabsProps {
  value: string;
  onChange: (value: string) => void;
  tabs: { value: string; label: ReactNode; disabled?: boolean }[];
  /** Right of the tabs. */
  aside?: ReactNode;
  label: string;
  className?: string;
  children?: ReactNode;
}

const TabsContext = createContext({ value: "", id: "" });

export function Tabs({ value, onChange, tabs, aside, label, className, children }: TabsProps) {
  const id = useId();
  return (
    <TabsContext value={{ value, id }}>
      <div className={cn("flex min-h-0 flex-col", className)}>
        <div className="flex h-10 shrink-0 items-center gap-2 border-b border-border px-2">
          <div role="tablist" aria-label={label} onKeyDown={moveFocus} className="flex h-full min-w-0 items-center gap-0.5 overflow-x-auto">
            {tabs.map((tab) => (
              <button
                key={tab.value}
                type="button"
                role="tab"
                id={`${id}-${tab.value}`}
                aria-selected={tab.value === value}
                aria-controls={`${id}-${tab.value}-panel`}
                tabIndex={tab.value === value ? 0 : -1}
                disabled={tab.disabled}
                onClick={() => onChange(tab.value)}
                className="relative flex h-full items-center gap-1.5 px-2.5 font-medium whitespace-nowrap text-muted transition-colors after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 hover:text-text focus-visible:-outline-offset-4 disabled:opacity-50 aria-selected:text-text aria-selected:after:bg-text"
              >
                {tab.label}
              </button>
            ))}
          </div>
          {aside && <div className="ml-auto flex items-center gap-1">{aside}</div>}
        </div>
        {children}
      </div>
    </TabsContext>
  );
}

/** Focus goes round; what has it is shown once it is pressed. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]:not(:disabled)')];
  const at = tabs.findIndex((tab) => tab.matches(":focus"));
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  tabs.at(to % tabs.length)?.focus();
}

interface TabPanelProps {
  value: string;
  className?: string;
  children: ReactNode;
  /** Out of sight it keeps its state. */
  keepMounted?: boolean;
}

export function TabPanel({ value, className, children, keepMounted = false }: TabPanelProps) {
  const tabs = use(TabsContext);
  const shown = tabs.value === value;
  if (!shown && !keepMounted) return null;
  return (
    <div
      role="tabpanel"
      id={`${tabs.id}-${value}-panel`}
      aria-labelledby={`${tabs.id}-${value}`}
      hidden={!shown}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel whose content takes no focus must be reached by the keys to be scrolled
      tabIndex={0}
      className={cn("min-h-0 flex-1 outline-none", className)}
    >
      {children}
    </div>
  );
}

/** Tabs over one place. The value is the caller's, so an address can hold it. */
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
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

export function Tabs({ value, onChange, tabs, aside, label, className, children }: TabsProps) {
  return (
    <Base.Root value={value} onValueChange={onChange} className={cn("flex min-h-0 flex-col", className)}>
      <div className="flex h-10 shrink-0 items-center gap-2 border-b border-border px-2">
        <Base.List aria-label={label} className="relative flex h-full min-w-0 items-center gap-0.5 overflow-x-auto">
          {tabs.map((tab) => (
            <Base.Tab
              key={tab.value}
              value={tab.value}
              disabled={tab.disabled}
              className="flex h-7 items-center gap-1.5 rounded-control px-2.5 font-medium whitespace-nowrap text-muted transition-colors hover:text-text data-active:text-text data-disabled:opacity-50"
            >
              {tab.label}
            </Base.Tab>
          ))}
          <Base.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-text transition-[translate,width]" />
        </Base.List>
        {aside && <div className="ml-auto flex items-center gap-1">{aside}</div>}
      </div>
      {children}
    </Base.Root>
  );
}

export const TabPanel = ({
  value,
  className,
  children,
  keepMounted,
}: {
  value: string;
  className?: string;
  children: ReactNode;
  keepMounted?: boolean;
}) => (
  <Base.Panel value={value} keepMounted={keepMounted} className={cn("min-h-0 flex-1 outline-none", className)}>
    {children}
  </Base.Panel>
);

import {
  CalendarDays,
  ChartColumn,
  CircleAlert,
  FilePenLine,
  House,
  LayoutGrid,
  type LucideIcon,
  SquareKanban,
  Table2,
} from "lucide-react";
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { cn } from "../lib/cn";
import { Notices } from "./Notices";
import { SampleNotice } from "./SampleNotice";

const icons = {
  home: House,
  list: Table2,
  board: SquareKanban,
  calendar: CalendarDays,
  chart: ChartColumn,
  form: FilePenLine,
  alert: CircleAlert,
  grid: LayoutGrid,
} satisfies Record<string, LucideIcon>;

/** `icon`: one of those above, or one of its own. */
export type Screen = { path: string; title: string; icon: keyof typeof icons | LucideIcon };

type Props = {
  name: string;
  icon?: LucideIcon;
  screens: Screen[];
  /** The tables that may have sample rows. */
  samples?: readonly string[];
  children: ReactNode;
};

/** The frame around every screen: the app's name and its navigation, beside the content or, on a phone, below it. With one screen, the name stands above. */
export function Shell({ name, icon: Icon, screens, samples = [], children }: Props) {
  const hasWays = screens.length > 1;
  return (
    <div className={cn("flex min-h-dvh flex-col", hasWays && "md:flex-row")}>
      <aside
        className={cn(
          "border-border",
          hasWays
            ? "max-md:border-b md:sticky md:top-0 md:flex md:h-dvh md:w-56 md:shrink-0 md:flex-col md:border-r md:p-3"
            : "border-b sm:px-4",
        )}
      >
        <p className={cn("flex items-center gap-2.5 px-4 py-3 font-semibold", hasWays && "md:px-2.5 md:pb-5")}>
          <span aria-hidden className="grid size-7 shrink-0 place-items-center rounded-control bg-accent text-xs text-on-accent">
            {Icon ? <Icon className="size-4" /> : name.charAt(0).toUpperCase()}
          </span>
          {name}
        </p>
        {hasWays && <Navigation screens={screens} />}
      </aside>
      <main className={cn("min-w-0 flex-1", hasWays && "max-md:pb-20")}>
        {samples.length > 0 && <SampleNotice tables={samples} />}
        {children}
      </main>
      <Notices />
    </div>
  );
}

function Navigation({ screens }: { screens: Screen[] }) {
  return (
    <nav
      aria-label="Screens"
      className="z-10 flex gap-0.5 border-border bg-background max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:overflow-x-auto max-md:border-t max-md:px-2 max-md:pt-1 max-md:pb-[max(0.25rem,env(safe-area-inset-bottom))] md:flex-col"
    >
      {screens.map((screen) => (
        <NavigationLink key={screen.path} screen={screen} />
      ))}
    </nav>
  );
}

function NavigationLink({ screen }: { screen: Screen }) {
  const Icon = typeof screen.icon === "string" ? icons[screen.icon] : screen.icon;
  return (
    <NavLink
      to={screen.path}
      end={screen.path === "/"}
      className={({ isActive }) =>
        cn(
          "flex flex-1 items-center gap-2.5 rounded-control px-2.5 py-1.5 transition-colors md:flex-none",
          "max-md:min-w-18 max-md:flex-col max-md:gap-0.5 max-md:px-1 max-md:text-center max-md:text-xs/3.5",
          isActive ? "font-medium text-accent md:bg-accent/8" : "text-muted hover:bg-text/5 hover:text-text",
        )
      }
    >
      <Icon aria-hidden className="size-4.5 shrink-0" />
      {screen.title}
    </NavLink>
  );
}

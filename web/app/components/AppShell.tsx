/** The frame of every page: header, then the page. The workspace fills the header's slots and the whole height. */
import { ChevronDown, Search } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { OrganizationSwitcher } from "../organizations/OrganizationSwitcher.tsx";
import { setPaletteOpen } from "../palette/commands.ts";
import { useMe, useRootData } from "../session.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Button, buttonClass } from "./Button.tsx";
import { cn } from "./cn.ts";
import { Kbd } from "./Kbd.tsx";
import { Mark } from "./Mark.tsx";
import { Menu } from "./Menu.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";
import { Tooltip } from "./Tooltip.tsx";

interface AppShellProps {
  /** After the organization's name: the project, and the items of its menu. */
  project?: { name: string; organization: { id: string; name: string }; menu?: ReactNode };
  /** Beside the project's name, such as "v7 · live". */
  status?: ReactNode;
  /** Right side, before ⌘K. */
  actions?: ReactNode;
  /** The page fills the window and scrolls inside of itself. */
  fill?: boolean;
  children: ReactNode;
}

export function AppShell({ project, status, actions, fill = false, children }: AppShellProps) {
  return (
    <div className={cn("flex flex-col", fill ? "h-dvh overflow-hidden" : "min-h-dvh")}>
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-raised px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <header className="flex h-12 shrink-0 items-center gap-3 border-b border-border bg-surface px-3 sm:px-4">
        <Crumbs project={project} />
        {status && <div className="shrink-0 text-sm whitespace-nowrap text-muted">{status}</div>}
        <div className="ml-auto flex shrink-0 items-center gap-1">
          {actions && <div className="mr-1 flex items-center gap-2">{actions}</div>}
          <Commands hiddenOnPhone={Boolean(project)} />
          <ThemeSwitch />
          <Account />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={cn("flex flex-1 flex-col outline-none", fill && "min-h-0")}>
        {children}
      </main>
    </div>
  );
}

const Commands = ({ hiddenOnPhone }: { hiddenOnPhone: boolean }) => (
  <Tooltip label="Commands">
    <Button
      variant="ghost"
      aria-label="Commands"
      onClick={() => setPaletteOpen(true)}
      className={cn("px-2! max-sm:w-10", hiddenOnPhone && "max-sm:hidden")}
    >
      <Search aria-hidden="true" />
      <span className="max-sm:hidden">
        <Kbd keys="mod+k" />
      </span>
    </Button>
  </Tooltip>
);

function Crumbs({ project }: Pick<AppShellProps, "project">) {
  const me = useMe();
  return (
    <nav aria-label="Where you are" className="flex min-w-0 items-center gap-2">
      <Link to="/" className="flex items-center gap-2 rounded-control font-semibold">
        <Mark />
        <span className={cn(project && "sr-only lg:not-sr-only")}>Edgewright</span>
      </Link>
      {me && (
        <span className={cn("flex min-w-0 items-center gap-2", project && "max-md:hidden")}>
          <Slash />
          <OrganizationSwitcher shown={project?.organization ?? me.organization} />
        </span>
      )}
      {project && (
        <>
          <Slash />
          {project.menu ? (
            <ProjectMenu name={project.name} items={project.menu} />
          ) : (
            <span className="truncate font-medium">{project.name}</span>
          )}
        </>
      )}
    </nav>
  );
}

const ProjectMenu = ({ name, items }: { name: string; items: ReactNode }) => (
  <Menu
    align="start"
    trigger={
      <button
        type="button"
        className="-mx-1.5 flex h-7 min-w-0 items-center gap-1 rounded-control px-1.5 font-medium transition-colors hover:bg-text/6 data-popup-open:bg-text/6"
      >
        <span className="truncate">{name}</span>
        <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
      </button>
    }
  >
    {items}
  </Menu>
);

const Slash = () => (
  <span aria-hidden="true" className="text-border-strong">
    /
  </span>
);

function Account() {
  const root = useRootData();
  // Unknown on an error page: who is signed in could not be found out.
  if (!root) return null;
  if (root.me) return <AccountMenu me={root.me} />;
  return (
    <div className="ml-1 flex items-center gap-2">
      <Link to="/sign-in" className={buttonClass({ variant: "ghost" })}>
        Sign in
      </Link>
      <Link to="/sign-up" className={buttonClass({ variant: "secondary" })}>
        Sign up
      </Link>
    </div>
  );
}

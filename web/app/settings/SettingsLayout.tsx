/** Left list, right form; on a phone the list lies above. Used by /settings, and by a project's settings. */
import type { ReactNode } from "react";
import { NavLink } from "react-router";

interface SettingsLayoutProps {
  title: string;
  groups: { label?: string; links: { to: string; label: string; end?: boolean }[] }[];
  children: ReactNode;
}

export const SettingsLayout = ({ title, groups, children }: SettingsLayoutProps) => (
  <div className="mx-auto flex w-full max-w-4xl gap-x-12 px-4 py-8 max-md:flex-col sm:px-6">
    <nav aria-label={title} className="shrink-0 max-md:mb-6 md:sticky md:top-8 md:w-48 md:self-start">
      <h1 className="mb-4 text-xl/7 font-semibold max-md:mb-3 md:px-2 tracking-tight">{title}</h1>
      <div className="flex gap-1 max-md:-mx-2 max-md:overflow-x-auto md:flex-col">
        {groups.map((group) => (
          <div key={group.label ?? ""} className="flex gap-1 md:mb-3 md:flex-col md:gap-0.5">
            {group.label && <p className="px-2 pb-1 text-sm text-muted max-md:hidden">{group.label}</p>}
            {group.links.map((link) => (
              <NavLink
                key={link.to}
                to={link.to}
                end={link.end}
                prefetch="intent"
                className="flex h-8 items-center rounded-control px-2 whitespace-nowrap text-muted transition-colors hover:bg-text/4 hover:text-text aria-[current=page]:bg-text/6 aria-[current=page]:font-medium aria-[current=page]:text-text pointer-coarse:h-10"
              >
                {link.label}
              </NavLink>
            ))}
          </div>
        ))}
      </div>
    </nav>
    <div className="min-w-0 max-w-xl flex-1 md:pt-1">{children}</div>
  </div>
);

/** Left list, right form; on a phone the list is a menu above. Used by /settings. A page with `data-wide` takes all of the width. */
import { ChevronDown } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { NavLink, useLocation } from "react-router";
import { Menu, MenuLink, MenuNote } from "../components/Menu.tsx";

interface SettingsLink {
  to: string;
  label: string;
  end?: boolean;
}

interface SettingsLayoutProps {
  title: string;
  groups: { label: string; links: SettingsLink[] }[];
  children: ReactNode;
}

export const SettingsLayout = ({ title, groups, children }: SettingsLayoutProps) => (
  <div className="mx-auto flex w-full max-w-5xl gap-x-12 px-4 py-8 max-md:flex-col max-md:pt-5 sm:px-6">
    <nav aria-label={title} className="shrink-0 max-md:mb-6 md:sticky md:top-8 md:w-48 md:self-start">
      <h1 className="mb-4 text-xl/7 font-semibold tracking-tight max-md:mb-3 md:px-2">{title}</h1>
      <PhoneMenu groups={groups} />
      <div className="flex flex-col max-md:hidden">
        {groups.map((group) => (
          <div key={group.label} className="mb-4 flex flex-col gap-0.5">
            <p className="truncate px-2 pb-1 text-sm text-muted">{group.label}</p>
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
    <div className="min-w-0 max-w-xl flex-1 has-data-wide:max-w-none md:pt-1">{children}</div>
  </div>
);

/** Where one is, and the way to the others. */
function PhoneMenu({ groups }: Pick<SettingsLayoutProps, "groups">) {
  const { pathname } = useLocation();
  const here = groups.flatMap(({ label, links }) => links.map((link) => ({ ...link, group: label }))).find(({ to }) => to === pathname);
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className="flex h-10 w-full items-center gap-2 rounded-control border border-border-strong bg-surface px-3 text-left md:hidden"
        >
          <span className="min-w-0 flex-1 truncate">
            <span className="text-muted">{here?.group} / </span>
            <span className="font-medium">{here?.label}</span>
          </span>
          <ChevronDown aria-hidden="true" className="size-4 text-muted" />
        </button>
      }
    >
      {groups.map(({ label, links }) => (
        <Fragment key={label}>
          <MenuNote>{label}</MenuNote>
          {links.map((link) => (
            <MenuLink key={link.to} to={link.to} aria-current={link.to === pathname ? "page" : undefined}>
              <span className={link.to === pathname ? "font-semibold" : undefined}>{link.label}</span>
            </MenuLink>
          ))}
        </Fragment>
      ))}
    </Menu>
  );
}

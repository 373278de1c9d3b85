/** The person's menu in the header: settings, theme, sign out. */
import type { Me } from "@edgewright/contracts";
import { Code, LogOut, Monitor, Moon, Settings, Sun } from "lucide-react";
import { signOut } from "../account/sign-out.ts";
import { applyTheme } from "../theme/theme.ts";
import { Avatar } from "./Avatar.tsx";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "./Menu.tsx";

export const AccountMenu = ({ me }: { me: Me }) => (
  <Menu
    trigger={
      <button
        type="button"
        aria-label="Your account"
        className="ml-1 rounded-full transition-opacity hover:opacity-80 data-popup-open:opacity-80"
      >
        <Avatar name={me.user.name || me.user.email} image={me.user.image} className="size-7 text-sm pointer-coarse:size-9" />
      </button>
    }
  >
    <div className="px-2 py-1.5">
      <p className="truncate font-medium">{me.user.name}</p>
      <p className="truncate text-sm text-muted">{me.user.email}</p>
    </div>
    <MenuSeparator />
    <MenuLink to="/settings" icon={<Settings aria-hidden="true" />}>
      Settings
    </MenuLink>
    <MenuItem icon={<Code aria-hidden="true" />} onClick={() => window.open("/api/docs", "_blank")}>
      API reference
    </MenuItem>
    <MenuSeparator />
    <MenuItem icon={<Sun aria-hidden="true" />} onClick={() => applyTheme("light")}>
      Light
    </MenuItem>
    <MenuItem icon={<Moon aria-hidden="true" />} onClick={() => applyTheme("dark")}>
      Dark
    </MenuItem>
    <MenuItem icon={<Monitor aria-hidden="true" />} onClick={() => applyTheme("system")}>
      As the system
    </MenuItem>
    <MenuSeparator />
    <MenuItem icon={<LogOut aria-hidden="true" />} onClick={() => void signOut()}>
      Sign out
    </MenuItem>
  </Menu>
);

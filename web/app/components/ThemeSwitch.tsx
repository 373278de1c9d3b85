/** Turns light to dark and back. The palette and the account's menu offer "As the system" too. */
import { Moon, Sun } from "lucide-react";
import { applyTheme, shownTheme } from "../theme/theme.ts";
import { IconButton } from "./IconButton.tsx";

export const ThemeSwitch = () => (
  <IconButton label="Light or dark" className="max-sm:hidden" onClick={() => applyTheme(shownTheme() === "dark" ? "light" : "dark")}>
    <Moon aria-hidden="true" className="scheme-dark:hidden" />
    <Sun aria-hidden="true" className="scheme-light:hidden" />
  </IconButton>
);

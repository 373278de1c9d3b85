/** The screens of this app, in the order of its navigation. */
import type { Screen } from "./components/Shell";

export const screens = {
  welcome: { path: "/", title: "Welcome", icon: "home" },
} satisfies Record<string, Screen>;

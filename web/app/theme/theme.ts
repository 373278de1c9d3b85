/** The theme a person chose, kept in a cookie so that the first byte of a page is already right. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const COOKIE = "theme";
const YEAR = 31_536_000;

export function readTheme(cookies: string | null): Theme {
  const value = cookies?.match(/(?:^|;\s*)theme=([a-z]+)/)?.[1];
  return THEMES.find((theme) => theme === value) ?? "system";
}

export function applyTheme(theme: Theme) {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is not in every browser we support
  document.cookie = `${COOKIE}=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** What is seen now, whoever chose it. */
export function shownTheme(): "light" | "dark" {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

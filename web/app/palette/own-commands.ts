/** The palette's own entries: each screen, the theme, the account. */
import { signOut } from "../account/sign-out.ts";
import { applyTheme, type Theme } from "../theme/theme.ts";
import type { Command } from "./commands.ts";

type Go = (path: string) => unknown;

const theme = (id: Theme, label: string): Command => ({
  id: `theme-${id}`,
  label,
  group: "Theme",
  keywords: ["theme", "appearance", "mode"],
  run: () => applyTheme(id),
});

export function screenCommands(signedIn: boolean, go: Go): Command[] {
  const screen = (label: string, path: string, keywords: string[] = []): Command => ({
    id: path,
    label,
    group: "Go to",
    keywords,
    run: () => void go(path),
  });
  const account = signedIn
    ? [
        screen("New app", "/", ["create", "build", "project"]),
        screen("Projects", "/#projects", ["home", "all"]),
        screen("Profile", "/settings", ["settings", "name", "account", "picture", "e-mail"]),
        screen("Security", "/settings/security", ["settings", "password", "two-factor", "passkey", "google"]),
        screen("Sessions", "/settings/sessions", ["settings", "devices", "sign out"]),
        screen("Personal tokens", "/settings/personal-tokens", ["settings", "token", "key", "bearer"]),
        screen("Organization", "/settings/organization", ["settings", "general", "leave", "delete", "export", "retention"]),
        screen("Members", "/settings/members", ["settings", "people", "roles", "team"]),
        screen("Invites", "/settings/invites", ["settings", "people", "open"]),
        screen("Invite people", "/settings/invites?invite", ["add", "member", "team"]),
        screen("Domains", "/settings/domains", ["settings", "dns", "join"]),
        screen("API tokens of the organization", "/settings/tokens", ["settings", "token", "key", "bearer"]),
        screen("Models", "/settings/models", ["settings", "key", "provider", "ollama"]),
        screen("Usage and budgets", "/settings/usage", ["settings", "cost", "spend", "tokens", "limit"]),
      ]
    : [screen("Sign in", "/sign-in"), screen("Sign up", "/sign-up", ["create account"])];
  return [
    ...account,
    {
      id: "docs",
      label: "API reference",
      group: "Go to",
      keywords: ["docs", "openapi"],
      run: () => void window.open("/api/docs", "_blank"),
    },
  ];
}

export const accountCommands = (signedIn: boolean): Command[] => [
  theme("light", "Light"),
  theme("dark", "Dark"),
  theme("system", "As the system"),
  ...(signedIn ? [{ id: "sign-out", label: "Sign out", group: "Account", run: () => void signOut() }] : []),
];

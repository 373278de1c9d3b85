/** The settings of the person and of the organization. */
import { Outlet } from "react-router";
import { requireMe } from "../api/load.server.ts";
import { AppShell } from "../components/AppShell.tsx";
import { SettingsLayout } from "../settings/SettingsLayout.tsx";
import type { Route } from "./+types/settings.ts";

export const meta: Route.MetaFunction = () => [{ title: "Settings · Edgewright" }];

export const loader = (args: Route.LoaderArgs) => requireMe(args);

export default function SettingsRoute({ loaderData: me }: Route.ComponentProps) {
  return (
    <AppShell>
      <SettingsLayout
        title="Settings"
        groups={[
          {
            label: "You",
            links: [
              { to: "/settings", label: "Profile", end: true },
              { to: "/settings/security", label: "Security" },
              { to: "/settings/sessions", label: "Sessions" },
              { to: "/settings/personal-tokens", label: "Personal tokens" },
              { to: "/settings/activity", label: "Activity" },
            ],
          },
          {
            label: me.organization.name,
            links: [
              { to: "/settings/organization", label: "General" },
              { to: "/settings/members", label: "Members" },
              { to: "/settings/invites", label: "Invites" },
              { to: "/settings/domains", label: "Domains" },
              { to: "/settings/github", label: "GitHub" },
              { to: "/settings/tokens", label: "API tokens" },
              { to: "/settings/models", label: "Models" },
              { to: "/settings/usage", label: "Usage & budgets" },
              { to: "/settings/audit", label: "Audit log" },
            ],
          },
        ]}
      >
        <Outlet />
      </SettingsLayout>
    </AppShell>
  );
}

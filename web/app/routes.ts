/** Every address of the front end. */
import { index, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("routes/home.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-in/two-factor", "routes/two-factor.tsx"),
  route("sign-up", "routes/sign-up.tsx"),
  route("reset-password", "routes/reset-password.tsx"),
  route("reset-password/new", "routes/reset-password.new.tsx"),
  route("confirm", "routes/confirm.tsx"),
  route("invite", "routes/invite.tsx"),
  route("github/connected", "routes/github.connected.tsx"),
  route("projects/:slug", "routes/project.tsx"),
  route("projects/:slug/open", "routes/project.open.ts"),
  route("settings", "routes/settings.tsx", [
    index("routes/settings.profile.tsx"),
    route("security", "routes/settings.security.tsx"),
    route("sessions", "routes/settings.sessions.tsx"),
    route("personal-tokens", "routes/settings.personal-tokens.tsx"),
    route("organization", "routes/settings.organization.tsx"),
    route("members", "routes/settings.members.tsx"),
    route("invites", "routes/settings.invites.tsx"),
    route("domains", "routes/settings.domains.tsx"),
    route("github", "routes/settings.github.tsx"),
    route("tokens", "routes/settings.tokens.tsx"),
    route("models", "routes/settings.models.tsx"),
    route("usage", "routes/settings.usage.tsx"),
    route("audit", "routes/settings.audit.tsx"),
    route("activity", "routes/settings.activity.tsx"),
  ]),
  route("dev/mail", "routes/dev.mail.tsx"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;

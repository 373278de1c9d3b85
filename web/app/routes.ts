/** Every address of the front end. */
import { index, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("routes/home.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-up", "routes/sign-up.tsx"),
  route("projects/:slug", "routes/project.tsx"),
  route("settings", "routes/settings.tsx", [
    index("routes/settings.profile.tsx"),
    route("models", "routes/settings.models.tsx"),
    route("usage", "routes/settings.usage.tsx"),
  ]),
  route("dev/mail", "routes/dev.mail.tsx"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;

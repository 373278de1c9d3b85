/** The document around every page, and what every page knows: who is signed in, and the chosen theme. */
import { CSPProvider } from "@base-ui/react/csp-provider";
import type { ReactNode } from "react";
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "react-router";
import type { Route } from "./+types/root.ts";
import { loadMe } from "./api/load.server.ts";
import { NavigationBar } from "./components/NavigationBar.tsx";
import { RouteError } from "./components/RouteError.tsx";
import { ToasterHost } from "./components/ToasterHost.tsx";
import { NONCE } from "./document.ts";
import { EarlyInput } from "./early-input.tsx";
import { PaletteHost } from "./palette/PaletteHost.tsx";
import { type RootData, useRootData } from "./session.ts";
import "./theme.css";
import { readTheme } from "./theme/theme.ts";

export const meta: Route.MetaFunction = () => [{ title: "Edgewright" }];

export const links: Route.LinksFunction = () => [{ rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }];

export async function loader(args: Route.LoaderArgs): Promise<RootData> {
  const { headers } = args.request;
  const mac = /Mac OS X|iPhone|iPad/.test(headers.get("user-agent") ?? "");
  return { me: await loadMe(args), theme: readTheme(headers.get("cookie")), mac };
}

export function Layout({ children }: { children: ReactNode }) {
  const theme = useRootData()?.theme ?? "system";
  // The browser hides a script's nonce, and shows an empty one in its place. Style sheets need none.
  const nonce = typeof document === "undefined" ? undefined : "";
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <EarlyInput />
        <Meta />
        <Links nonce="" />
      </head>
      <body>
        <CSPProvider nonce={NONCE}>
          <div className="isolate">{children}</div>
          <NavigationBar />
          <PaletteHost />
          <ToasterHost />
        </CSPProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <RouteError error={error} />;
}

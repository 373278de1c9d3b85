/** What an app's page may load: all of its own, nothing from elsewhere but the hosts a person has confirmed. */
import type { AppHosts } from "@edgewright/contracts";

/**
 * Texts of the page itself (`data:`, `blob:`) leave it for nowhere, so they are open to everything but scripts of the page.
 * Modules are run by `eval`, on an origin that holds nothing but this app; scripts come from no other host at all.
 */
export function pagePolicy(hosts: AppHosts, workspaceOrigin: string): string {
  const secure = (list: readonly string[] = [], ...schemes: string[]) =>
    list.flatMap((host) => (host === "*" ? ["https:"] : schemes.map((scheme) => `${scheme}://${host}`)));
  const fonts = secure(hosts.font, "https");
  const rules: [name: string, ...sources: string[]][] = [
    ["default-src", "'self'"],
    ["script-src", "'self'", "'unsafe-inline'", "'unsafe-eval'", "blob:"],
    ["worker-src", "'self'", "blob:", "data:"],
    ["style-src", "'self'", "'unsafe-inline'", "blob:", ...fonts],
    ["font-src", "'self'", "data:", "blob:", ...fonts],
    ["img-src", "'self'", "data:", "blob:", ...secure(hosts.image, "https")],
    ["media-src", "'self'", "data:", "blob:", ...secure(hosts.media, "https")],
    ["connect-src", "'self'", "data:", "blob:", ...secure(hosts.connect, "https", "wss")],
    ["frame-src", "'self'", "data:", "blob:", ...secure(hosts.frame, "https")],
    ["object-src", "'none'"],
    ["form-action", "'self'"],
    ["base-uri", "'none'"],
    ["frame-ancestors", "'self'", workspaceOrigin],
  ];
  return rules.map((rule) => rule.join(" ")).join("; ");
}

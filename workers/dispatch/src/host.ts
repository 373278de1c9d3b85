/** Which project and channel a preview host names: `todo`, `todo--draft`, `todo--v3`. All of them show what is being built. */
import { type Channel, type Environment, WORKING_ENVIRONMENT } from "@edgewright/contracts";

export type PreviewHost = { label: string; slug: string; environment: Environment; channel: Channel };

const LABEL = /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)$/;
const CHANNEL = /^(.+)--(draft|v[1-9]\d{0,8})$/;

export function parseHost(host: string, previewOrigin: string): PreviewHost | null {
  const suffix = `.${new URL(previewOrigin).host}`;
  const lower = host.toLowerCase();
  if (!lower.endsWith(suffix)) return null;
  const label = lower.slice(0, -suffix.length);
  if (!LABEL.test(label)) return null;
  const [, slug, channel] = CHANNEL.exec(label) ?? [];
  const environment = WORKING_ENVIRONMENT;
  return slug !== undefined
    ? { label, slug, environment, channel: channel as Channel }
    : { label, slug: label, environment, channel: "current" };
}

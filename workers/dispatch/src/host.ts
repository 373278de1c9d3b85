/** Which project and channel a host names: `todo`, `todo--draft`, `todo--v3`, `todo--pr-7` among the previews, which show what is being built; `todo` among the published apps. */
import { type Channel, type Environment, NAMED_CHANNEL, rowsOf, type Shown } from "@edgewright/contracts";

/** `rows`: where they are, and by the tables of which channel there they are seen. */
export type AppHostName = {
  label: string;
  slug: string;
  channel: Channel;
  rows: { environment: Environment; channel: Channel };
  shown: Shown;
};

const LABEL = /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)$/;
const CHANNEL = new RegExp(`^(.+)--(${NAMED_CHANNEL})$`);

type Origins = { PREVIEW_ORIGIN: string; APPS_ORIGIN: string };

export function parseHost(host: string, { PREVIEW_ORIGIN, APPS_ORIGIN }: Origins): AppHostName | null {
  const published = labelBelow(host, APPS_ORIGIN);
  if (published !== null) {
    const rows = { environment: "production", channel: "current" } as const;
    return { label: published, slug: published, channel: "current", rows, shown: "published" };
  }
  const label = labelBelow(host, PREVIEW_ORIGIN);
  if (label === null) return null;
  const [, slug = label, named = "current"] = CHANNEL.exec(label) ?? [];
  const channel = named as Channel;
  return { label, slug, channel, rows: rowsOf(channel), shown: channel };
}

function labelBelow(host: string, origin: string): string | null {
  const suffix = `.${new URL(origin).host}`;
  const lower = host.toLowerCase();
  const label = lower.endsWith(suffix) ? lower.slice(0, -suffix.length) : "";
  return LABEL.test(label) ? label : null;
}

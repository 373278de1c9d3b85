import type { ReactNode } from "react";
import { formatOption } from "../lib/format";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

const tones: Record<Tone, string> = {
  neutral: "bg-text/6 text-muted",
  info: "bg-info/12 text-info",
  success: "bg-success/12 text-success",
  warning: "bg-warning/14 text-warning",
  danger: "bg-danger/12 text-danger",
};

/** A short state, such as a priority or a stage. The word carries the meaning, the colour only helps. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`inline-flex rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap ${tones[tone]}`}>{children}</span>;
}

/** The chosen one of a list of options; nothing when none is. */
export function OptionBadge<V extends string>({ value, tones }: { value: V | null; tones?: Record<V, Tone> }) {
  return value ? <Badge tone={tones?.[value]}>{formatOption(value)}</Badge> : null;
}

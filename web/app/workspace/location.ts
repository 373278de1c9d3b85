/** What the address says the workspace shows: `?tab=&file=&line=&version=&table=&view=&as=&in=`. A link shows what its sender saw. */
import type { SeenAs } from "@edgewright/contracts";
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

export const TABS = ["preview", "code", "data", "history", "automations", "github"] as const;
export type Tab = (typeof TABS)[number];

/** Of the history, beside its versions. */
export const HISTORY_VIEWS = ["snapshots", "deployments"] as const;
export type HistoryView = (typeof HISTORY_VIEWS)[number];

/** `tab` null: nothing chosen yet, which is the preview beside the chat, or the chat alone on a phone. `version` null: the current one. `view` null: of the history, its versions. `as` null: as oneself. */
export type Place = {
  tab: Tab | null;
  file: string | null;
  line: number | null;
  version: number | null;
  table: string | null;
  view: HistoryView | null;
  as: SeenAs | null;
  /** Of the automations: where they run; null: in the preview. */
  in: "production" | null;
};

const NUMBER = /^[1-9]\d{0,8}$/;
const numberOf = (value: string | null) => (value !== null && NUMBER.test(value) ? Number(value) : null);

export function readPlace(params: URLSearchParams): Place {
  const tab = TABS.find((name) => name === params.get("tab")) ?? null;
  return {
    tab,
    file: params.get("file"),
    line: numberOf(params.get("line")),
    version: numberOf(params.get("version")),
    table: params.get("table"),
    view: HISTORY_VIEWS.find((name) => name === params.get("view")) ?? null,
    as: params.get("as"),
    in: params.get("in") === "production" ? "production" : null,
  };
}

export function writePlace(params: URLSearchParams, patch: Partial<Place>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null || value === undefined) next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}

export type Go = (patch: Partial<Place>, options?: { replace?: boolean }) => void;

export function usePlace(): { place: Place; go: Go } {
  const [params, setParams] = useSearchParams();
  const place = useMemo(() => readPlace(params), [params]);
  const go = useCallback<Go>(
    (patch, { replace = false } = {}) => setParams((before) => writePlace(before, patch), { replace, preventScrollReset: true }),
    [setParams],
  );
  return { place, go };
}

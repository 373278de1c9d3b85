/** Stands in for @edgewright/app-kit while an app is booted: tables that load, then tables without rows. No network, no data. */
import type { TableState } from "@edgewright/app-kit";
import { useState } from "react";

export { fold } from "@edgewright/app-kit/fold";

type Status = "loading" | "ready";
let status: Status = "loading";

export const setTables = (to: Status): void => {
  status = to;
};

export class DataError extends Error {
  override readonly name = "DataError";
  readonly code: string;
  readonly fields: Record<string, string> | undefined;

  constructor(message: string, code = "unavailable", fields?: Record<string, string>) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

const refuse = async (): Promise<never> => {
  throw new DataError("There is no data while the app is checked.");
};

export const writeAll = refuse;

/** A hook here too, so that React minds where it is called. */
export function useTable(): TableState<object> {
  useState(0);
  const may = () => status === "ready";
  const can = { create: may(), update: may, delete: may, save: may };
  const writes = { create: refuse, update: refuse, save: refuse, upsert: refuse, increment: refuse, remove: refuse, restore: refuse };
  return { rows: [], total: 0, status, error: null, can, ...writes, reload: () => undefined };
}

export function useRow() {
  useState(0);
  return { row: null, status, error: null };
}

export function usePeople() {
  useState(0);
  return [];
}

/** Of no rows, each figure is 0. */
export function useTotals(_: string, { figures = {} }: { figures?: Record<string, unknown> } = {}) {
  useState(0);
  const all = Object.fromEntries(Object.keys(figures).map((name) => [name, 0]));
  return { all: status === "loading" ? null : all, groups: [], status, error: null, reload: () => undefined };
}

export function useUser() {
  useState(0);
  return status === "loading" ? null : { id: "usr_boot", name: "Robin Boot", email: "robin@example.com", role: "editor", access: "write" };
}

export function useAccess() {
  useState(0);
  return status === "loading" ? null : "write";
}

export function useSamples() {
  useState(0);
  return { count: 0, clear: refuse };
}

export const isSample = () => false;

export const fileUrl = () => "data:,";
export const uploadFile = refuse;

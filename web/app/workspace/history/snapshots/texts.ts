/** Snapshots in plain words. */
import type { SettingChange, SnapshotDetail, SnapshotReason } from "@edgewright/contracts";
import { count } from "../../../components/figures.ts";

export const REASONS: Record<SnapshotReason, string> = {
  by_hand: "Taken by hand",
  restore: "Before a restore",
  publish: "Before publishing",
  migration: "Before the tables changed",
  delete: "Before the project was deleted",
  rollback: "Before a rollback",
};

const SETTINGS: Record<string, string> = {
  name: "Name",
  model: "Model",
  planApproval: "Plans",
  fixRounds: "Repair rounds",
  jobBudget: "Budget of a job",
  autoFix: "Fix errors by itself",
  autoFixBudget: "Budget of a day for that",
};

const WORDS: Record<string, string> = { auto: "build at once", ask: "wait for approval" };
const EMPTY: Record<string, string> = { model: "the default", jobBudget: "no limit" };

function valueText(setting: string, value: SettingChange["now"]): string {
  if (value === null) return EMPTY[setting] ?? "none";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (setting.endsWith("udget")) return `$${value}`;
  return setting === "planApproval" ? (WORDS[String(value)] ?? String(value)) : String(value);
}

/** `Name: Errands → Tasks` */
export const settingText = ({ name, now, was }: SettingChange): string =>
  `${SETTINGS[name] ?? name}: ${valueText(name, now)} → ${valueText(name, was)}`;

type Changes = SnapshotDetail["changes"];

export function codeText(code: NonNullable<Changes["code"]>): string {
  if (code.from === code.to) return `v${code.to} is live, as it was then.`;
  const same = code.files === 0 ? "no file differs" : code.files === 1 ? "one file differs" : `${code.files} files differ`;
  return code.from === null ? `As v${code.to}.` : `v${code.from} now → as v${code.to}; ${same}.`;
}

/** `12 rows now → 9`; a table that is there on one side only says so. */
export function tableText({ now, was }: NonNullable<Changes["data"]>[number]): string {
  if (now === null) return `not there now → ${count(was ?? 0, "row")}`;
  if (was === null) return `${count(now, "row")} now → not there then`;
  return `${count(now, "row")} now → ${was.toLocaleString("en-US")}`;
}

/** What a snapshot holds, for its line in the list. */
export const holdsTexts = ({ version, tables }: { version: number | null; tables: number }): string[] =>
  version === null ? ["no version yet"] : [`v${version}`, tables === 0 ? "no tables" : count(tables, "table")];

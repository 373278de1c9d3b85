/** VersionSnapshots: a project as it was at one time, to roll back to in whole or in part. */
import { z } from "zod";
import { page } from "./http.ts";

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const SnapshotReason = z.enum(["by_hand", "restore", "publish", "migration", "delete", "rollback"]);
export type SnapshotReason = z.infer<typeof SnapshotReason>;

export const SnapshotPart = z.enum(["code", "data", "settings"]);
export type SnapshotPart = z.infer<typeof SnapshotPart>;

export const Snapshot = z.object({
  id: z.string(),
  at: z.string(),
  /** What it was made before, or by hand. */
  reason: SnapshotReason,
  note: z.string().nullable(),
  by: z.string(),
  version: z.number().int().nullable(),
  name: z.string(),
  tables: z.number().int(),
  deployments: z.array(z.object({ kind: z.string(), status: z.string(), version: z.number().int(), url: z.string() })),
  /** What it can bring back. */
  parts: z.object({ code: z.boolean(), data: z.boolean(), settings: z.boolean() }),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** A setting (or the name) that differs. */
export const SettingChange = z.object({ name: z.string(), now: Value, was: Value });
export type SettingChange = z.infer<typeof SettingChange>;

/** Taking one of code and data back without the other: what follows from it, and why it cannot be done, if it cannot. */
const Alone = z.object({ says: z.array(z.string()), refused: z.string().nullable() });

/** One snapshot, with what rolling back each part would change today; null: not kept. */
export const SnapshotDetail = Snapshot.extend({
  changes: z.object({
    /** `files` differ between the live version and the snapshot's. */
    code: z.object({ from: z.number().int().nullable(), to: z.number().int(), files: z.number().int() }).nullable(),
    /** Rows by table; null: no such table. */
    data: z.array(z.object({ name: z.string(), label: z.string(), now: z.number().nullable(), was: z.number().nullable() })).nullable(),
    settings: z.array(SettingChange),
  }),
  /** null: it makes no difference. */
  alone: z.object({ code: Alone.nullable(), data: Alone.nullable() }),
});
export type SnapshotDetail = z.infer<typeof SnapshotDetail>;
export const SnapshotPage = page(Snapshot);
export type SnapshotPage = z.infer<typeof SnapshotPage>;
export const CreateSnapshot = z.strictObject({ note: z.string().trim().max(200).optional() });
export type CreateSnapshot = z.infer<typeof CreateSnapshot>;
export const RollBack = z.strictObject({ parts: z.array(SnapshotPart).min(1, "Choose at least one part.") });
export type RollBack = z.infer<typeof RollBack>;
/** `undo` is the snapshot made just before: rolling back to it undoes this. `version` was made by it; `says` is what followed for tables and fields. */
export const RolledBack = z.object({
  parts: z.array(SnapshotPart),
  version: z.number().int().nullable(),
  undo: z.string(),
  says: z.array(z.string()),
});
export type RolledBack = z.infer<typeof RolledBack>;

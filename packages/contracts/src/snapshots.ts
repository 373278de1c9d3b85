/** VersionSnapshots: a project as it was at one time, to roll back to in whole or in part. */
import { z } from "zod";
import { page } from "./http.ts";

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
  /** What it can bring back, and what each part differs in from today; null: not kept. */
  parts: z.object({ code: z.boolean(), data: z.boolean(), settings: z.boolean() }),
});
export type Snapshot = z.infer<typeof Snapshot>;
export const SnapshotPage = page(Snapshot);
export type SnapshotPage = z.infer<typeof SnapshotPage>;
export const CreateSnapshot = z.strictObject({ note: z.string().trim().max(200).optional() });
export type CreateSnapshot = z.infer<typeof CreateSnapshot>;
export const RollBack = z.strictObject({ parts: z.array(SnapshotPart).min(1, "Choose at least one part.") });
export type RollBack = z.infer<typeof RollBack>;
/** `undo` is the snapshot made just before: rolling back to it undoes this. */
export const RolledBack = z.object({ parts: z.array(SnapshotPart), version: z.number().int().nullable(), undo: z.string() });
export type RolledBack = z.infer<typeof RolledBack>;

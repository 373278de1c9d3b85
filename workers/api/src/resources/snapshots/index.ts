/** Operations on snapshots. */
import type { Operation } from "../../http/operation.ts";
import { createSnapshot } from "./create-snapshot.ts";
import { getSnapshot } from "./get-snapshot.ts";
import { listSnapshots } from "./list-snapshots.ts";
import { rollBack } from "./roll-back.ts";

export const SNAPSHOTS: readonly Operation[] = [listSnapshots, createSnapshot, getSnapshot, rollBack];

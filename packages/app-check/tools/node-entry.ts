/** The checker for Node, bundled by build-types with the same cut compiler as the isolate's. */

import type { PackedTypes } from "@edgewright/app-check";
import { type Checker, createChecker } from "@edgewright/app-repair";
import ts from "typescript-core";

export const openChecker = (packed: string): Checker => createChecker(ts, JSON.parse(packed) as PackedTypes);

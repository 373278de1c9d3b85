/** The checker for Node, bundled by build-types with the same cut compiler as the isolate's. */
import ts from "typescript-core";
import { type Checker, createChecker, type PackedTypes } from "../../packages/builder/src/checker/index.ts";

export const openChecker = (packed: string): Checker => createChecker(ts, JSON.parse(packed) as PackedTypes);

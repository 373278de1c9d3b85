/** Operations on health. */
import type { Operation } from "../../http/operation.ts";
import { getHealth } from "./get-health.ts";

export const HEALTH: readonly Operation[] = [getHealth];

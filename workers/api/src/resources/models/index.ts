/** Operations on models. */
import type { Operation } from "../../http/operation.ts";
import { getModels } from "./get-models.ts";
import { getUsage } from "./get-usage.ts";
import { testModels } from "./test-models.ts";
import { updateBudgets } from "./update-budgets.ts";
import { updateModels } from "./update-models.ts";

export const MODELS: readonly Operation[] = [getModels, updateModels, testModels, getUsage, updateBudgets];

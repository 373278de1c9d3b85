/** Operations on variables of an app's server code. */
import type { Operation } from "../../http/operation.ts";
import { getVariables } from "./get-variables.ts";
import { updatePreviewVariables, updateProductionVariables } from "./update-variables.ts";

export const VARIABLES: readonly Operation[] = [getVariables, updatePreviewVariables, updateProductionVariables];

/** The app every project starts from: the shell, the components and the theme that generated apps carry as their own code. */
import type { FileMap } from "@edgewright/contracts";
import { TEMPLATE } from "./template.generated.ts";

export const templateFiles = (): FileMap => ({ ...TEMPLATE });

/** When two findings are one and the same: wherever in the file it has moved to. Used to notice that a repair goes in circles. */
import type { Finding } from "@edgewright/contracts";

export const findingIdentity = ({ file, code, message }: Finding): string => `${file}\n${code}\n${message}`;

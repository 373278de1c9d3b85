/** What the person who uses the app may do in it. */
import { useAccess } from "@edgewright/app-kit";

/** Whoever may only look is shown nothing to press that would be refused, not even while it is not known yet. */
export const useMayWrite = (): boolean => useAccess() === "write";

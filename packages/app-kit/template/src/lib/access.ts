/** What the person who uses the app may do in it. */
import { useUser } from "@edgewright/app-kit";

/** Whoever may only look is shown nothing to press that would be refused. */
export const useMayWrite = (): boolean => useUser()?.access !== "read";

/** What the person who uses the app may do in it. */
import { useAccess, useUser } from "@edgewright/app-kit";

/** Whoever may only look is shown nothing to press that would be refused, not even while it is not known yet. */
export const useMayWrite = (): boolean => useAccess() === "write";

/** Admins of the organization, to whom some rules leave what others may not do. */
export const useIsAdmin = (): boolean => useUser()?.role === "admin";

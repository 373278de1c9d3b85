/** What the person who uses the app may do in it. */
import { useAccess, useUser } from "@edgewright/app-kit";

/** Admins of the organization, to whom some rules leave what others may not do. */
export const useIsAdmin = (): boolean => useUser()?.role === "admin";

/** Whom a rule leaves something to: admins of the organization, or whoever added a row. Both where both are said, everyone where neither is. */
export type LeftTo = { adminsOnly?: boolean; author?: string | null };

/** Whoever may only look is shown nothing to press that would be refused, not even while it is not known yet. */
export function useMayWrite({ adminsOnly = false, author }: LeftTo = {}): boolean {
  const user = useUser();
  const mayWrite = useAccess() === "write";
  if (!adminsOnly && author === undefined) return mayWrite;
  return mayWrite && ((adminsOnly && user?.role === "admin") || (user !== null && author === user.id));
}

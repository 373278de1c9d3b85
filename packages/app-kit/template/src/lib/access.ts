/** What the person who uses the app may do in it. */
import { useAccess, useUser } from "@edgewright/app-kit";
import { useState } from "react";

/** Admins of the organization, to whom some rules leave what others may not do. */
export const useIsAdmin = (): boolean => useUser()?.role === "admin";

/** `may`: what the table says, such as `tasks.can.update(task)`. */
export type Allowed = { may?: boolean };

/** Whoever may only look is shown nothing to press that would be refused, not even while it is not known yet. */
export const useMayWrite = (may = true): boolean => useAccess() === "write" && may;

/** Whether they could do it since this was opened, and cannot any more. */
export function useHasEnded(may: boolean): boolean {
  const [could, setCould] = useState(may);
  if (may && !could) setCould(true);
  return could && !may;
}

/** Leads into another organization. The page is loaded anew, so that nothing of the last one stays in sight. */
import type { ApiFailure } from "../api/answer.ts";
import { call } from "../api/browser.ts";
import { leaveFor } from "../api/leave.ts";

/** Only comes back when it was refused. */
export async function switchOrganization(organizationId: string, to = "/"): Promise<ApiFailure | null> {
  const switched = await call("POST", `/api/orgs/${organizationId}/switch`, { body: {} });
  if (!switched.ok) return switched.error;
  return leaveFor(to);
}

/** A deleted organization, while it can be brought back. */
import type { Organization } from "@edgewright/contracts";
import type { ApiFailure } from "../api/answer.ts";
import { call } from "../api/browser.ts";
import { plainDate } from "../components/time.ts";
import { toast } from "../components/toast.ts";
import { switchOrganization } from "./switch.ts";

export const dayOf = (at: string) => plainDate(new Date(at));

/** And leads into it; says why where it cannot. */
export async function bringBack({ id }: Pick<Organization, "id">): Promise<ApiFailure | null> {
  const restored = await call("POST", `/api/orgs/${id}/undelete`, { body: {} });
  const refused = restored.ok ? await switchOrganization(id) : restored.error;
  if (refused) toast.failure(refused);
  return refused;
}

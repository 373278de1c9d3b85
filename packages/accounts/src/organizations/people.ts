/** Members as the fields of apps name them. */
import { type AppPerson, PEOPLE_MAX } from "@edgewright/contracts";
import type { MemberRecords } from "./ports.ts";

export async function peopleOf({ members }: { members: Pick<MemberRecords, "list"> }, organizationId: string): Promise<AppPerson[]> {
  const found = await members.list(organizationId, { limit: PEOPLE_MAX, after: null });
  return found.map(({ userId, name }) => ({ id: userId, name }));
}

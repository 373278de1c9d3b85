/** What the list of members works out from its members. Used by Members. */
import type { Member } from "@edgewright/contracts";

export function matching(members: readonly Member[], search: string): Member[] {
  const wanted = search.trim().toLowerCase();
  return members.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted));
}

/** The id of the one admin there is. null: there are others, or may be among those not loaded yet. */
export function onlyAdmin(members: readonly Member[], hasMore: boolean): string | null {
  const [first, second] = members.filter(({ role }) => role === "admin");
  return first && !second && !hasMore ? first.id : null;
}

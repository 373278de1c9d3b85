/** Where each person of a task enters the app that was built. */
import { joinByLink, openPreview, type Person, shareLink } from "../tests/platform/client.ts";
import type { Participant } from "./task.ts";

export type Entrance = { person: Person; projectId: string };

const COLLEAGUE = "Grace Hopper";
/** One for each person: who comes back is who was there before. */
const colleagues = new WeakMap<Person, Promise<Person>>();

export async function entranceFor(who: Participant, { person, projectId }: Entrance): Promise<string> {
  if (who === "visitor") return shareLink(person, projectId);
  const { url } = await openPreview(who === "first" ? person : await colleagueOf(person), projectId);
  return url;
}

/** An editor who was invited by a link. */
function colleagueOf(person: Person): Promise<Person> {
  const known = colleagues.get(person) ?? joinByLink(person, "editor", COLLEAGUE);
  colleagues.set(person, known);
  return known;
}

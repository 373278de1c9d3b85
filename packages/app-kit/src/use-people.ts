/** The members of the organization, whom a field of type user may name. None for a visitor with the link, and while they load. */
import { useSyncExternalStore } from "react";
import { request } from "./client.ts";
import { Resource } from "./resource.ts";

/** Fields of type user keep the `id`. */
export type Person = { id: string; name: string };

const NONE: Person[] = [];
const people = new Resource<Person[]>({ load: (signal) => request<Person[]>("people", { signal }) });

export function usePeople(): Person[] {
  return useSyncExternalStore(people.subscribe, people.get, people.get).data ?? NONE;
}

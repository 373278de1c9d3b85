/** Who uses the app: a member of the organization, or null for a visitor with the link (and while it loads). */
import { useSyncExternalStore } from "react";
import { request } from "./client.ts";
import { Resource } from "./resource.ts";

/** `access` "read": they may only look, whatever the tables' policies let members do. */
export type AppUser = { id: string; name: string; email: string; role: "admin" | "editor" | "viewer"; access: "read" | "write" };

const user = new Resource<{ user: AppUser | null }>({
  load: async (signal) => ({ user: await request<AppUser | null>("user", { signal }) }),
});

export function useUser(): AppUser | null {
  return useSyncExternalStore(user.subscribe, user.get, user.get).data?.user ?? null;
}

/** Who uses the app: a member of the organization, or null for a visitor with the link (and while it loads). */
import { useSyncExternalStore } from "react";
import { request } from "./client.ts";
import { Resource } from "./resource.ts";

/** `role` is theirs on the platform, `roles` are those of this app, by the names in app.json. `access` "read": they may only look, whatever the tables' policies let members do. */
export type AppUser = {
  id: string;
  name: string;
  email: string;
  role: "admin" | "editor" | "viewer";
  roles: string[];
  access: "read" | "write";
};

const user = new Resource<{ user: AppUser | null }>({
  load: async (signal) => ({ user: await request<AppUser | null>("user", { signal }) }),
});

// The page tells of another role.
if (typeof addEventListener === "function") addEventListener("edgewright:role", () => user.reload());

const useLoadedUser = () => useSyncExternalStore(user.subscribe, user.get, user.get);

export const useUser = (): AppUser | null => useLoadedUser().data?.user ?? null;

/** What whoever is there may do, as far as it is not for the tables' policies to say. Null while it loads, when nothing that writes should be shown yet. */
export function useAccess(): AppUser["access"] | null {
  const { data, status } = useLoadedUser();
  return status === "loading" ? null : (data?.user?.access ?? "write");
}

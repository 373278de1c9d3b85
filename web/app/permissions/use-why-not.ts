/**
 * The one place that says whether this person may do something here. In a
 * project its role on that project counts, elsewhere the one in the organization.
 */
import type { Role } from "@edgewright/contracts";
import { createContext, useContext } from "react";
import { useMe } from "../session.ts";
import { type Action, whyNot } from "./reasons.ts";

/** The role on the project that is shown. null: no project is. */
export const ProjectRoleContext = createContext<Role | null>(null);

/** For a button's `disabledReason`. null: they may. `on` "organization": what concerns all of it, also where a project is shown. */
export function useWhyNot(action: Action, on: "here" | "organization" = "here"): string | null {
  const onProject = useContext(ProjectRoleContext);
  const me = useMe();
  const role = (on === "here" ? onProject : null) ?? me?.organization.role;
  return role === undefined ? null : whyNot(role, action);
}

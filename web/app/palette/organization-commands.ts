/** The palette's entries for changing to another organization, asked for each time it opens. */
import type { OrganizationList } from "@edgewright/contracts";
import { useMemo } from "react";
import { useLoad } from "../api/use-load.ts";
import { toast } from "../components/toast.ts";
import { switchOrganization } from "../organizations/switch.ts";
import type { Command } from "./commands.ts";

export function useOrganizationCommands(wanted: boolean): Command[] {
  const { answer } = useLoad<OrganizationList>(wanted ? "/api/orgs" : null);
  const list = answer?.ok ? answer.value : null;
  return useMemo(() => {
    const others = list?.items.filter(({ id, deletedAt }) => deletedAt === null && id !== list.active) ?? [];
    return others.map(({ id, name, slug }) => ({
      id: `organization-${id}`,
      label: `Switch to ${name}`,
      group: "Organizations",
      keywords: [slug, "organization", "team"],
      run: async () => {
        const refused = await switchOrganization(id);
        if (refused) toast.failure(refused);
      },
    }));
  }, [list]);
}

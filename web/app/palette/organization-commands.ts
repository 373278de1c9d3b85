/** The palette's entries for changing to another organization, asked for each time it opens. */
import { OrganizationList } from "@edgewright/contracts";
import { useEffect, useMemo, useState } from "react";
import { toast } from "sonner";
import { call } from "../api/browser.ts";
import { switchOrganization } from "../organizations/switch.ts";
import type { Command } from "./commands.ts";

export function useOrganizationCommands(wanted: boolean): Command[] {
  const [list, setList] = useState<OrganizationList | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const controller = new AbortController();
    call("GET", "/api/orgs", OrganizationList, { signal: controller.signal }).then((answer) => {
      if (answer.ok) setList(answer.value);
    });
    return () => controller.abort();
  }, [wanted]);
  return useMemo(() => {
    const others = list?.items.filter(({ id, deletedAt }) => deletedAt === null && id !== list.active) ?? [];
    return others.map(({ id, name, slug }) => ({
      id: `organization-${id}`,
      label: `Switch to ${name}`,
      group: "Organizations",
      keywords: [slug, "organization", "team"],
      run: async () => {
        const refused = await switchOrganization(id);
        if (refused) toast.error(refused.detail);
      },
    }));
  }, [list]);
}

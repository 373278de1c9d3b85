/** The button that shows the app, and its rows, as somebody else would see them. */
import type { AppRoleList, SeenAs } from "@edgewright/contracts";
import { Check, Eye } from "lucide-react";
import { useLoad } from "../../api/use-load.ts";
import { IconButton } from "../../components/IconButton.tsx";
import { Menu, MenuItem, MenuNote, MenuSeparator } from "../../components/Menu.tsx";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

export const ViewAsMenu = () => (
  <Menu
    trigger={
      <IconButton size="icon-sm" label="View as somebody else">
        <Eye />
      </IconButton>
    }
  >
    <Choices />
  </Menu>
);

function Choices() {
  const { project, place, go } = useWorkspace();
  const { answer } = useLoad<AppRoleList>(projectPath(project, "/app-roles"));
  const { roles, visitors } = answer?.ok ? answer.value : { roles: [], visitors: false };
  const choice = (as: SeenAs | null, label: string) => (
    <MenuItem key={as ?? "self"} icon={place.as === as ? <Check /> : <span className="size-4" />} onClick={() => go({ as })}>
      {label}
    </MenuItem>
  );
  return (
    <>
      {choice(null, "Yourself")}
      <MenuSeparator />
      {roles.map(({ name, label }) => choice(`role:${name}`, label))}
      {choice("member", roles.length > 0 ? "A member without a role" : "A member")}
      {visitors && choice("visitor", "A visitor with the link")}
      <MenuNote>You see what they would, and nothing that you may not see yourself.</MenuNote>
    </>
  );
}

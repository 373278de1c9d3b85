/** The menu of the project's name: its settings, the code, the way out. Its dialogs open beside the menu. */
import { Download, Pencil, Settings, Trash2 } from "lucide-react";
import { MenuItem, MenuSeparator } from "../../components/Menu.tsx";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { openProjectDialog } from "./project-dialogs.ts";

export function ProjectMenu() {
  const { project, readOnlyReason } = useWorkspace();
  const locked = readOnlyReason !== null;
  const none = project.currentVersion === null;
  return (
    <>
      <MenuItem icon={<Settings />} onClick={() => openProjectDialog("settings")}>
        Settings
      </MenuItem>
      <MenuItem icon={<Pencil />} disabled={locked} onClick={() => openProjectDialog("name")}>
        Name and address
      </MenuItem>
      <MenuItem
        icon={<Download />}
        disabled={none}
        onClick={() => window.location.assign(`/api/projects/${project.id}/versions/${project.currentVersion}/archive`)}
      >
        Download the code
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} danger disabled={locked} onClick={() => openProjectDialog("delete")}>
        Delete the project
      </MenuItem>
    </>
  );
}

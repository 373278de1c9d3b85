/** The menu of the project's name: its settings, its people, the code, the way out. Its dialogs open beside the menu. */
import { Download, Globe, IdCard, KeyRound, Pencil, Settings, Trash2, Users } from "lucide-react";
import { MenuItem, MenuNote, MenuSeparator } from "../../components/Menu.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { openProjectDialog } from "./project-dialogs.ts";

export function ProjectMenu() {
  const { project } = useWorkspace();
  const notUpdate = useWhyNot("project.update");
  const notDelete = useWhyNot("project.delete");
  const none = project.currentVersion === null;
  return (
    <>
      <MenuItem icon={<Settings />} onClick={() => openProjectDialog("settings")}>
        Settings
      </MenuItem>
      <MenuItem icon={<Globe />} onClick={() => openProjectDialog("hosts")}>
        Outside hosts
      </MenuItem>
      <MenuItem icon={<KeyRound />} onClick={() => openProjectDialog("environment")}>
        Environment
      </MenuItem>
      <MenuItem icon={<Users />} onClick={() => openProjectDialog("people")}>
        People
      </MenuItem>
      <MenuItem icon={<IdCard />} onClick={() => openProjectDialog("appRoles")}>
        Roles in the app
      </MenuItem>
      <MenuItem icon={<Pencil />} disabledReason={notUpdate} onClick={() => openProjectDialog("name")}>
        Name and address
      </MenuItem>
      <MenuItem
        icon={<Download />}
        disabledReason={none ? "There is no version yet." : null}
        onClick={() => window.location.assign(`/api/projects/${project.id}/versions/${project.currentVersion}/archive`)}
      >
        Download the code
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} danger disabledReason={notDelete} onClick={() => openProjectDialog("delete")}>
        Delete the project
      </MenuItem>
      {notDelete && <MenuNote>{notDelete}</MenuNote>}
    </>
  );
}

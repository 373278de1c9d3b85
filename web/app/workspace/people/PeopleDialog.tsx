/** Who may do what in this project: each member's role in the organization, and this project's exceptions from it. */
import type { ProjectRole, ProjectRoleList, Role } from "@edgewright/contracts";
import { call } from "../../api/browser.ts";
import { useLoad } from "../../api/use-load.ts";
import { Dialog, DialogActions } from "../../components/Dialog.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { toast } from "../../components/toast.ts";
import { InvitePeople } from "../../organizations/InvitePeople.tsx";
import { PeopleSkeleton } from "../../organizations/PeopleSkeleton.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useMe } from "../../session.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { PersonRole } from "./PersonRole.tsx";

export const PeopleDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Dialog
    open={open}
    onOpenChange={onClose}
    title="Who may do what here"
    description="Each member has their role of the organization, unless this project makes an exception."
    size="wide"
  >
    <People />
  </Dialog>
);

function People() {
  const { answer, reload, set } = usePeople();
  const notAllowed = useWhyNot("project.roles.update");
  const me = useMe();
  if (!answer) return <PeopleSkeleton />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} />;
  return (
    <>
      {notAllowed && <p className="mb-3 rounded-control bg-text/4 px-3 py-2 text-muted">{notAllowed}</p>}
      <ul className="divide-y divide-border">
        {answer.value.items.map((person) => (
          <PersonRole
            key={person.userId}
            person={person}
            you={person.userId === me?.user.id}
            notAllowed={notAllowed}
            onChange={(role) => void set(person, role)}
          />
        ))}
      </ul>
      <DialogActions>
        <InvitePeople />
      </DialogActions>
    </>
  );
}

function usePeople() {
  const { project, refresh } = useWorkspace();
  const path = projectPath(project, "/roles");
  const { answer, reload, change } = useLoad<ProjectRoleList>(path);
  const put = (userId: string, own: Role | null) =>
    change(({ items }) => ({ items: items.map((each) => (each.userId === userId ? { ...each, own } : each)) }));
  const set = async ({ userId, own, name }: ProjectRole, role: Role | null) => {
    put(userId, role);
    const changed = await call<ProjectRole>("PUT", `${path}/${userId}`, { body: { role } });
    if (changed.ok) {
      // It may be one's own.
      refresh();
      return void toast.success(role === null ? `${name} has their role of the organization again` : `${name}'s role here is saved`);
    }
    put(userId, own);
    toast.failure(changed.error);
  };
  return { answer, reload, set };
}

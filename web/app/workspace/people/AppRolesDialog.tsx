/** Which role each person has in the app itself: roles that its app.json declares, and its tables' policies ask for. */
import type { AppRole, AppRoleHolder, AppRoleList } from "@edgewright/contracts";
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
import { AppRoleLine } from "./AppRoleLine.tsx";

export const AppRolesDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Dialog
    open={open}
    onOpenChange={onClose}
    title="Roles in the app"
    description="What people are in this app, whatever they are on Edgewright. The app says what each role may do."
    size="wide"
  >
    <Roles />
  </Dialog>
);

function Roles() {
  const { answer, reload, give } = useAppRoles();
  const notAllowed = useWhyNot("app.roles.update");
  const me = useMe();
  if (!answer) return <PeopleSkeleton />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} />;
  const { roles, people } = answer.value;
  if (roles.length === 0) return <NoRoles />;
  return (
    <>
      {notAllowed && <p className="mb-3 rounded-control bg-text/4 px-3 py-2 text-muted">{notAllowed}</p>}
      <Meanings roles={roles} />
      <ul className="divide-y divide-border">
        {people.map((person) => (
          <AppRoleLine
            key={person.id}
            person={person}
            roles={roles}
            you={person.id === me?.user.id}
            locked={notAllowed !== null}
            onChange={(given) => void give(person, given)}
          />
        ))}
      </ul>
      <DialogActions>
        <InvitePeople />
      </DialogActions>
    </>
  );
}

const NoRoles = () => (
  <p className="text-muted">
    This app has no roles of its own: its members are alike in it, but for what it leaves to admins. Say in the chat who should do what,
    such as “only managers approve; warehouse staff see the stock”, and the app gets these roles.
  </p>
);

/** What is said of the roles beyond their names. */
function Meanings({ roles }: { roles: readonly AppRole[] }) {
  const told = roles.filter(({ description }) => description);
  if (told.length === 0) return null;
  return (
    <dl className="mb-3 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
      {told.map(({ name, label, description }) => (
        <div key={name} className="contents">
          <dt className="font-medium">{label}</dt>
          <dd className="text-muted">{description}</dd>
        </div>
      ))}
    </dl>
  );
}

function useAppRoles() {
  const { project, refresh } = useWorkspace();
  const path = projectPath(project, "/app-roles");
  const { answer, reload, change } = useLoad<AppRoleList>(path);
  const put = ({ id }: AppRoleHolder, roles: string[]) =>
    change((list) => ({ ...list, people: list.people.map((each) => (each.id === id ? { ...each, roles } : each)) }));
  const give = async (person: AppRoleHolder, roles: string[]) => {
    put(person, roles);
    const given = await call<AppRoleList>("PUT", `${path}/${person.kind}/${person.id}`, { body: { roles } });
    // They may be one's own.
    if (given.ok) return refresh();
    put(person, person.roles);
    toast.failure(given.error);
  };
  return { answer, reload, give };
}

/** Who may do what in this project: each member's role in the organization, and this project's exceptions from it. */
import { ProjectRole, ProjectRoleList, type Role } from "@edgewright/contracts";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import type { Answer } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { PeopleSkeleton } from "../../organizations/PeopleSkeleton.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useMe } from "../../session.ts";
import { failureText } from "../actions.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { PersonRole } from "./PersonRole.tsx";

export const PeopleDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Dialog
    open={open}
    onOpenChange={onClose}
    title="Who may do what here"
    description="Each member has their role of the organization, unless this project makes an exception."
    className="top-[6dvh] max-h-[88dvh] max-w-lg overflow-y-auto"
  >
    <People />
  </Dialog>
);

function People() {
  const { answer, reload, set } = usePeople();
  const notAllowed = useWhyNot("project.roles.update");
  const me = useMe();
  if (!answer) return <PeopleSkeleton />;
  if (!answer.ok)
    return (
      <FailureCard title={answer.failure.detail} action={<Button onClick={reload}>Try again</Button>}>
        {answer.failure.next}
      </FailureCard>
    );
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
    </>
  );
}

function usePeople() {
  const { project, refresh } = useWorkspace();
  const [answer, setAnswer] = useState<Answer<ProjectRoleList> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const path = projectPath(project, "/roles");
  useEffect(() => {
    const controller = new AbortController();
    call("GET", path, ProjectRoleList, { signal: controller.signal }).then((got) => controller.signal.aborted || setAnswer(got));
    return () => controller.abort();
  }, [path, attempt]);
  const put = (userId: string, own: Role | null) =>
    setAnswer((before) =>
      before?.ok
        ? { ok: true, value: { items: before.value.items.map((each) => (each.userId === userId ? { ...each, own } : each)) } }
        : before,
    );
  const set = async ({ userId, own, name }: ProjectRole, role: Role | null) => {
    put(userId, role);
    const changed = await call("PUT", `${path}/${userId}`, ProjectRole, { body: { role } });
    if (changed.ok) {
      // It may be one's own.
      refresh();
      return void toast.success(role === null ? `${name} has their role of the organization again` : `${name}'s role here is saved`);
    }
    put(userId, own);
    toast.error(failureText(changed.failure));
  };
  return { answer, reload: () => setAttempt((before) => before + 1), set };
}

/** Which repository the project gets: one that is there, or a new one. */
import type { GitHubInstallation, GitHubRepositoryList, LinkGitHub } from "@edgewright/contracts";
import { useState } from "react";
import { z } from "zod";
import { useLoad } from "../../api/use-load.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { Select } from "../../components/Select.tsx";
import { DialogForm } from "../../forms/FormDialog.tsx";
import { useWorkspace } from "../WorkspaceContext.tsx";
import type { GitHub } from "./use-github.ts";

interface LinkDialogProps {
  github: GitHub;
  installations: GitHubInstallation[];
  open: boolean;
  onClose: () => void;
}

const NEW = "a new repository";

export function LinkDialog({ open, onClose, ...link }: LinkDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Choose a repository"
      description="What both have is brought together: an empty one gets this project's whole history."
    >
      <LinkForm {...link} onClose={onClose} />
    </Dialog>
  );
}

const Values = z.object({
  account: z.string(),
  repository: z.string().min(1, "Choose a repository."),
  name: z.string().trim(),
  branch: z.string().trim().max(200),
});

function LinkForm({ github, installations, onClose }: Omit<LinkDialogProps, "open">) {
  const { project } = useWorkspace();
  const usable = installations.filter(({ status }) => status === "active");
  const [account, setAccount] = useState(String(usable[0]?.id ?? ""));
  const chosen = usable.find(({ id }) => String(id) === account);
  const repositories = useLoad<GitHubRepositoryList>(chosen ? `${github.path}/repositories?installation=${chosen.id}` : null);
  const { answer } = repositories;
  const items = answer?.ok ? answer.value.items : [];
  const choices = [
    ...(chosen?.accountType === "Organization" ? [{ value: NEW, label: "A new repository", description: "Private" }] : []),
    ...items.map(({ owner, name, private: hidden }) => ({
      value: `${owner}/${name}`,
      label: `${owner}/${name}`,
      description: hidden ? "Private" : "Public",
    })),
  ];
  const submit = async ({ repository, name, branch }: z.infer<typeof Values>) => {
    const [owner = "", repo = ""] = repository.split("/");
    const installationId = Number(account);
    const wanted: LinkGitHub =
      repository === NEW
        ? { kind: "create", installationId, name: name || project.slug, private: true }
        : { kind: "link", installationId, owner, name: repo, ...(branch ? { branch } : {}) };
    const refused = await github.act("POST", "", { body: wanted, done: "Linked. The first sync has begun." });
    if (!refused) onClose();
    return refused;
  };
  return (
    <DialogForm
      schema={Values}
      initial={{ account: "", repository: "", name: project.slug, branch: "" }}
      submit={submit}
      action="Link repository"
      onCancel={onClose}
    >
      {({ values, set, bind, errorOf }) => (
        <>
          <Field label="Account">
            <Select
              label="Account"
              choices={usable.map(({ id, account: name }) => ({ value: String(id), label: name }))}
              value={account}
              onChange={(next) => {
                setAccount(next);
                set({ repository: "" });
              }}
              className="w-full"
            />
          </Field>
          <Field
            label="Repository"
            error={errorOf("repository")}
            hint={
              chosen?.accountType === "User" && (
                <>
                  Not there? Make an empty one on GitHub, and{" "}
                  <a href={chosen.settingsUrl} target="_blank" rel="noreferrer" className="underline underline-offset-2">
                    let the App see it
                  </a>
                  .
                </>
              )
            }
          >
            <Select
              label="Repository"
              choices={choices}
              value={values.repository || null}
              placeholder={answer ? "Choose one" : "Reading the list"}
              onChange={(repository) => set({ repository })}
              className="w-full"
            />
          </Field>
          {answer && !answer.ok && <FailureNote failure={answer.error} />}
          {values.repository === NEW && (
            <Field label="Name" error={errorOf("name")}>
              <Input autoComplete="off" spellCheck={false} {...bind("name")} />
            </Field>
          )}
          {values.repository !== "" && values.repository !== NEW && (
            <Field label="Branch" error={errorOf("branch")} hint="Empty: the one that the repository begins with.">
              <Input autoComplete="off" spellCheck={false} placeholder="main" {...bind("branch")} />
            </Field>
          )}
        </>
      )}
    </DialogForm>
  );
}

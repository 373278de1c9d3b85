/** What is to be done on a branch, a new one or one that is there. */
import type { GitHubBranch } from "@edgewright/contracts";
import { z } from "zod";
import { Field, FieldControl } from "../../components/Field.tsx";
import { Textarea } from "../../components/Textarea.tsx";
import { FormDialog } from "../../forms/FormDialog.tsx";
import type { GitHub } from "./use-github.ts";

const Values = z.object({ text: z.string().trim().min(1, "Say what is to be done.").max(20_000) });

interface BranchDialogProps {
  github: GitHub;
  /** null: a new one. */
  branch: GitHubBranch | null;
  open: boolean;
  onClose: () => void;
}

export function BranchDialog({ github, branch, open, onClose }: BranchDialogProps) {
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title={branch ? `Ask for more on ${branch.name}` : "Work on a branch"}
      description="The agent works as ever, in the conversation; the live version stays as it is."
      schema={Values}
      initial={{ text: "" }}
      submit={({ text }) =>
        github.act("POST", "/branches", { body: { text, ...(branch ? { branch: branch.id } : {}) }, done: "Asked for" })
      }
      action="Ask"
    >
      {({ bind, errorOf }) => (
        <Field label="What is to be done" error={errorOf("text")}>
          <FieldControl>
            <Textarea className="min-h-20" placeholder="Show the totals below the list." {...bind("text")} />
          </FieldControl>
        </Field>
      )}
    </FormDialog>
  );
}

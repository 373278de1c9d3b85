/** Asks for a file's path, for a new file or another name. */
import { z } from "zod";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { FormDialog } from "../../forms/FormDialog.tsx";
import { pathProblem } from "./tree.ts";

interface PathDialogProps {
  title: string;
  action: string;
  start: string;
  taken: readonly string[];
  onPath: (path: string) => void | Promise<void>;
  onClose: () => void;
}

export const PathDialog = ({ title, action, start, taken, onPath, onClose }: PathDialogProps) => (
  <FormDialog
    open
    onClose={onClose}
    title={title}
    schema={pathIn(taken)}
    initial={{ path: start }}
    submit={async ({ path }) => {
      await onPath(path.trim());
      return null;
    }}
    action={action}
  >
    {({ errorOf, bind }) => (
      <Field label="Path" error={errorOf("path")}>
        <Input spellCheck={false} autoFocus className="font-mono text-sm" {...bind("path")} />
      </Field>
    )}
  </FormDialog>
);

const pathIn = (taken: readonly string[]) =>
  z.object({
    path: z.string().superRefine((path, context) => {
      const problem = pathProblem(path.trim(), taken);
      if (problem !== null) context.addIssue({ code: "custom", message: problem });
    }),
  });

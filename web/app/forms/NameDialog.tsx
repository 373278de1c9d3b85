/** Asks for a name, a first one or another. */
import { z } from "zod";
import type { ApiFailure } from "../api/answer.ts";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { FormDialog } from "./FormDialog.tsx";

const Values = z.object({ name: z.string().trim().min(1, "Enter a name.").max(80, "At most 80 characters.") });

interface NameDialogProps {
  title: string;
  description?: string;
  action: string;
  name: string;
  onClose: () => void;
  onName: (name: string) => Promise<ApiFailure | null>;
}

export const NameDialog = ({ name, onName, ...dialog }: NameDialogProps) => (
  <FormDialog open {...dialog} schema={Values} initial={{ name }} submit={(values) => onName(values.name.trim())}>
    {({ errorOf, bind }) => (
      <Field label="Name" error={errorOf("name")}>
        <Input autoFocus autoComplete="off" onFocus={(event) => event.currentTarget.select()} {...bind("name")} />
      </Field>
    )}
  </FormDialog>
);

/** One variable: its name, its value, and whether it is a secret. A secret's value goes in and never comes out. */
import { type Variable, variableNameProblem, variableValueProblem } from "@edgewright/contracts";
import { z } from "zod";
import { Checkbox } from "../../components/Checkbox.tsx";
import { Field, FieldControl } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { Textarea } from "../../components/Textarea.tsx";
import { DialogForm } from "../../forms/FormDialog.tsx";
import { soundsSecret } from "./env-file.ts";
import type { SaveVariables } from "./use-save-variables.ts";

interface VariableFormProps {
  /** null: a new one. Its name is known where the app asks for it, or where it is set. */
  given: Pick<Variable, "name" | "secret" | "value"> | null;
  taken: readonly string[];
  save: SaveVariables;
  onClose: () => void;
}

/** `secret` null: by what the name sounds like. */
type Values = { name: string; value: string; secret: boolean | null };

const isSecret = ({ name, secret }: Values) => secret ?? soundsSecret(name, "");

const valuesSchema = (others: readonly string[]) =>
  z.object({ name: z.string(), value: z.string(), secret: z.boolean().nullable() }).superRefine((values, context) => {
    const { name, value } = values;
    const ofName = others.includes(name) ? `${name} is set already: change it in the list.` : variableNameProblem(name);
    if (ofName !== null) context.addIssue({ code: "custom", path: ["name"], message: ofName });
    const ofValue = variableValueProblem({ value, secret: isSecret(values) });
    if (ofValue !== null) context.addIssue({ code: "custom", path: ["value"], message: ofValue });
  });

export function VariableForm({ given, taken, save, onClose }: VariableFormProps) {
  const submit = async (values: Values) => {
    const failure = await save({ set: [{ name: values.name, value: values.value, secret: isSecret(values) }] });
    if (!failure) onClose();
    return failure;
  };
  return (
    <DialogForm<Values>
      schema={valuesSchema(given ? [] : taken)}
      initial={{ name: given?.name ?? "", value: given?.value ?? "", secret: given?.secret ?? null }}
      submit={submit}
      action="Save"
      onCancel={onClose}
    >
      {({ bind, errorOf, values, set }) => (
        <>
          <Field label="Name" error={errorOf("name")}>
            <Input
              readOnly={given !== null}
              spellCheck={false}
              autoComplete="off"
              placeholder="MAIL_KEY"
              className="font-mono text-sm"
              {...bind("name")}
            />
          </Field>
          <Field
            label="Value"
            error={errorOf("value")}
            hint={
              isSecret(values)
                ? "Sealed when it is saved, and never shown again. To change it, enter another one."
                : "Shown to whoever may see the project."
            }
          >
            <FieldControl>
              <Textarea
                spellCheck={false}
                autoComplete="off"
                rows={2}
                className="max-h-48 font-mono text-sm break-all"
                {...bind("value")}
              />
            </FieldControl>
          </Field>
          <Checkbox checked={isSecret(values)} onChange={(secret) => set({ secret })}>
            A secret, such as a key or a password
          </Checkbox>
        </>
      )}
    </DialogForm>
  );
}

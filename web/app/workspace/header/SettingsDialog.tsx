/** How the agent works in this project: its model, when it asks, how far it may go, what it does by itself. */
import type { Project } from "@edgewright/contracts";
import { call } from "../../api/browser.ts";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { Select } from "../../components/Select.tsx";
import { Switch } from "../../components/Switch.tsx";
import { toast } from "../../components/toast.ts";
import { FormDialog, unchanged } from "../../forms/FormDialog.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { modelLabel } from "../chat/ModelPicker.tsx";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { ORGANIZATION_DEFAULT, SettingsValues, settingsFailure, settingsOf, valuesOf } from "./settings-values.ts";

const APPROVAL = [
  { value: "auto", label: "Build at once", description: "A plan is shown and begun." },
  { value: "ask", label: "Wait for approval", description: "Nothing is written before someone has gone over the plan." },
];

export function SettingsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { project, refresh } = useWorkspace();
  const notAllowed = useWhyNot("project.update");
  const locked = notAllowed !== null;
  const save = async (values: SettingsValues) => {
    const saved = await call<Project>("PATCH", projectPath(project), { body: { settings: settingsOf(values) } });
    if (!saved.ok) return settingsFailure(saved.error);
    refresh();
    toast.success("Settings saved");
    return null;
  };
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title="Project settings"
      description="How the agent works in this project."
      size="wide"
      schema={SettingsValues}
      initial={valuesOf(project.settings)}
      submit={save}
      action="Save"
      locked={notAllowed}
      whyNot={unchanged}
    >
      {({ values, set, bind, errorOf }) => (
        <>
          <Field label="Model" error={errorOf("model")} hint="For messages that name no other.">
            <ModelChoice value={values.model} onChange={(model) => set({ model })} disabled={locked} />
          </Field>
          <Field label="Plans" error={errorOf("planApproval")}>
            <Select
              choices={APPROVAL}
              value={values.planApproval}
              onChange={(choice) => set({ planApproval: choice === "ask" ? "ask" : "auto" })}
              disabled={locked}
            />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Repair rounds" error={errorOf("fixRounds")} hint="By the model, after a failed check.">
              <Input inputMode="numeric" disabled={locked} {...bind("fixRounds")} />
            </Field>
            <Field label="Budget of a job, in $" error={errorOf("jobBudget")} hint="Then it asks. Empty: no limit.">
              <Input inputMode="decimal" placeholder="No limit" disabled={locked} {...bind("jobBudget")} />
            </Field>
          </div>
          <Field
            label="Fix errors of the running app by itself"
            hint="As soon as the preview reports one."
            aside={<Switch checked={values.autoFix === "on"} onChange={(on) => set({ autoFix: on ? "on" : "off" })} disabled={locked} />}
          >
            {null}
          </Field>
          {values.autoFix === "on" && (
            <Field label="At most so much a day, in $" error={errorOf("autoFixBudget")}>
              <Input inputMode="decimal" disabled={locked} {...bind("autoFixBudget")} />
            </Field>
          )}
        </>
      )}
    </FormDialog>
  );
}

type ModelChoiceProps = { value: string; onChange: (model: string) => void; disabled: boolean };

/** A model that is no longer offered stays in the list for as long as it is chosen. */
function ModelChoice({ value, ...select }: ModelChoiceProps) {
  const { models } = useWorkspace();
  const available = models?.available ?? [];
  const standard = available.find(({ id }) => id === models?.defaultModel);
  const gone = value !== ORGANIZATION_DEFAULT && !available.some(({ id }) => id === value);
  const choices = [
    { value: ORGANIZATION_DEFAULT, label: standard ? `The organization's default: ${standard.name}` : "The organization's default" },
    ...available.map(({ id, name, description }) => ({ value: id, label: modelLabel(id, name), description })),
    ...(gone ? [{ value, label: value, description: "No longer offered" }] : []),
  ];
  return <Select choices={choices} value={value} {...select} />;
}

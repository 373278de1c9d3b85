/** One model of an organization's own: its name, its window, whether it calls tools, what it costs. */
import type { ModelProvider, OwnModel } from "@edgewright/contracts";
import type { ApiFailure } from "../../api/answer.ts";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { Switch } from "../../components/Switch.tsx";
import { FormDialog, unchanged } from "../../forms/FormDialog.tsx";
import { modelOf, OwnModelValues, valuesOf } from "./own-model-values.ts";
import { PROVIDER_TEXTS } from "./provider-texts.ts";

interface OwnModelDialogProps {
  provider: ModelProvider;
  /** null: a new one. */
  model: OwnModel | null;
  onSave: (model: OwnModel) => Promise<ApiFailure | null>;
  onClose: () => void;
}

export const OwnModelDialog = ({ provider, model, onSave, onClose }: OwnModelDialogProps) => (
  <FormDialog
    open
    onClose={onClose}
    title={`${model === null ? "Add a model" : "Change a model"} · ${PROVIDER_TEXTS[provider].title}`}
    description="Without a price it is counted in tokens, and against no budget."
    schema={OwnModelValues}
    initial={valuesOf(model)}
    submit={(values) => onSave(modelOf(values))}
    action="Save"
    whyNot={unchanged}
  >
    {({ values, set, bind, errorOf }) => {
      const price = (name: "input" | "cached" | "output", label: string, placeholder = "Not known") => (
        <Field label={label} error={errorOf(name)}>
          <Input inputMode="decimal" placeholder={placeholder} className="tabular-nums" {...bind(name)} />
        </Field>
      );
      return (
        <>
          <Field label="Name" hint="As the provider calls it." error={errorOf("model")}>
            <Input autoFocus placeholder={PROVIDER_TEXTS[provider].modelLike} autoComplete="off" spellCheck={false} {...bind("model")} />
          </Field>
          <Field label="Window, in tokens" hint="How much it can take in at once." error={errorOf("contextTokens")}>
            <Input inputMode="numeric" className="tabular-nums" {...bind("contextTokens")} />
          </Field>
          <Field
            label="Calls tools"
            hint="Without, it is spoken to in plain text, which every model understands."
            aside={<Switch checked={values.tools === "on"} onChange={(on) => set({ tools: on ? "on" : "off" })} />}
          >
            {null}
          </Field>
          <fieldset>
            <legend className="mb-1.5 text-muted">Price in $ per million tokens</legend>
            <div className="grid grid-cols-3 gap-3">
              {price("input", "In")}
              {price("cached", "In, cached", "As in")}
              {price("output", "Out")}
            </div>
          </fieldset>
        </>
      );
    }}
  </FormDialog>
);

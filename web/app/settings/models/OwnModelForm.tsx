/** One model of an organization's own: its name, its window, whether it calls tools, what it costs. */
import type { OwnModel } from "@edgewright/contracts";
import type { FormEvent } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { Button } from "../../components/Button.tsx";
import { DialogActions } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { Switch } from "../../components/Switch.tsx";
import { useForm } from "../../forms/use-form.ts";
import { modelOf, OwnModelValues, valuesOf } from "./own-model-values.ts";

interface OwnModelFormProps {
  model: OwnModel | null;
  placeholder: string;
  onSave: (model: OwnModel) => Promise<ApiFailure | null>;
  onClose: () => void;
}

export function OwnModelForm({ model, placeholder, onSave, onClose }: OwnModelFormProps) {
  const form = useForm<OwnModelValues>({ schema: OwnModelValues, initial: valuesOf(model), submit: (values) => onSave(modelOf(values)) });
  const { bind, errorOf, failure, set, values } = form;
  const price = (name: "input" | "cached" | "output", label: string, placeholder = "Not known") => (
    <Field label={label} error={errorOf(name)}>
      <Input inputMode="decimal" placeholder={placeholder} className="tabular-nums" {...bind(name)} />
    </Field>
  );
  // The dialog stands inside the provider's own form for React, which must not be sent with it.
  const onSubmit = (event: FormEvent) => {
    event.stopPropagation();
    void form.onSubmit(event);
  };
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <Field label="Name" hint="As the provider calls it." error={errorOf("model")}>
        <Input autoFocus placeholder={placeholder} autoComplete="off" spellCheck={false} {...bind("model")} />
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
      {failure && !failure.fields && (
        <p role="alert" className="text-sm text-danger">
          {failure.message}
        </p>
      )}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" type="submit" busy={form.busy} disabledReason={!form.changed && "Nothing has changed."}>
          Save
        </Button>
      </DialogActions>
    </form>
  );
}

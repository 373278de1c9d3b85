/** Settings, Models: a provider of one's own that speaks the OpenAI protocol. Its key goes in and never comes out. */
import { ModelSettings, type ProviderSettings } from "@edgewright/contracts";
import { useState } from "react";
import { useRevalidator } from "react-router";
import { toast } from "sonner";
import { z } from "zod";
import { call } from "../api/browser.ts";
import { Button } from "../components/Button.tsx";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";
import { compatibleErrors } from "./compatible-errors.ts";
import { SettingsSection } from "./SettingsSection.tsx";

const Provider = z.object({
  baseUrl: z.url({ protocol: /^https?$/, error: "Enter an address, such as http://localhost:11434/v1." }),
  model: z.string().trim().min(1, "Enter the model's name.").max(200, "At most 200 characters."),
  key: z.string().max(500, "At most 500 characters."),
});

interface CompatibleProviderProps {
  path: string;
  current: ProviderSettings | null;
  locked: string | null;
}

export function CompatibleProvider({ path, current, locked }: CompatibleProviderProps) {
  const { revalidate } = useRevalidator();
  const [removing, setRemoving] = useState(false);
  const put = async (compatible: object | null, done: string) => {
    const answer = await call("PUT", path, ModelSettings, { body: { providers: { compatible } } });
    if (!answer.ok) return compatibleErrors(answer.failure);
    await revalidate();
    toast.success(done);
    return null;
  };
  const form = useForm({
    schema: Provider,
    initial: { baseUrl: current?.baseUrl ?? "", model: current?.models[0]?.model ?? "", key: "" },
    submit: ({ baseUrl, model, key }) =>
      put({ baseUrl, models: [{ model: model.trim() }], ...(key === "" ? {} : { key }) }, "Provider saved"),
  });
  const remove = async () => {
    setRemoving(true);
    const failure = await put(null, "Provider removed");
    setRemoving(false);
    if (failure) toast.error(failure.detail);
  };
  return (
    <SettingsSection
      title="OpenAI-compatible provider"
      description="Any service that speaks the OpenAI protocol: a gateway, Ollama, LM Studio, vLLM."
      failure={form.failure}
      busy={form.busy}
      disabledReason={locked ?? (!form.changed && "Nothing has changed.")}
      onSubmit={form.onSubmit}
      aside={
        current && (
          <Button variant="danger" busy={removing} disabledReason={locked} onClick={() => void remove()}>
            Remove provider and its key
          </Button>
        )
      }
    >
      <Field label="Base URL" error={form.errorOf("baseUrl")}>
        <Input
          type="url"
          placeholder="https://models.example.org/v1"
          autoComplete="off"
          disabled={locked !== null}
          {...form.bind("baseUrl")}
        />
      </Field>
      <Field label="Model" error={form.errorOf("model")}>
        <Input placeholder="qwen3-coder:30b" autoComplete="off" spellCheck={false} disabled={locked !== null} {...form.bind("model")} />
      </Field>
      <Field
        label="Key"
        hint={
          current?.hasKey
            ? "A key is set and is never shown. Type another to replace it."
            : "Stored sealed, and never shown again. Leave it empty if none is needed."
        }
        error={form.errorOf("key")}
      >
        <Input
          type="password"
          placeholder={current?.hasKey ? "••••••••••••" : ""}
          autoComplete="off"
          disabled={locked !== null}
          {...form.bind("key")}
        />
      </Field>
    </SettingsSection>
  );
}

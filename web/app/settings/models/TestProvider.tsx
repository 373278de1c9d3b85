/** "Test this key": one small call with what is typed, or else with what is saved. The answer stands under the buttons. */
import type { ProviderSettings, TestedModel } from "@edgewright/contracts";
import { CircleCheck, CircleX } from "lucide-react";
import { useState } from "react";
import { type Answer, failureText } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { Button } from "../../components/Button.tsx";
import { duration } from "../../components/figures.ts";
import { changeOf, type ProviderValues } from "./provider-form.ts";

interface TestProviderProps {
  path: string;
  settings: ProviderSettings;
  values: ProviderValues;
  locked: string | null;
}

export function TestProvider({ path, settings, values, locked }: TestProviderProps) {
  const [found, setFound] = useState<{ typed: string; answer: Answer<TestedModel> } | null>(null);
  const typed = JSON.stringify(values);
  const { busy, run: test } = useAction(async () => {
    setFound(null);
    setFound({ typed, answer: await call<TestedModel>("POST", `${path}/test`, { body: bodyOf(settings, values) }) });
    return null;
  });
  return (
    <>
      <Button busy={busy} disabledReason={locked ?? missing(settings, values)} onClick={() => void test()}>
        {settings.provider === "openrouter" || settings.provider === "openai" ? "Test this key" : "Test"}
      </Button>
      <div role="status" className="order-last basis-full empty:hidden">
        {busy && <p className="text-muted">Asking for one word…</p>}
        {/* Of what was typed then, and of nothing else. */}
        {found?.typed === typed && <Result answer={found.answer} />}
      </div>
    </>
  );
}

function bodyOf(settings: ProviderSettings, values: ProviderValues) {
  const { models: _, ...change } = changeOf(settings, values);
  const model = values.model.trim() || settings.models[0]?.model;
  return { provider: settings.provider, ...change, ...(model === undefined ? {} : { model }) };
}

/** Why there is nothing to test yet, or null. */
function missing({ provider, ofPlatform, hasKey, models }: ProviderSettings, { baseUrl, key, model }: ProviderValues): string | null {
  if (provider === "compatible")
    return baseUrl !== "" && (model !== "" || models.length > 0) ? null : "Enter an address and a model first.";
  return hasKey || ofPlatform || key !== "" ? null : "Enter a key first.";
}

function Result({ answer }: { answer: Answer<TestedModel> }) {
  const works = answer.ok && answer.value.ok;
  const Icon = works ? CircleCheck : CircleX;
  return (
    <p className="flex items-start gap-2">
      <Icon aria-hidden="true" className={works ? "mt-0.5 size-4 shrink-0 text-success" : "mt-0.5 size-4 shrink-0 text-danger"} />
      <span>{answer.ok ? <Tested tested={answer.value} /> : failureText(answer.error)}</span>
    </p>
  );
}

const Tested = ({ tested: { ok, ms, message, next } }: { tested: TestedModel }) =>
  ok ? (
    <>
      <span className="text-success">It works. </span>
      {message} <span className="text-muted tabular-nums">{duration(ms)}</span>
    </>
  ) : (
    `${message} ${next ?? ""}`
  );

/** "Test this key": one small call with what is typed, or else with what is saved. The answer stands under the buttons. */
import type { ProviderSettings, TestedModel } from "@edgewright/contracts";
import { CircleCheck, CircleX } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { call } from "../../api/browser.ts";
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
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<{ typed: string; tested: TestedModel } | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const typed = JSON.stringify(values);
  const test = async () => {
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setFound(null);
    const answer = await call<TestedModel>("POST", `${path}/test`, { body: bodyOf(settings, values), signal: controller.signal });
    if (controller.signal.aborted) return;
    setBusy(false);
    const failed = (message: string, next: string | undefined) => ({ ok: false, ms: 0, message, next: next ?? null });
    setFound({ typed, tested: answer.ok ? answer.value : failed(answer.error.message, answer.error.next) });
  };
  return (
    <>
      <Button busy={busy} disabledReason={locked ?? missing(settings, values)} onClick={() => void test()}>
        {settings.provider === "openrouter" || settings.provider === "openai" ? "Test this key" : "Test"}
      </Button>
      <div role="status" className="order-last basis-full empty:hidden">
        {busy && <p className="text-muted">Asking for one word…</p>}
        {/* Of what was typed then, and of nothing else. */}
        {found?.typed === typed && <Result tested={found.tested} />}
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

function Result({ tested: { ok, ms, message, next } }: { tested: TestedModel }) {
  const Icon = ok ? CircleCheck : CircleX;
  return (
    <p className="flex items-start gap-2">
      <Icon aria-hidden="true" className={ok ? "mt-0.5 size-4 shrink-0 text-success" : "mt-0.5 size-4 shrink-0 text-danger"} />
      <span>
        <span className={ok ? "text-success" : "text-danger"}>{ok ? "It works. " : ""}</span>
        {message} {ok ? <span className="text-muted tabular-nums">{duration(ms)}</span> : next}
      </span>
    </p>
  );
}

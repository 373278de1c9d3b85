/** The start page of a signed-in person: a prompt whose app is being built by the time its page opens, and the projects. */
import type { CreatedProject, HomeStart, ModelSettings } from "@edgewright/contracts";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { Answer } from "../api/answer.ts";
import { call } from "../api/browser.ts";
import { useAction } from "../api/use-action.ts";
import { useWhyNot } from "../permissions/use-why-not.ts";
import { keepDraft, takeSent } from "./draft.ts";
import { Joinable } from "./Joinable.tsx";
import { Projects } from "./Projects.tsx";
import { PromptBox } from "./PromptBox.tsx";

const Select = lazy(async () => ({ default: (await import("../components/Select.tsx")).Select }));

/** The prompt is there whatever the answer is. */
export function Home({ start }: { start: Answer<HomeStart> }) {
  const [model, setModel] = useState<string>();
  const notCreate = useWhyNot("project.create");
  const { create, busy, failure } = useCreateProject(model);
  const mayCreate = notCreate === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent is built once, when the page opens
  useEffect(() => {
    const sent = mayCreate ? takeSent() : null;
    if (sent !== null) void create(sent);
  }, []);
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-[10vh] pb-16 sm:px-6">
      {start.ok && <Joinable offers={start.value.joinable.items} />}
      <h1 className="mb-5 text-2xl/8 font-semibold tracking-tight">What do you want to build?</h1>
      <PromptBox
        onSend={create}
        busy={busy}
        failure={failure}
        lockedReason={notCreate}
        options={start.ok && <ModelChoice models={start.value.models} value={model} onChange={setModel} />}
      />
      <section id="projects" aria-labelledby="projects-title" className="mt-12 scroll-mt-6">
        <h2 id="projects-title" className="mb-2 font-semibold">
          Projects
        </h2>
        <Projects first={start.ok ? { ok: true, value: start.value.projects } : start} canBuild={mayCreate} />
      </section>
    </div>
  );
}

function useCreateProject(model: string | undefined) {
  const navigate = useNavigate();
  // The same attempt keeps its key, so that sending again after a lost answer does not build twice.
  const attempt = useRef({ of: "", key: "" });
  const { busy, failure, run } = useAction(async (prompt: string) => {
    const of = `${model ?? ""} ${prompt}`;
    if (attempt.current.of !== of) attempt.current = { of, key: crypto.randomUUID() };
    const answer = await call<CreatedProject>("POST", "/api/projects", { body: { prompt, model }, idempotencyKey: attempt.current.key });
    if (!answer.ok) return answer.error;
    keepDraft("");
    await navigate(`/projects/${answer.value.project.slug}`);
    return null;
  });
  return { create: run, busy, failure };
}

interface ModelChoiceProps {
  models: ModelSettings | null;
  value: string | undefined;
  onChange: (model: string) => void;
}

function ModelChoice({ models, value, onChange }: ModelChoiceProps) {
  if (models === null || models.available.length < 2) return null;
  const choices = models.available.map(({ id, name, description }) => ({ value: id, label: name, description }));
  return (
    <Suspense>
      <Select quiet label="Model" choices={choices} value={value ?? models.defaultModel} onChange={onChange} className="max-w-56" />
    </Suspense>
  );
}

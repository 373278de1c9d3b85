/** What events on GitHub set off: the rules of the project, each on or off. */
import type { CreateGitHubRule, GitHubRule } from "@edgewright/contracts";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useAction } from "../../api/use-action.ts";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { Switch } from "../../components/Switch.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { RuleDialog } from "./RuleDialog.tsx";
import { READY_MADE, whenText } from "./rule-texts.ts";
import type { GitHub } from "./use-github.ts";

export function Rules({ github, rules }: { github: GitHub; rules: GitHubRule[] }) {
  const notAllowed = useWhyNot("github.update");
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<GitHubRule | null>(null);
  const turn = useAction((rule: GitHubRule, enabled: boolean) => github.act("PATCH", `/rules/${rule.id}`, { body: { enabled } }), {
    raises: true,
  });
  return (
    <section aria-labelledby="github-rules" className="p-4">
      <div className="flex items-center justify-between gap-2">
        <h2 id="github-rules" className="font-semibold">
          Rules
        </h2>
        <Button size="sm" disabledReason={notAllowed} onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" />
          Add rule
        </Button>
      </div>
      {rules.length === 0 ? (
        <ReadyMade github={github} notAllowed={notAllowed} />
      ) : (
        <ul className="mt-2 divide-y divide-border">
          {rules.map((rule) => (
            <li key={rule.id} className="flex items-start gap-3 py-2.5">
              <div className="flex min-w-0 flex-1 items-start gap-3">
                <Switch
                  label={whenText(rule.when)}
                  checked={rule.enabled}
                  disabled={notAllowed !== null || turn.busy}
                  onChange={(enabled) => void turn.run(rule, enabled)}
                />
                <span className="min-w-0">
                  <span className="block font-medium">{whenText(rule.when)}</span>
                  <span className="block text-sm text-muted">
                    {rule.template} {rule.target === "branch" ? "In a pull request." : "Live at once."}
                  </span>
                </span>
              </div>
              <IconButton label={`Remove the rule: ${whenText(rule.when)}`} disabledReason={notAllowed} onClick={() => setRemoving(rule)}>
                <Trash2 />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <RuleDialog github={github} open={adding} onClose={() => setAdding(false)} />
      <ConfirmDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title="Remove this rule?"
        description={removing ? `${whenText(removing.when)}, nothing is set off any more. What it set off stays.` : ""}
        action="Remove rule"
        onConfirm={() => github.act("DELETE", `/rules/${removing?.id}`, { done: "Rule removed" })}
      />
    </section>
  );
}

function ReadyMade({ github, notAllowed }: { github: GitHub; notAllowed: string | null }) {
  const add = useAction((rule: CreateGitHubRule) => github.act("POST", "/rules", { body: rule, done: "Rule added" }), { raises: true });
  return (
    <>
      <p className="mt-1 text-muted">Let what happens on GitHub set the agent to work. Only people who may write to the repository can.</p>
      <ul className="mt-3 grid gap-2 sm:grid-cols-3">
        {READY_MADE.map(({ title, says, rule }) => (
          <li key={title} className="flex flex-col items-start rounded-card border border-border p-3">
            <p className="font-medium">{title}</p>
            <p className="mt-0.5 mb-3 flex-1 text-sm text-muted">{says}</p>
            <Button
              size="sm"
              busy={add.running?.[0] === rule}
              disabledReason={notAllowed}
              aria-label={`Add: ${title}`}
              onClick={() => void add.run(rule)}
            >
              Add
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

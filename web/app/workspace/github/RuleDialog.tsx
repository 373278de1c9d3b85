/** A rule of one's own: what has to happen on GitHub, and what the agent is told then. */
import type { CreateGitHubRule } from "@edgewright/contracts";
import { z } from "zod";
import { Field, FieldControl } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { Select } from "../../components/Select.tsx";
import { Textarea } from "../../components/Textarea.tsx";
import { FormDialog } from "../../forms/FormDialog.tsx";
import type { GitHub } from "./use-github.ts";

const WHEN = [
  { value: "label", label: "An issue gets a label" },
  { value: "path", label: "A push changes a file" },
  { value: "comment", label: "A comment begins with /edgewright" },
];

const WHERE = [
  { value: "branch", label: "To a branch and a pull request" },
  { value: "direct", label: "Live, as a version" },
];

const Values = z
  .object({
    target: z.enum(["branch", "direct"]),
    kind: z.enum(["label", "path", "comment"]),
    name: z.string().trim().max(200),
    template: z.string().trim().min(1, "Say what is to be done.").max(2000),
  })
  .refine(({ kind, name }) => kind === "comment" || name !== "", { path: ["name"], message: "This is needed." });
type Values = z.infer<typeof Values>;
const INITIAL: Values = { kind: "label", target: "branch", name: "", template: "" };

const ruleOf = ({ kind, name, template, target }: Values): CreateGitHubRule => {
  if (kind === "comment") return { when: { kind }, template, target };
  return { when: kind === "label" ? { kind, label: name.trim() } : { kind, path: name.trim() }, template, target };
};

export function RuleDialog({ github, open, onClose }: { github: GitHub; open: boolean; onClose: () => void }) {
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title="Add a rule"
      description="What was written on GitHub is given to the agent along with your words."
      schema={Values}
      initial={INITIAL}
      submit={(values) => github.act("POST", "/rules", { body: ruleOf(values), done: "Rule added" })}
      action="Add rule"
    >
      {({ values, set, bind, errorOf }) => (
        <>
          <Field label="When">
            <Select
              label="When"
              choices={WHEN}
              value={values.kind}
              onChange={(kind) => set({ kind: Values.shape.kind.parse(kind) })}
              className="w-full"
            />
          </Field>
          {values.kind !== "comment" && (
            <Field
              label={values.kind === "label" ? "Label" : "File"}
              error={errorOf("name")}
              hint={values.kind === "path" ? "A folder ends in a slash: docs/" : undefined}
            >
              <Input
                autoComplete="off"
                spellCheck={false}
                placeholder={values.kind === "label" ? "edgewright" : "SPEC.md"}
                {...bind("name")}
              />
            </Field>
          )}
          <Field label="The agent is told" error={errorOf("template")}>
            <FieldControl>
              <Textarea className="min-h-20" placeholder="Change the app as this issue asks." {...bind("template")} />
            </FieldControl>
          </Field>
          <Field label="Its work goes">
            <Select
              label="Its work goes"
              choices={WHERE}
              value={values.target}
              onChange={(target) => set({ target: Values.shape.target.parse(target) })}
              className="w-full"
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

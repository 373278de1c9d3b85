/** The variables of one environment: what is set, what the app asks for and has not, and the ways to set more. */
import type { NeededVariable, Variable, VariableEnvironment, Variables } from "@edgewright/contracts";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { ImportForm } from "./ImportForm.tsx";
import { PublishAgain } from "./PublishAgain.tsx";
import { useSaveVariables } from "./use-save-variables.ts";
import { VariableForm } from "./VariableForm.tsx";
import { NeedRow, VariableRow } from "./VariableRow.tsx";

interface VariableSetProps {
  environment: VariableEnvironment;
  variables: Variables;
  onChanged: (now: Variables) => void;
  reload: () => void;
}

/** What is being entered: one variable, new or known, or a whole file of them. */
type Entering = { form: "one"; given: Pick<Variable, "name" | "secret" | "value"> | null } | { form: "file" } | null;

export function VariableSet({ environment, variables, onChanged, reload }: VariableSetProps) {
  const notAllowed = useWhyNot(`variables.${environment}.update`);
  const [entering, setEntering] = useState<Entering>(null);
  const save = useSaveVariables(environment, onChanged);
  const present = variables[environment];
  const missing = variables.needs.filter(({ name }) => present.every((variable) => variable.name !== name));
  const close = () => setEntering(null);
  const enter = (given: NeededVariable | Variable) =>
    setEntering({ form: "one", given: { name: given.name, secret: given.secret, value: "value" in given ? given.value : null } });
  if (entering?.form === "one")
    return <VariableForm given={entering.given} taken={present.map(({ name }) => name)} save={save} onClose={close} />;
  if (entering?.form === "file")
    return <ImportForm needs={variables.needs} taken={present.map(({ name }) => name)} save={save} onClose={close} />;
  return (
    <div className="space-y-4">
      <ul className="divide-y divide-border">
        {missing.map((need) => (
          <NeedRow key={need.name} need={need} notAllowed={notAllowed} onSet={() => enter(need)} />
        ))}
        {present.map((variable) => (
          <VariableRow
            key={variable.name}
            variable={variable}
            need={variables.needs.find(({ name }) => name === variable.name)}
            notAllowed={notAllowed}
            onChange={() => enter(variable)}
            remove={() => save({ remove: [variable.name] })}
          />
        ))}
      </ul>
      {present.length + missing.length === 0 && (
        <p className="text-muted">
          {environment === "preview" ? "Nothing is set for the preview." : "Nothing is set for the published app."} Keys of other services
          belong here, never in the code.
        </p>
      )}
      {environment === "production" && variables.live && <PublishAgain live={variables.live} onPublished={reload} />}
      {environment === "preview" && present.length > 0 && (
        <p className="text-sm text-muted">A change holds from the preview's next request.</p>
      )}
      {notAllowed && <p className="text-sm text-muted">{notAllowed}</p>}
      <div className="flex flex-wrap gap-2">
        <Button disabledReason={notAllowed} onClick={() => setEntering({ form: "one", given: null })}>
          Add a variable
        </Button>
        <Button disabledReason={notAllowed} onClick={() => setEntering({ form: "file" })}>
          Import a .env file
        </Button>
      </div>
    </div>
  );
}

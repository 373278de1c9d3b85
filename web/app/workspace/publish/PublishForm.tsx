/** What publishing the current version would change, and the button that does it. What rows would lose needs a yes. */
import { type Publication, stepsInTheWay } from "@edgewright/contracts";
import { useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { useAction } from "../../api/use-action.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { count } from "../../components/figures.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { DataSteps } from "../data/DataSteps.tsx";
import { VariablesNote } from "./VariablesNote.tsx";

type Next = NonNullable<Publication["next"]>;
/** `toVariables` leads to where they are set. */
type Props = { publication: Publication; publish: (accepts: string[]) => Promise<ApiFailure | null>; toVariables: () => void };

export function PublishForm({ publication: { live, next }, publish, toVariables }: Props) {
  const notAllowed = useWhyNot("deployment.create");
  const [agreed, setAgreed] = useState(false);
  const action = useAction(publish);
  if (next === null) return null;
  const lossy = next.data.steps.filter(({ effect }) => effect === "lossy").map(({ key }) => key);
  const accepts = agreed ? lossy : [];
  const same = live?.version === next.version;
  return (
    <section className="space-y-3">
      <h3 className="font-semibold">{same ? `v${next.version} is what is published` : `What v${next.version} changes`}</h3>
      {!same && <Changes next={next} first={live === null} />}
      <VariablesNote variables={next.variables} onOpen={toVariables} />
      {lossy.length > 0 && (
        <Checkbox checked={agreed} onChange={setAgreed} disabled={notAllowed !== null}>
          The published rows may lose this
        </Checkbox>
      )}
      <FailureNote failure={action.failure} />
      <Button
        variant="primary"
        busy={action.busy}
        disabledReason={notAllowed ?? hindrance(next, accepts)}
        onClick={() => void action.run(accepts)}
      >
        {same ? `Publish v${next.version} again` : `Publish v${next.version}`}
      </Button>
    </section>
  );
}

function hindrance({ data, variables }: Next, accepts: readonly string[]): string | null {
  if (variables.missing.some(({ required }) => required)) return "Set first what the app needs.";
  const inTheWay = stepsInTheWay(data, accepts);
  if (inTheWay.length === 0) return null;
  return inTheWay.some(({ effect }) => effect === "impossible")
    ? "The published rows cannot follow this change of the tables."
    : "Agree first to what the published rows would lose.";
}

const SHOWN = 6;

function Changes({ next: { files, data }, first }: { next: Next; first: boolean }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
      <dt className="text-muted">Code</dt>
      <dd>{first ? count(files.length, "file") : files.length === 0 ? "No file differs." : <Files files={files} />}</dd>
      <dt className="text-muted">Rows</dt>
      <dd>
        {data.steps.length > 0 ? (
          <DataSteps plan={data} />
        ) : first ? (
          "None yet. Sample rows stay in the preview."
        ) : (
          "The published rows stay as they are."
        )}
      </dd>
    </dl>
  );
}

const Files = ({ files }: { files: Next["files"] }) => (
  <>
    <p>{count(files.length, "file")}</p>
    <ul className="mt-1 font-mono text-sm text-muted">
      {files.slice(0, SHOWN).map(({ path, change }) => (
        <li key={path} className="flex gap-2">
          <span className="min-w-0 truncate">{path}</span>
          <span className="shrink-0">{change}</span>
        </li>
      ))}
      {files.length > SHOWN && <li>and {files.length - SHOWN} more</li>}
    </ul>
  </>
);

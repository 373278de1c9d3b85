/** What can be done with a deployment: go back to it, remove it, unpublish what is live. */
import { type DataPlan, type Deployment, stepsInTheWay } from "@edgewright/contracts";
import { useState } from "react";
import { call } from "../../../api/browser.ts";
import { useAction } from "../../../api/use-action.ts";
import { Button } from "../../../components/Button.tsx";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { FormDialog } from "../../../forms/FormDialog.tsx";
import { useWhyNot } from "../../../permissions/use-why-not.ts";
import { DataSteps } from "../../data/DataSteps.tsx";
import { projectPath, useWorkspace } from "../../WorkspaceContext.tsx";

type Props = { deployment: Deployment; onChanged: () => void };

/** At one press, unless the rows would lose something by it: then that is asked first. */
export function GoBack({ deployment: { id, version }, onChanged }: Props) {
  const { project } = useWorkspace();
  const notAllowed = useWhyNot("deployment.rollback");
  const [loss, setLoss] = useState<DataPlan | null>(null);
  const path = projectPath(project, `/deployments/${id}`);
  const goBack = async (accepts: string[]) => {
    const done = await call<Deployment>("POST", `${path}/rollback`, { body: { accepts } });
    if (!done.ok) return done.error;
    onChanged();
    return null;
  };
  const { busy, run } = useAction(
    async () => {
      const plan = await call<DataPlan>("GET", `${path}/plan`);
      if (!plan.ok) return plan.error;
      if (stepsInTheWay(plan.value, []).length === 0) return goBack([]);
      setLoss(plan.value);
      return null;
    },
    { raises: true },
  );
  return (
    <>
      <Button size="sm" busy={busy} disabledReason={notAllowed} onClick={() => void run()}>
        Roll back
      </Button>
      <FormDialog
        open={loss !== null}
        onClose={() => setLoss(null)}
        title={`Roll back to v${version}`}
        description={`The tables of v${version} have no place for some of the published rows' values. They are put aside, and are back with the version that has them.`}
        action={`Roll back to v${version}`}
        danger
        initial={{}}
        submit={() => goBack(loss?.steps.map(({ key }) => key) ?? [])}
      >
        {() => loss && <DataSteps plan={loss} />}
      </FormDialog>
    </>
  );
}

export function Remove({ deployment: { id }, onChanged }: Props) {
  const { project } = useWorkspace();
  const notAllowed = useWhyNot("deployment.remove");
  const { busy, run } = useAction(
    async () => {
      const done = await call("DELETE", projectPath(project, `/deployments/${id}`));
      if (!done.ok) return done.error;
      onChanged();
      return null;
    },
    { raises: true },
  );
  return (
    <Button size="sm" variant="ghost" busy={busy} disabledReason={notAllowed} onClick={() => void run()}>
      Remove
    </Button>
  );
}

export function Unpublish({ onChanged }: { onChanged: () => void }) {
  const { project, refresh } = useWorkspace();
  const notAllowed = useWhyNot("publication.update");
  const [asking, setAsking] = useState(false);
  const end = async () => {
    const done = await call("DELETE", projectPath(project, "/publication"));
    if (!done.ok) return done.error;
    setAsking(false);
    onChanged();
    refresh();
    return null;
  };
  return (
    <>
      <Button size="sm" variant="ghost" disabledReason={notAllowed} onClick={() => setAsking(true)}>
        Unpublish
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Unpublish the app"
        description="Nobody finds it at its address any more, from now on. Its rows stay, and rolling back to a deployment publishes it again."
        action="Unpublish"
        onConfirm={end}
      />
    </>
  );
}

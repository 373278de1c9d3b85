/** Before a person saves or restores a version whose tables would take values out of rows: what it does, and their yes. */
import { stepsInTheWay } from "@edgewright/contracts";
import { Button } from "../../components/Button.tsx";
import { Dialog, DialogActions } from "../../components/Dialog.tsx";
import { DataSteps } from "./DataSteps.tsx";
import type { AskedLoss } from "./data-loss.ts";

export default function DataLossDialog({ asked: { plan, answer } }: { asked: AskedLoss }) {
  const refused = plan.steps.some(({ effect }) => effect === "impossible");
  const keep = () => answer(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && keep()}
      title={refused ? "The rows do not fit these tables" : "The app's rows would lose something"}
      description={
        refused
          ? "Leave the field as it is, and add one of another name beside it."
          : "A snapshot is made first: History brings all of it back."
      }
    >
      <DataSteps plan={plan} />
      <DialogActions>
        <Button onClick={keep}>{refused ? "Close" : "Keep the values"}</Button>
        {!refused && (
          <Button variant="danger" onClick={() => answer(stepsInTheWay(plan, []).map(({ key }) => key))}>
            Make the change
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

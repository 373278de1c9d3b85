/** Variables and secrets of the app's server code, those of the preview and those of the published app apart. */
import { VARIABLE_ENVIRONMENTS, type VariableEnvironment, type Variables } from "@edgewright/contracts";
import { useState } from "react";
import { useLoad } from "../../api/use-load.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { TabPanel, Tabs } from "../../components/Tabs.tsx";
import { PeopleSkeleton } from "../../organizations/PeopleSkeleton.tsx";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { VariableSet } from "./VariableSet.tsx";

interface EnvironmentDialogProps {
  open: boolean;
  onClose: () => void;
  /** Which of the two is shown first. */
  first?: VariableEnvironment;
}

export const EnvironmentDialog = ({ open, onClose, first = "preview" }: EnvironmentDialogProps) => (
  <Dialog
    open={open}
    onOpenChange={onClose}
    title="Environment"
    description="What the app's server code reads as env.NAME. Pages never get it: whatever is in a page, every visitor can read."
    size="wide"
  >
    {open && <Environment first={first} />}
  </Dialog>
);

const LABELS: Record<VariableEnvironment, string> = { preview: "Preview", production: "Production" };

function Environment({ first }: { first: VariableEnvironment }) {
  const { project } = useWorkspace();
  const { answer, reload, change } = useLoad<Variables>(projectPath(project, "/variables"));
  const [shown, setShown] = useState<VariableEnvironment>(first);
  if (!answer) return <PeopleSkeleton />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} />;
  const variables = answer.value;
  return (
    <Tabs
      label="Environment"
      value={shown}
      onChange={(value) => setShown(value === "production" ? "production" : "preview")}
      tabs={VARIABLE_ENVIRONMENTS.map((value) => ({ value, label: LABELS[value] }))}
    >
      {VARIABLE_ENVIRONMENTS.map((environment) => (
        <TabPanel key={environment} value={environment} className="pt-3">
          <VariableSet environment={environment} variables={variables} onChanged={(now) => change(() => now)} reload={reload} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

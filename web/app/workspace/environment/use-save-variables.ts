/** Sets and removes variables of an environment, and shows what there is then. */
import type { ChangeVariables, VariableEnvironment, Variables } from "@edgewright/contracts";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

export type SaveVariables = (change: Partial<ChangeVariables>) => Promise<ApiFailure | null>;

export function useSaveVariables(environment: VariableEnvironment, onChanged: (now: Variables) => void): SaveVariables {
  const { project } = useWorkspace();
  return async (change) => {
    const saved = await call<Variables>("PATCH", projectPath(project, `/variables/${environment}`), { body: change });
    if (!saved.ok) return saved.error;
    onChanged(saved.value);
    return null;
  };
}

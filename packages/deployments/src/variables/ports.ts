/** Variables as kept (implemented in packages/db): values are sealed, plain ones too. */
import type { AuditEntry } from "@edgewright/audit";
import type { VariableEnvironment } from "@edgewright/contracts";

export type VariableRecord = {
  projectId: string;
  environment: VariableEnvironment;
  name: string;
  secret: boolean;
  sealedValue: string;
  updatedBy: string;
  updatedAt: number;
};

export interface VariableRecords {
  /** Of all environments, by name. */
  of(projectId: string): Promise<VariableRecord[]>;
  /** One write with its line in the log. */
  change(
    where: Pick<VariableRecord, "projectId" | "environment">,
    change: { set: readonly VariableRecord[]; removed: readonly string[] },
    audit: AuditEntry,
  ): Promise<void>;
}

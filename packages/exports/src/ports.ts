/** What is taken along, as kept (implemented in packages/db). */
import type { MessageRecord } from "@edgewright/chat";
import type { ProjectRecord } from "@edgewright/projects";

type Page = { after: string | null; limit: number };

/** Page by page in the order of ids, so that work going on meanwhile makes no gap. */
export interface ExportRecords {
  /** Deleted ones too. */
  projects(organizationId: string, page: Page): Promise<ProjectRecord[]>;
  messages(projectId: string, page: Page): Promise<MessageRecord[]>;
}

/** The rows of an app as they are now, everybody's. */
export interface AppRows {
  /** The names of its tables. */
  tables(projectId: string): Promise<string[]>;
  page(projectId: string, table: string, cursor: string | null): Promise<{ rows: object[]; cursor: string | null }>;
}

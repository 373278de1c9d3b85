/** What setting off a rule, and telling what came of it, stand on. */
import type { MembershipRecords } from "@edgewright/accounts";
import type { ConversationDeps, OutboxDeps, SessionRecords } from "@edgewright/chat";
import type { Outcome } from "@edgewright/contracts";
import type { ProjectRecord } from "@edgewright/projects";
import type { SyncDeps } from "../deps.ts";

export type RuleRunDeps = SyncDeps &
  ConversationDeps & {
    sessions: SessionRecords;
    memberships: Pick<MembershipRecords, "ofUser">;
    outboxDeps: OutboxDeps;
    appUrl: string;
    /** The one that the project's next job is to use. */
    modelFor(project: ProjectRecord): Promise<Outcome<string>>;
  };

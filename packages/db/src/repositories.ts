/** Every repository over one database. Built in a worker's services.ts. */
import type { Database } from "./database.ts";
import { usageRepository } from "./metering/month-usage.ts";
import { accessRepository } from "./repositories/access.ts";
import { accountRepository } from "./repositories/accounts.ts";
import { auditRepository } from "./repositories/audit.ts";
import { domainRepository } from "./repositories/domains.ts";
import { exportRepository } from "./repositories/exports.ts";
import { idempotencyRepository } from "./repositories/idempotency.ts";
import { inviteRepository } from "./repositories/invites.ts";
import { jobRepository } from "./repositories/jobs.ts";
import { memberRepository } from "./repositories/members.ts";
import { membershipRepository } from "./repositories/memberships.ts";
import { messageRepository } from "./repositories/messages.ts";
import { modelSettingsRepository } from "./repositories/model-settings.ts";
import { organizationRepository } from "./repositories/organizations.ts";
import { outboxRepository } from "./repositories/outbox.ts";
import { projectRoleRepository } from "./repositories/project-roles.ts";
import { projectRepository } from "./repositories/projects.ts";
import { purgeRepository } from "./repositories/purges.ts";
import { questioningRepository } from "./repositories/questioning.ts";
import { sessionRepository } from "./repositories/sessions.ts";
import { signInRepository } from "./repositories/sign-ins.ts";
import { snapshotRepository } from "./repositories/snapshots.ts";
import { tokenRepository } from "./repositories/tokens.ts";
import { userRepository } from "./repositories/users.ts";
import { versionRepository } from "./repositories/versions.ts";

export const createRepositories = (database: Database) => ({
  access: accessRepository(database),
  accounts: accountRepository(database),
  audit: auditRepository(database),
  domains: domainRepository(database),
  exports: exportRepository(database),
  idempotency: idempotencyRepository(database),
  invites: inviteRepository(database),
  jobs: jobRepository(database),
  members: memberRepository(database),
  memberships: membershipRepository(database),
  messages: messageRepository(database),
  modelSettings: modelSettingsRepository(database),
  organizations: organizationRepository(database),
  outbox: outboxRepository(database),
  projectRoles: projectRoleRepository(database),
  projects: projectRepository(database),
  purges: purgeRepository(database),
  questionings: questioningRepository(database),
  sessions: sessionRepository(database),
  signIns: signInRepository(database),
  tokens: tokenRepository(database),
  snapshots: snapshotRepository(database),
  usage: usageRepository(database),
  users: userRepository(database),
  versions: versionRepository(database),
});
export type Repositories = ReturnType<typeof createRepositories>;

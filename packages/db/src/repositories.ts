/** Every repository over one database. Built in a worker's services.ts. */
import type { Database } from "./database.ts";
import { usageRepository } from "./metering/month-usage.ts";
import { accessRepository } from "./repositories/accounts/access.ts";
import { accountRepository } from "./repositories/accounts/accounts.ts";
import { signInRepository } from "./repositories/accounts/sign-ins.ts";
import { tokenRepository } from "./repositories/accounts/tokens.ts";
import { userRepository } from "./repositories/accounts/users.ts";
import { arrivalRepository } from "./repositories/api/arrivals.ts";
import { idempotencyRepository } from "./repositories/api/idempotency.ts";
import { pageRepository } from "./repositories/api/pages.ts";
import { auditRepository } from "./repositories/audit/audit.ts";
import { jobRepository } from "./repositories/chat/jobs.ts";
import { messageRepository } from "./repositories/chat/messages.ts";
import { outboxRepository } from "./repositories/chat/outbox.ts";
import { questioningRepository } from "./repositories/chat/questioning.ts";
import { sessionNoteRepository } from "./repositories/chat/session-notes.ts";
import { sessionRepository } from "./repositories/chat/sessions.ts";
import { deploymentRepository } from "./repositories/deployments/deployments.ts";
import { publicationRepository } from "./repositories/deployments/publications.ts";
import { variableRepository } from "./repositories/deployments/variables.ts";
import { exportRepository } from "./repositories/exports/exports.ts";
import { githubRepository } from "./repositories/github/github.ts";
import { modelSettingsRepository } from "./repositories/models/model-settings.ts";
import { appRoleRepository } from "./repositories/organizations/app-roles.ts";
import { domainRepository } from "./repositories/organizations/domains.ts";
import { inviteRepository } from "./repositories/organizations/invites.ts";
import { memberRepository } from "./repositories/organizations/members.ts";
import { membershipRepository } from "./repositories/organizations/memberships.ts";
import { organizationRepository } from "./repositories/organizations/organizations.ts";
import { projectRoleRepository } from "./repositories/organizations/project-roles.ts";
import { purgeRepository } from "./repositories/organizations/purges.ts";
import { projectRepository } from "./repositories/projects/projects.ts";
import { snapshotRepository } from "./repositories/projects/snapshots.ts";
import { versionRepository } from "./repositories/projects/versions.ts";

export const createRepositories = (database: Database) => ({
  access: accessRepository(database),
  accounts: accountRepository(database),
  appRoles: appRoleRepository(database),
  appVariables: variableRepository(database),
  arrivals: arrivalRepository(database),
  audit: auditRepository(database),
  deployments: deploymentRepository(database),
  domains: domainRepository(database),
  exports: exportRepository(database),
  github: githubRepository(database),
  idempotency: idempotencyRepository(database),
  invites: inviteRepository(database),
  jobs: jobRepository(database),
  members: memberRepository(database),
  memberships: membershipRepository(database),
  messages: messageRepository(database),
  modelSettings: modelSettingsRepository(database),
  organizations: organizationRepository(database),
  outbox: outboxRepository(database),
  pages: pageRepository(database),
  projectRoles: projectRoleRepository(database),
  projects: projectRepository(database),
  publications: publicationRepository(database),
  purges: purgeRepository(database),
  questionings: questioningRepository(database),
  sessionNotes: sessionNoteRepository(database),
  sessions: sessionRepository(database),
  signIns: signInRepository(database),
  tokens: tokenRepository(database),
  snapshots: snapshotRepository(database),
  usage: usageRepository(database),
  users: userRepository(database),
  versions: versionRepository(database),
});
export type Repositories = ReturnType<typeof createRepositories>;

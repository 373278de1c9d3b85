/** Every operation of the API but its own description. Mounted by app.ts; described by docs/. */
import type { Operation } from "../http/operation.ts";
import { acceptInvite } from "./accept-invite.ts";
import { addDomain } from "./add-domain.ts";
import { answerJob } from "./answer-job.ts";
import { cancelJob } from "./cancel-job.ts";
import { confirmProjectHosts } from "./confirm-project-hosts.ts";
import { continueJob } from "./continue-job.ts";
import { createInvites } from "./create-invites.ts";
import { createOrganization } from "./create-organization.ts";
import { createOwnToken } from "./create-own-token.ts";
import { createProject } from "./create-project.ts";
import { createRow } from "./create-row.ts";
import { createSnapshot } from "./create-snapshot.ts";
import { createToken } from "./create-token.ts";
import { deleteMe } from "./delete-me.ts";
import { deleteOrganization } from "./delete-organization.ts";
import { deleteProject } from "./delete-project.ts";
import { deleteRow } from "./delete-row.ts";
import { diffVersions } from "./diff-versions.ts";
import { downloadArchive } from "./download-archive.ts";
import { endOtherSessions } from "./end-other-sessions.ts";
import { endOwnSession } from "./end-own-session.ts";
import { exportAudit } from "./export-audit.ts";
import { exportOrganization } from "./export-organization.ts";
import { getDataSchema } from "./get-data-schema.ts";
import { getDeletion } from "./get-deletion.ts";
import { getDevMail } from "./get-dev-mail.ts";
import { getHealth } from "./get-health.ts";
import { getJob } from "./get-job.ts";
import { getMe } from "./get-me.ts";
import { getModels } from "./get-models.ts";
import { getOrganization } from "./get-organization.ts";
import { getOwnSignIn } from "./get-own-sign-in.ts";
import { getProject } from "./get-project.ts";
import { getProjectHosts } from "./get-project-hosts.ts";
import { getRow } from "./get-row.ts";
import { getSession } from "./get-session.ts";
import { getSignIn } from "./get-sign-in.ts";
import { getSnapshot } from "./get-snapshot.ts";
import { getUsage } from "./get-usage.ts";
import { getVersion } from "./get-version.ts";
import { joinOrganization } from "./join-organization.ts";
import { joinStream } from "./join-stream.ts";
import { leaveOrganization } from "./leave-organization.ts";
import { listActivity } from "./list-activity.ts";
import { listAudit } from "./list-audit.ts";
import { listDevMails } from "./list-dev-mails.ts";
import { listDomains } from "./list-domains.ts";
import { listEvents } from "./list-events.ts";
import { listFiles } from "./list-files.ts";
import { listInvites } from "./list-invites.ts";
import { listJoinable } from "./list-joinable.ts";
import { listMembers } from "./list-members.ts";
import { listOrganizations } from "./list-organizations.ts";
import { listOwnSessions } from "./list-own-sessions.ts";
import { listOwnTokens } from "./list-own-tokens.ts";
import { listProjectRoles } from "./list-project-roles.ts";
import { listProjects } from "./list-projects.ts";
import { listRows } from "./list-rows.ts";
import { listSnapshots } from "./list-snapshots.ts";
import { listTokens } from "./list-tokens.ts";
import { listVersions } from "./list-versions.ts";
import { lookUpInvite } from "./look-up-invite.ts";
import { openPreview } from "./open-preview.ts";
import { readFile } from "./read-file.ts";
import { readPicture } from "./read-picture.ts";
import { removeDomain } from "./remove-domain.ts";
import { removeMember } from "./remove-member.ts";
import { removeOwnPicture } from "./remove-own-picture.ts";
import { resendInvite } from "./resend-invite.ts";
import { restoreVersion } from "./restore-version.ts";
import { retryJob } from "./retry-job.ts";
import { revokeInvite } from "./revoke-invite.ts";
import { revokeOwnToken } from "./revoke-own-token.ts";
import { revokeToken } from "./revoke-token.ts";
import { rollBack } from "./roll-back.ts";
import { saveVersion } from "./save-version.ts";
import { sendMessage } from "./send-message.ts";
import { setOwnPicture } from "./set-own-picture.ts";
import { setProjectRole } from "./set-project-role.ts";
import { sharePreview } from "./share-preview.ts";
import { startSession } from "./start-session.ts";
import { switchOrganization } from "./switch-organization.ts";
import { testModels } from "./test-models.ts";
import { undeleteOrganization } from "./undelete-organization.ts";
import { undeleteProject } from "./undelete-project.ts";
import { updateBudgets } from "./update-budgets.ts";
import { updateDomain } from "./update-domain.ts";
import { updateJob } from "./update-job.ts";
import { updateMember } from "./update-member.ts";
import { updateModels } from "./update-models.ts";
import { updateOrganization } from "./update-organization.ts";
import { updateProject } from "./update-project.ts";
import { updateRow } from "./update-row.ts";
import { verifyAudit } from "./verify-audit.ts";
import { verifyDomain } from "./verify-domain.ts";

export const OPERATIONS: readonly Operation[] = [
  ...[getHealth, getMe, getSignIn],
  ...[listOwnSessions, endOwnSession, endOtherSessions, getOwnSignIn, setOwnPicture, removeOwnPicture, readPicture, getDeletion, deleteMe],
  ...[listOwnTokens, createOwnToken, revokeOwnToken, listTokens, createToken, revokeToken],
  ...[listProjects, createProject, getProject, updateProject, deleteProject, undeleteProject],
  ...[getProjectHosts, confirmProjectHosts],
  ...[listVersions, saveVersion, getVersion, listFiles, readFile, diffVersions, restoreVersion, downloadArchive],
  ...[listSnapshots, createSnapshot, getSnapshot, rollBack],
  ...[startSession, getSession, sendMessage, listEvents, joinStream],
  ...[getJob, updateJob, cancelJob, retryJob, continueJob, answerJob],
  ...[openPreview, sharePreview],
  ...[getDataSchema, listRows, createRow, getRow, updateRow, deleteRow],
  ...[listOrganizations, createOrganization, getOrganization, updateOrganization, deleteOrganization, undeleteOrganization],
  ...[leaveOrganization, switchOrganization, exportOrganization],
  ...[listMembers, updateMember, removeMember, listProjectRoles, setProjectRole],
  ...[listInvites, createInvites, resendInvite, revokeInvite, lookUpInvite, acceptInvite],
  ...[listDomains, addDomain, verifyDomain, updateDomain, removeDomain, listJoinable, joinOrganization],
  ...[getModels, updateModels, testModels, getUsage, updateBudgets],
  ...[listAudit, exportAudit, verifyAudit, listActivity],
];

/** Only on one's own machine; elsewhere they are not there at all. */
export const DEV_OPERATIONS: readonly Operation[] = [listDevMails, getDevMail];

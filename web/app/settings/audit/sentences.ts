/** What each action of the audit log is in plain words. The vocabulary is closed: an action without words does not compile. */
import type { AuditAction } from "@edgewright/audit";
import type { AuditRow } from "@edgewright/contracts";

type Facts = Pick<AuditRow, "detail" | "before" | "after" | "actor">;
type Words = string | ((facts: Facts) => string);

/** The first of these facts that is told, in quotation marks; else nothing. */
function told({ detail, before, after }: Facts, ...names: string[]): string {
  for (const name of names)
    for (const facts of [detail, after, before]) {
      const value = facts?.[name];
      if (typeof value === "string" && value !== "") return ` “${value}”`;
    }
  return "";
}
const fact = ({ detail, after }: Facts, name: string): string => String(detail[name] ?? after?.[name] ?? "");
const of =
  (text: string, ...names: string[]): Words =>
  (facts) =>
    text + told(facts, ...names);

const version =
  (text: string) =>
  (facts: Facts): string =>
    fact(facts, "version") === "" ? text : `${text} ${fact(facts, "version")}`;
const row =
  (text: string) =>
  (facts: Facts): string =>
    fact(facts, "table") === "" ? text : `${text} in ${fact(facts, "table")}`;

const ENDS: Record<string, string> = { done: "Finished the work", failed: "Could not finish the work", cancelled: "Stopped the work" };

/** Only a name or an address changed tells more than that something did. */
function changedProject(facts: Facts): string {
  const { before, after } = facts;
  if (before?.name !== undefined && after?.name !== undefined && before.name !== after.name)
    return `Renamed the project to “${after.name}”`;
  if (before?.slug !== after?.slug) return "Changed the project's address";
  return "Changed the project's settings";
}

/** One line for an hour's changes by those who use the app. */
function usedApp(facts: Facts): string {
  const total = ["created", "updated", "deleted"].reduce((sum, name) => sum + (Number(fact(facts, name)) || 0), 0);
  return `Changed ${total === 1 ? "one row" : `${total} rows`} for its users within an hour`;
}

/** `Set MAIL_KEY and removed OLD_KEY for production`. */
function changedVariables(facts: Facts): string {
  const done = [
    ["set", fact(facts, "setNames")],
    ["removed", fact(facts, "removedNames")],
  ].flatMap(([verb, names]) => (names === "" ? [] : [`${verb} ${names}`]));
  const says = `${done.join(" and ") || "changed variables"} for ${fact(facts, "environment") || "the app"}`;
  return says.charAt(0).toUpperCase() + says.slice(1);
}

const WORDS: Record<AuditAction, Words> = {
  "account.created": "Created the account",
  "account.signed_in": "Signed in",
  "account.session_ended": "Signed out",
  "account.updated": "Changed name or picture",
  "account.email_verified": "Confirmed the e-mail address",
  "account.email_changed": of("Changed the e-mail address to", "email"),
  "account.password_set": "Set a password",
  "account.two_factor_enabled": "Switched two-factor sign-in on",
  "account.two_factor_disabled": "Switched two-factor sign-in off",
  "account.recovery_codes_changed": "Made new recovery codes",
  "account.passkey_added": of("Added the passkey", "name"),
  "account.passkey_renamed": of("Renamed a passkey to", "name"),
  "account.passkey_removed": of("Removed the passkey", "name"),
  "account.linked": of("Connected a sign-in with", "provider"),
  "account.unlinked": of("Disconnected the sign-in with", "provider"),
  "account.organization_switched": "Switched to another organization",
  "account.deleted": "Deleted the account",
  "organization.created": of("Created the organization", "name"),
  "organization.updated": "Changed the organization",
  "organization.deleted": "Deleted the organization",
  "organization.undeleted": "Brought the organization back",
  "organization.exported": "Exported the organization",
  "member.joined": of("Joined the organization as", "role"),
  "member.role_changed": (facts) =>
    `Changed the role of${told(facts, "name") || " a member"}${facts.after?.role ? ` to ${facts.after.role}` : ""}`,
  "member.removed": of("Removed the member", "name", "email"),
  "member.left": "Left the organization",
  "invite.created": (facts) => (told(facts, "email") === "" ? "Made an invite link" : `Invited${told(facts, "email")}`),
  "invite.resent": of("Sent the invite again", "email"),
  "invite.revoked": of("Revoked the invite", "email"),
  "invite.accepted": of("Accepted the invite", "email"),
  "domain.added": of("Added the domain", "domain"),
  "domain.verified": of("Proved the domain", "domain"),
  "domain.updated": of("Changed the domain", "domain"),
  "domain.removed": of("Removed the domain", "domain"),
  "token.created": of("Made the API token", "name"),
  "token.revoked": of("Revoked the API token", "name"),
  "audit.exported": (facts) => `Exported the audit log${fact(facts, "format") === "" ? "" : ` as ${fact(facts, "format").toUpperCase()}`}`,
  "audit.retention_changed": "Changed how long the audit log is kept",
  "audit.swept": (facts) => `Removed lines ${fact(facts, "from")} to ${fact(facts, "to")}, which were older than the log is kept`,
  "project_role.set": "Gave a member another role on the project",
  "project_role.cleared": "Gave a member the organization's role on the project again",
  "app_role.changed": of("Changed the roles in the app of", "name"),
  "snapshot.created": of("Took the snapshot", "name"),
  "snapshot.rolled_back": of("Rolled the project back to the snapshot", "name"),
  "project.created": of("Created the project", "name"),
  "project.updated": changedProject,
  "project.hosts_confirmed": "Confirmed the outside hosts of the app",
  "project.deleted": "Deleted the project",
  "project.undeleted": "Brought the project back",
  "version.saved": version("Saved version"),
  "version.kept_as_draft": version("Kept a draft as version"),
  "version.restored": version("Restored an older version as version"),
  "conversation.started": "Started a conversation",
  "message.sent": "Sent the agent a message",
  "message.edited": "Changed a message that waited",
  "queue.changed": "Changed the order of messages that waited",
  "questions.asked": "Asked questions",
  "questions.answered": "Answered the agent's questions",
  "plan.approved": "Approved a plan",
  "budget.raised": (facts) => (facts.detail.scope === "organization" ? "Raised the month's budget" : "Raised the budget of a job"),
  "data.loss_answered": (facts) => (fact(facts, "accepts") === "0" ? "Kept the app's values" : "Agreed to what the app's rows lose"),
  "job.retried": "Had the work tried again",
  "job.continued": "Had the work continued",
  "job.cancelled": "Stopped the agent",
  "job.finished": (facts) => ENDS[fact(facts, "status")] ?? "Ended the work",
  "preview.opened": (facts) =>
    `Opened the preview${["", "current"].includes(fact(facts, "channel")) ? "" : ` of ${fact(facts, "channel")}`}`,
  "preview.shared": "Made a link to share the app",
  "preview.share_ended": "Ended the links to share the app",
  "deployment.created": (facts) => version(`${fact(facts, "rollbackTo") === "" ? "Published" : "Went back to"} version`)(facts),
  "deployment.finished": (facts) => version(`${DEPLOYED[fact(facts, "status")] ?? "Ended the deployment of"} version`)(facts),
  "deployment.cancelled": version("Cancelled the deployment of version"),
  "deployment.removed": version("Removed a deployment of version"),
  "publication.shared": "Made a link to the published app",
  "publication.updated": "Changed who may open the published app",
  "publication.ended": "Unpublished the app",
  "variables.updated": changedVariables,
  "data.row_created": row("Added a row"),
  "data.row_updated": row("Changed a row"),
  "data.row_deleted": row("Deleted a row"),
  "data.imported": (facts) =>
    row("Imported rows")(facts) + (fact(facts, "added") === "" ? "" : `: ${fact(facts, "added")} added, ${fact(facts, "changed")} changed`),
  "data.import_undone": row("Took back an import"),
  "data.exported": (facts) =>
    row("Exported rows")(facts) +
    (fact(facts, "format") === "" ? "" : `: ${fact(facts, "rows")}, as ${fact(facts, "format").toUpperCase()}`),
  "data.used": usedApp,
  "automation.switched_on": of("Switched on the automation", "automation"),
  "automation.switched_off": of("Switched off the automation", "automation"),
  "automation.retried": of("Retried a run of the automation", "automation"),
  "automation.tested": of("Tried the automation", "automation"),
  "models.updated": "Changed the models",
  "budgets.updated": "Changed the budgets",
  "github.connected": of("Connected the organization to GitHub:", "account"),
  "github.disconnected": of("Disconnected the organization from GitHub:", "account"),
  "github.linked": of("Linked the project to the repository", "repository"),
  "github.updated": "Changed whether merged pull requests are published",
  "github.unlinked": of("Parted the project from the repository", "repository"),
  "github.resolved": "Decided between the project and its repository",
  "github.pull_asked": "Asked for a pull request of a branch",
  "github.pull_merged": "Merged a pull request",
  "github.rule_created": "Made a rule for events on GitHub",
  "github.rule_updated": "Changed a rule for events on GitHub",
  "github.rule_removed": "Removed a rule for events on GitHub",
};

const DEPLOYED: Record<string, string> = { live: "Put live", failed: "Could not publish", cancelled: "Stopped the deployment of" };

const known = (action: string): action is AuditAction => Object.hasOwn(WORDS, action);

/** A newer platform may tell of what this page has no words for yet. */
export function sentence(line: Facts & { action: string }): string {
  const words = known(line.action) ? WORDS[line.action] : line.action;
  return typeof words === "string" ? words : words(line);
}

type Family = AuditAction extends infer A ? (A extends `${infer F}.${string}` ? F : never) : never;
const FAMILIES: Record<Family, string> = {
  account: "Accounts",
  organization: "Organization",
  member: "Members",
  invite: "Invites",
  domain: "Domains",
  token: "API tokens",
  audit: "Audit log",
  project: "Projects",
  github: "GitHub",
  project_role: "Roles on projects",
  app_role: "Roles in apps",
  version: "Versions",
  snapshot: "Snapshots",
  conversation: "Conversations",
  message: "Messages",
  queue: "Order of messages",
  questions: "Questions",
  plan: "Plans",
  job: "The agent's work",
  preview: "Previews",
  deployment: "Deployments",
  publication: "The published app",
  variables: "Variables of apps",
  data: "Data of apps",
  automation: "Automations",
  models: "Models",
  budget: "Raised budgets",
  budgets: "Budgets",
};
/** Kinds of action to choose from, as the API's filter names them. */
export const FAMILY_CHOICES = Object.entries(FAMILIES).map(([family, label]) => ({ value: `${family}.`, label }));

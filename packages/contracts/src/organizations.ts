/** HTTP bodies of organizations: their members, invites, domains, and roles on single projects. */
import { z } from "zod";
import { AppRole } from "./app.ts";
import { AppRoleName } from "./data-schema.ts";
import { page, Role } from "./http.ts";
import { plainText } from "./plain-text.ts";

export const ORGANIZATION_NAME_MAX = 80;
/** How long a deleted organization can be brought back, in days. */
export const ORGANIZATION_GRACE_DAYS = 30;
export const INVITES_AT_ONCE_MAX = 100;

const Name = z
  .string()
  .overwrite(plainText)
  .trim()
  .min(1, "Enter a name.")
  .max(ORGANIZATION_NAME_MAX, `At most ${ORGANIZATION_NAME_MAX} characters.`);

export const Organization = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  /** What the person who asks is in it. */
  role: Role,
  /** Made with the account; it goes only with it. */
  personal: z.boolean(),
  createdAt: z.string(),
  /** Deleted, and purged for good at `purgeAt`. */
  deletedAt: z.string().nullable(),
  purgeAt: z.string().nullable(),
  auditRetentionDays: z.number().int().nullable(),
});
export type Organization = z.infer<typeof Organization>;
/** `GET /api/orgs`: all of the person's organizations. */
export const OrganizationList = z.object({ items: z.array(Organization), active: z.string() });
export type OrganizationList = z.infer<typeof OrganizationList>;
export const CreateOrganization = z.strictObject({ name: Name });
export type CreateOrganization = z.infer<typeof CreateOrganization>;
/** Only what is named changes. */
export const UpdateOrganization = z.strictObject({
  name: Name.optional(),
  slug: z.string().optional(),
  auditRetentionDays: z.number().int().min(30).max(3650).nullable().optional(),
});
export type UpdateOrganization = z.infer<typeof UpdateOrganization>;
/** `DELETE /api/orgs/:org`: its name, typed again. */
export const DeleteOrganization = z.strictObject({ name: z.string() });
export type DeleteOrganization = z.infer<typeof DeleteOrganization>;

/** `exceptions`: the projects on which the member has another role. */
export const Member = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  image: z.string().nullable(),
  role: Role,
  twoFactor: z.boolean(),
  joinedAt: z.string(),
  exceptions: z.array(z.object({ projectId: z.string(), projectName: z.string(), role: Role })),
});
export type Member = z.infer<typeof Member>;
export const MemberPage = page(Member);
export type MemberPage = z.infer<typeof MemberPage>;
export const UpdateMember = z.strictObject({ role: Role });
export type UpdateMember = z.infer<typeof UpdateMember>;

/** An open invitation. `email` null: a link, for whoever has it. */
export const Invite = z.object({
  id: z.string(),
  email: z.string().nullable(),
  role: Role,
  invitedBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  expired: z.boolean(),
  /** How many joined by it. */
  uses: z.number().int(),
});
export type Invite = z.infer<typeof Invite>;
export const InvitePage = page(Invite);
export type InvitePage = z.infer<typeof InvitePage>;
export const InviteDays = z.number().int().min(1).max(30).default(7);
/** `POST /api/orgs/:org/invites`: by mail, to each address of a pasted list, or by link. */
export const CreateInvites = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("email"),
    addresses: z.string().trim().min(1, "Enter at least one address.").max(20_000),
    role: Role,
    days: InviteDays,
  }),
  z.strictObject({ by: z.literal("link"), role: Role, days: InviteDays }),
]);
export type CreateInvites = z.infer<typeof CreateInvites>;
/** What became of each address. `link` is shown once: only its hash is kept. */
export const CreatedInvites = z.object({
  items: z.array(
    z.object({
      address: z.string().nullable(),
      outcome: z.enum(["invited", "resent", "already_member", "yourself", "not_an_address", "mail_failed"]),
      link: z.string().nullable(),
      invite: Invite.nullable(),
    }),
  ),
});
export type CreatedInvites = z.infer<typeof CreatedInvites>;
/** `POST /api/orgs/:org/invites/:invite/resend`: the link anew; the former one ends. */
export const ResentInvite = z.object({ invite: Invite, link: z.string(), mailed: z.boolean() });
export type ResentInvite = z.infer<typeof ResentInvite>;

/** `POST /api/invites/look-up` and `/accept`; in a body, so that it is in no log of addresses. */
export const InviteSecret = z.strictObject({ secret: z.string().min(10).max(200) });
export type InviteSecret = z.infer<typeof InviteSecret>;
/** What whoever has the link may know. `email` is masked, unless the person who asks is signed in with it. */
export const InviteOffer = z.object({
  organization: z.object({ name: z.string() }),
  role: Role,
  invitedBy: z.string(),
  email: z.string().nullable(),
  expiresAt: z.string(),
  /** `sign_in`: nobody is signed in; `wrong_account`: somebody is, with another address; `member`: is one already. */
  state: z.enum(["sign_in", "ready", "wrong_account", "member"]),
});
export type InviteOffer = z.infer<typeof InviteOffer>;
export const AcceptedInvite = z.object({ organization: z.object({ id: z.string(), name: z.string(), slug: z.string(), role: Role }) });
export type AcceptedInvite = z.infer<typeof AcceptedInvite>;

export const OrganizationDomain = z.object({
  id: z.string(),
  domain: z.string(),
  role: Role,
  verifiedAt: z.string().nullable(),
  /** The TXT record that proves the domain. */
  record: z.object({ name: z.string(), value: z.string() }),
});
export type OrganizationDomain = z.infer<typeof OrganizationDomain>;
export const OrganizationDomainList = z.object({ items: z.array(OrganizationDomain) });
export type OrganizationDomainList = z.infer<typeof OrganizationDomainList>;
export const AddDomain = z.strictObject({ domain: z.string().trim().min(1).max(253), role: Role.exclude(["admin"]).default("viewer") });
export type AddDomain = z.infer<typeof AddDomain>;
export const UpdateDomain = z.strictObject({ role: Role.exclude(["admin"]) });
export type UpdateDomain = z.infer<typeof UpdateDomain>;
/** `GET /api/me/joinable`: organizations that claimed the domain of the person's verified address. */
export const JoinableList = z.object({ items: z.array(z.object({ organizationId: z.string(), name: z.string(), role: Role })) });
export type JoinableList = z.infer<typeof JoinableList>;
/** `POST /api/orgs/join`: joins by the domain of the person's verified address. Answers `AcceptedInvite`. */
export const JoinOrganization = z.strictObject({ organizationId: z.string().max(100) });
export type JoinOrganization = z.infer<typeof JoinOrganization>;

/** A member's role on one project; `own` null: the organization's holds. */
export const ProjectRole = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  organizationRole: Role,
  own: Role.nullable(),
});
export type ProjectRole = z.infer<typeof ProjectRole>;
export const ProjectRoleList = z.object({ items: z.array(ProjectRole) });
export type ProjectRoleList = z.infer<typeof ProjectRoleList>;
/** `PUT /api/projects/:project/roles/:user`; null: the organization's role again. */
export const SetProjectRole = z.strictObject({ role: Role.nullable() });
export type SetProjectRole = z.infer<typeof SetProjectRole>;

/** Whose roles in an app they are: a member's, or those of somebody who is invited, to whom they come with joining. `role` is theirs on the platform. */
export const AppRoleHolder = z.object({
  kind: z.enum(["member", "invited"]),
  /** The person's, or the invitation's. */
  id: z.string(),
  name: z.string().nullable(),
  email: z.string(),
  role: Role,
  roles: z.array(z.string()),
});
export type AppRoleHolder = z.infer<typeof AppRoleHolder>;
/** `GET /api/projects/:project/app-roles`. An admin has every role, whatever was given to them. `visitors`: whether the app lets them in. */
export const AppRoleList = z.object({ visitors: z.boolean(), roles: z.array(AppRole), people: z.array(AppRoleHolder) });
export type AppRoleList = z.infer<typeof AppRoleList>;
/** `PUT /api/projects/:project/app-roles/:kind/:id`: all that they are to have. */
export const SetAppRoles = z.strictObject({ roles: z.array(AppRoleName).max(20) });
export type SetAppRoles = z.infer<typeof SetAppRoles>;

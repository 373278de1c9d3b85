/** Domains that organizations claim, as kept, and how a domain's owner is asked (both implemented elsewhere). */
import type { AuditEntry } from "@edgewright/audit";
import type { Outcome, Role } from "@edgewright/contracts";

export type DomainRecord = {
  id: string;
  organizationId: string;
  /** In ASCII and lower case. */
  domain: string;
  challenge: string;
  role: Role;
  verifiedAt: number | null;
  createdBy: string;
  createdAt: number;
};

export type JoinableOrganization = { organizationId: string; name: string; slug: string; role: Role; domain: string };

export type DomainJoin = {
  joinable: JoinableOrganization;
  memberId: string;
  userId: string;
  /** The confirmed address of the account, which it must still have. */
  email: string;
  at: number;
  audit: AuditEntry;
};

export interface DomainRecords {
  list(organizationId: string): Promise<DomainRecord[]>;
  find(organizationId: string, id: string): Promise<DomainRecord | null>;
  insert(domain: DomainRecord, audit: AuditEntry): Promise<"written" | "taken">;
  /** "taken": another organization has proved the domain. "refused": it is gone, or was verified before. */
  verify(id: string, at: number, audit: AuditEntry): Promise<"written" | "taken" | "refused">;
  setRole(id: string, role: Role, audit: AuditEntry): Promise<"written" | "refused">;
  remove(id: string, audit: AuditEntry): Promise<"written" | "refused">;
  /** Living organizations that proved this domain and that the person does not belong to. */
  joinable(domain: string, userId: string): Promise<JoinableOrganization[]>;
  join(joining: DomainJoin): Promise<"joined" | "refused" | "member">;
}

export interface TxtLookup {
  /** The texts of a name's TXT records; none when there is no such name. */
  texts(name: string): Promise<Outcome<string[]>>;
}

/** Operations on domains. */
import type { Operation } from "../../http/operation.ts";
import { addDomain } from "./add-domain.ts";
import { joinOrganization } from "./join-organization.ts";
import { listDomains } from "./list-domains.ts";
import { listJoinable } from "./list-joinable.ts";
import { removeDomain } from "./remove-domain.ts";
import { updateDomain } from "./update-domain.ts";
import { verifyDomain } from "./verify-domain.ts";

export const DOMAINS: readonly Operation[] = [
  listDomains,
  addDomain,
  verifyDomain,
  updateDomain,
  removeDomain,
  listJoinable,
  joinOrganization,
];

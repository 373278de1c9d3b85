/** Directory: RPC entrypoint of workers/api, for dispatch, which has no database. */
import type { Grant, Standing } from "../access.ts";
import type { AppPerson } from "../app.ts";
import type { AppHosts } from "../hosts.ts";

export interface DirectoryRpc {
  /** The project behind a preview slug, with the hosts confirmed for it; null when there is none (or it was deleted). */
  resolve(slug: string): Promise<{ projectId: string; organizationId: string; name: string; hosts: AppHosts } | null>;
  /** The members of an organization, for fields that name one. */
  people(organizationId: string): Promise<AppPerson[]>;
  /** What a grant is worth at this moment. */
  standing(grant: Grant): Promise<Standing>;
}

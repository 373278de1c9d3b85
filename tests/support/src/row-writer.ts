/** As whom tests write rows. */
import type { DataScope, RowOrigin, RowWriter } from "@edgewright/contracts";

const APP: RowOrigin = { organizationId: "org_test", projectId: "prj_test", way: "app" };

/** By default through the app's own page. */
export const writer = (scope: DataScope, origin: RowOrigin = APP): RowWriter => ({ ...scope, origin });

/** What every request to a preview host carries once it is admitted. */
import type { Visit } from "./access.ts";
import type { Env } from "./env.ts";
import type { PreviewHost } from "./host.ts";

export type Preview = { Bindings: Env; Variables: { host: PreviewHost; projectId: string; projectName: string; visit: Visit } };

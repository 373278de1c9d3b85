/** The Durable Objects. Deployed rarely: a new version resets every object. */
export { AttemptLimit } from "./attempt-limit/object.ts";
export { JobSchedule } from "./job-schedule/object.ts";
export { ProjectData } from "./project-data/object.ts";
export { SessionStream } from "./session-stream/object.ts";
export { Workspace } from "./workspace/object.ts";

export default {
  fetch: () => new Response("Not found", { status: 404 }),
} satisfies ExportedHandler;

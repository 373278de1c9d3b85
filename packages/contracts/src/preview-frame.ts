/** What a preview's page and the workspace around it tell each other by `postMessage`. Neither is trusted by the other: both sides parse. */
import { z } from "zod";

/** From the page: its address in the app, that it has rendered this build, and that its access has ended. */
export const FrameReport = z.discriminatedUnion("type", [
  z.object({ type: z.literal("edgewright:location"), path: z.string().max(2000) }),
  z.object({ type: z.literal("edgewright:rendered"), hash: z.string() }),
  z.object({ type: z.literal("edgewright:ended") }),
  /** The keys of the workspace's command palette were pressed, and the app has no use for them. */
  z.object({ type: z.literal("edgewright:palette") }),
]);
export type FrameReport = z.infer<typeof FrameReport>;

/** To the page: where to go. */
export const FrameCommand = z.discriminatedUnion("type", [
  z.object({ type: z.literal("edgewright:go"), path: z.string().max(2000).regex(/^\//) }),
  z.object({ type: z.literal("edgewright:back") }),
  z.object({ type: z.literal("edgewright:reload") }),
]);
export type FrameCommand = z.infer<typeof FrameCommand>;

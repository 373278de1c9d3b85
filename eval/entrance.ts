/** Where each person of a task enters the app that was built. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AppUser, PREVIEW_TOKEN_PARAM, type PreviewAccess, previewAudience } from "@edgewright/contracts";
import { signToken } from "@edgewright/core";
import { openPreview, type Person, shareLink } from "../tests/client.ts";
import type { Who } from "./task.ts";

/** `data` is the folder of a local platform's data, which holds its secrets. */
export type Entrance = { person: Person; projectId: string; data: string };

const COLLEAGUE: AppUser = { id: "usr_grace", name: "Grace Hopper", email: "grace@example.test", role: "editor" };
const SECONDS = 60;

export async function entranceFor(who: Who, { person, projectId, data }: Entrance): Promise<string> {
  if (who === "visitor") return shareLink(person, projectId);
  const { url, origin } = await openPreview(person, projectId);
  return who === "first" ? url : `${origin}/?${PREVIEW_TOKEN_PARAM}=${await colleagueToken(projectId, data)}`;
}

/** The hand-over that the platform would give a second member; made here, since joining an organization takes a verified e-mail address. */
function colleagueToken(projectId: string, data: string): Promise<string> {
  const { PREVIEW_SECRET: secret } = JSON.parse(readFileSync(join(data, "secrets.json"), "utf8")) as { PREVIEW_SECRET: string };
  const claims: PreviewAccess = { projectId, use: "handover", user: COLLEAGUE };
  return signToken(claims, { secret, audience: previewAudience(projectId), expiresInSeconds: SECONDS });
}

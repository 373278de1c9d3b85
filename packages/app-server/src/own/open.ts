/** Opens an app of its own: its files read, its tables as they declare them, and whoever signs people in. */
import { AppManifest, type Outcome } from "@edgewright/contracts";
import { fail, log, ok, parseJson } from "@edgewright/core";
import { AppData, type DataPorts } from "./app-data.ts";
import type { OwnApp } from "./host.ts";
import { People } from "./people.ts";
import { addressOf, isLoopback, type Settings } from "./settings.ts";
import { signIn } from "./sign-in.ts";

/** Of the app's files, those that say what it is. */
export const READ_FILES = ["app.json", "data/schema.json", "data/samples.json"] as const;

/** What its shell has: where the rows are, the built page, the server code, what signs cookies, and whether it listens here alone. */
export type Shell = Pick<OwnApp, "page" | "serverCode"> & { data: DataPorts; secret: string; hereAlone: boolean };

/** @param files by path, as text */
export async function openApp(files: Record<string, string>, settings: Settings, shell: Shell): Promise<Outcome<OwnApp>> {
  const given = parseJson(files["app.json"] ?? "{}", "app.json");
  const manifest = AppManifest.safeParse(given.ok ? given.value : null);
  if (!manifest.success) return fail("bad_request", "app.json is not valid.", { next: "It needs at least a name." });
  const { issuer, admins, roles } = settings;
  const local = !issuer && shell.hereAlone && isLoopback(new URL(addressOf(settings)).hostname);
  if (!issuer && !local && manifest.data.visibility === "members")
    return fail("unauthenticated", `${manifest.data.name} is for members, and nobody could sign in.`, {
      next: `Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET (the way back is ${addressOf(settings)}/_app/sign-in/callback), or "visibility": "link" in app.json, which lets everybody in.`,
    });
  const people = new People(shell.data.sql, manifest.data.roles?.map(({ name }) => name) ?? []);
  const data = new AppData(shell.data, people);
  const fault = await data.open(files);
  if (fault !== null) return fail("schema_invalid", fault, { next: "Correct the file." });
  const lacks = (manifest.data.env ?? []).flatMap(({ name, required }) => (required && !(name in settings.variables) ? [name] : []));
  if (lacks.length > 0) log.warn("the app's server code needs variables that are not set", { lacks: lacks.join(", ") });
  return ok({
    ...{ local, manifest: manifest.data, data, people, variables: settings.variables, page: shell.page, serverCode: shell.serverCode },
    origin: settings.url && new URL(settings.url).origin,
    signIn: issuer ? signIn({ issuer, people, admins, roles, url: addressOf(settings), secret: shell.secret }) : null,
  });
}

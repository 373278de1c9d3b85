/** The app of a folder as it is on the disk, with its rows beside it. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { AppManifest, type Outcome } from "@edgewright/contracts";
import { fail, ok, parseJson } from "@edgewright/core";
import { AppData } from "./app-data.ts";
import { folderFiles } from "./folder-files.ts";
import type { AppFolder } from "./host.ts";
import { nodeSql } from "./node-sql.ts";
import { People } from "./people.ts";
import { addressOf, isLoopback, type Settings } from "./settings.ts";
import { signIn } from "./sign-in.ts";

/** Where the build puts the page and the server code. */
export const BUILT = { pages: "dist/page", server: "dist/server/index.js" } as const;
const FILES = ["app.json", "data/schema.json", "data/samples.json"];

export async function openFolder(root: string, settings: Settings): Promise<Outcome<AppFolder>> {
  const files = Object.fromEntries(
    FILES.flatMap((path) => (existsSync(join(root, path)) ? [[path, readFileSync(join(root, path), "utf8")]] : [])),
  );
  const given = parseJson(files["app.json"] ?? "{}", "app.json");
  const manifest = AppManifest.safeParse(given.ok ? given.value : null);
  if (!manifest.success) return fail("bad_request", "app.json is not valid.", { next: "It needs at least a name." });
  const local = !settings.issuer && isLoopback(settings.host) && isLoopback(new URL(addressOf(settings)).hostname);
  if (!settings.issuer && !local && manifest.data.visibility === "members")
    return fail("unauthenticated", `${manifest.data.name} is for members, and nobody could sign in.`, {
      next: `Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET (the way back is ${addressOf(settings)}/_app/sign-in/callback), or "visibility": "link" in app.json, which lets everybody in.`,
    });
  const folder = resolve(root, settings.data);
  mkdirSync(folder, { recursive: true });
  const sql = nodeSql(join(folder, "app.sqlite"));
  const people = new People(sql, manifest.data.roles?.map(({ name }) => name) ?? []);
  const data = new AppData(sql, people, folderFiles(join(folder, "files")));
  const fault = await data.open(files);
  if (fault !== null) return fail("schema_invalid", fault, { next: "Correct the file." });
  const { issuer, admins, roles } = settings;
  const serverFile = join(root, BUILT.server);
  return ok({
    ...{
      local,
      origin: settings.url && new URL(settings.url).origin,
      manifest: manifest.data,
      data,
      people,
      pages: join(root, BUILT.pages),
    },
    signIn: issuer ? signIn({ issuer, people, admins, roles, url: addressOf(settings), secret: secretIn(folder) }) : null,
    serverCode: async () => (existsSync(serverFile) ? (await import(pathToFileURL(serverFile).href)).default : null),
  });
}

/** Signs cookies; made once, so that people stay signed in over a restart. */
function secretIn(folder: string): string {
  const file = join(folder, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

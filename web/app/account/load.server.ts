/** What the pages for signed-out people load. Who is signed in is led on to `?next=`. */
import type { SignInOptions } from "@edgewright/contracts";
import { redirect } from "react-router";
import { type LoadArgs, loadMe, tryLoad } from "../api/load.server.ts";
import { nextPath } from "./next-path.ts";

/** Signing in with a password always works, whatever else could not be found out. */
const PLAIN: SignInOptions = { google: false, confirmFirst: false, outbox: null };

export async function loadSignIn(args: LoadArgs): Promise<SignInOptions> {
  if (await loadMe(args)) throw redirect(nextPath(args.url.searchParams));
  return loadOptions(args);
}

export async function loadOptions(args: LoadArgs): Promise<SignInOptions> {
  const options = await tryLoad<SignInOptions>(args, "/api/sign-in");
  return options.ok ? options.value : PLAIN;
}

/** Ends the session. Loads the page anew, so that nothing of the last person stays in memory. */
import { call } from "../api/browser.ts";

export async function signOut(to = "/") {
  await call("POST", "/api/auth/sign-out", { body: {} });
  window.location.assign(to);
}

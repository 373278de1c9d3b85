/** Ends the session. Loads the page anew, so that nothing of the last person stays in memory. */
import { call } from "../api/browser.ts";
import { leaveFor } from "../api/leave.ts";

export async function signOut(to = "/"): Promise<never> {
  await call("POST", "/api/auth/sign-out", { body: {} });
  return leaveFor(to);
}

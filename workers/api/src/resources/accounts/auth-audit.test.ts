/** Each of better-auth's open routes that changes something has its line in the log. A route that is added is missed here. */

import { AUTH_ROUTES } from "@edgewright/accounts";
import { codeOf, softwarePasskey, testBrowser } from "@edgewright/testing";
import { APP_URL, apiWorld } from "@edgewright/testing/api-world";
import { startIssuer } from "@edgewright/testing/issuer";
import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";

const [PASSWORD, NEW_PASSWORD] = ["correct horse battery", "battery horse correct"];
const EMAIL = "walker@example.com";

/** These begin something, or show something; the change comes with the next. */
const CHANGES_NOTHING = [
  "POST /sign-in/social",
  "POST /sign-in/magic-link",
  "POST /link-social",
  "POST /request-password-reset",
  "POST /send-verification-email",
  "POST /change-email",
  "GET /reset-password/:token",
  "GET /passkey/generate-authenticate-options",
  "GET /passkey/generate-register-options",
];

test("every change of an account is in its log, told of by the person", async () => {
  const issuer = await startIssuer({ sub: "g", email: EMAIL, email_verified: true, name: "Walker" });
  const world = await apiWorld({ variables: issuer.variables });
  const at = testBrowser(world.app, APP_URL);
  const seen = new Map<string, string[]>();
  let told = 0;
  /** What came into the log since the last step is this route's. */
  const walked = async (route: string) => {
    const log = await world.database.query.auditLog.findMany();
    const of = log.slice(told).filter(({ scope, actorKind }) => scope.startsWith("usr_") && actorKind === "person");
    seen.set(route, [...(seen.get(route) ?? []), ...of.map(({ action }) => action)]);
    told = log.length;
  };
  const post = async (path: string, body: object) => {
    const response = await at.call("POST", `/api/auth${path}`, body);
    expect([path, response.status]).toEqual([path, 200]);
    await walked(`POST ${path}`);
    return (await response.json()) as Record<string, unknown>;
  };
  const get = async (path: string) => {
    const response = await at.call("GET", `/api/auth${path}`);
    await walked(`GET ${path}`);
    return (await response.json()) as { challenge: string };
  };
  const follow = async (route: string, kind: string, to = EMAIL) => {
    await world.settled();
    const mail = must(world.mails.findLast((one) => one.kind === kind && one.to === to));
    const opened = await at.open(must(/http:\S+/.exec(mail.text))[0]);
    await walked(route);
    return opened.to;
  };
  const through = async (path: string) => {
    const { url } = await post(path, { provider: "google", callbackURL: `${APP_URL}/` });
    await at.open(must((await fetch(String(url), { redirect: "manual" })).headers.get("location")));
    await walked("GET /callback/google");
  };

  await post("/sign-up/email", { name: "Walker", email: EMAIL, password: PASSWORD });
  await post("/send-verification-email", { email: EMAIL });
  await follow("GET /verify-email", "confirm-address");
  await post("/update-user", { name: "Walker Two" });
  await post("/change-password", { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
  const device = softwarePasskey(APP_URL);
  const made = device.register(await get("/passkey/generate-register-options"));
  const passkey = await post("/passkey/verify-registration", { response: made, name: "Laptop" });
  await post("/passkey/update-passkey", { id: passkey.id, name: "Desk" });
  await through("/link-social");
  const { totpURI } = await post("/two-factor/enable", { password: NEW_PASSWORD });
  await post("/two-factor/verify-totp", { code: codeOf(String(totpURI)) });
  const { backupCodes } = await post("/two-factor/generate-backup-codes", { password: NEW_PASSWORD });
  await post("/sign-out", {});
  await post("/sign-in/email", { email: EMAIL, password: NEW_PASSWORD });
  await post("/two-factor/verify-backup-code", { code: (backupCodes as string[])[0] });
  await post("/two-factor/disable", { password: NEW_PASSWORD });
  const { google } = (await (await at.call("GET", "/api/me/sign-in")).json()) as { google: [{ accountId: string }] };
  await post("/unlink-account", { accountId: google[0].accountId });
  await post("/sign-out", {});
  await through("/sign-in/social");
  await post("/sign-out", {});
  const response = device.authenticate(await get("/passkey/generate-authenticate-options"));
  await post("/passkey/verify-authentication", { response });
  await post("/passkey/delete-passkey", { id: passkey.id });
  await post("/sign-out", {});
  await post("/sign-in/magic-link", { email: EMAIL });
  await follow("GET /magic-link/verify", "sign-in-link");
  await post("/request-password-reset", { email: EMAIL, redirectTo: `${APP_URL}/reset-password/new` });
  const to = await follow("GET /reset-password/:token", "reset-password");
  await post("/reset-password", { token: to.searchParams.get("token"), newPassword: PASSWORD });
  await post("/sign-in/email", { email: EMAIL, password: PASSWORD });
  await post("/change-email", { newEmail: "walked@example.com" });
  await follow("GET /verify-email", "change-address");
  await follow("GET /verify-email", "verify-new-address", "walked@example.com");
  await issuer.close();

  expect([...seen.keys()].sort()).toEqual(AUTH_ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
  const silent = [...seen].filter(([, actions]) => actions.length === 0).map(([route]) => route);
  expect(silent.sort()).toEqual([...CHANGES_NOTHING].sort());
  expect(Object.fromEntries(seen)).toMatchObject({
    "POST /sign-up/email": ["account.created", "account.password_set", "account.signed_in"],
    "POST /update-user": ["account.updated"],
    "POST /two-factor/verify-backup-code": ["account.recovery_codes_changed", "account.signed_in"],
    "POST /unlink-account": ["account.unlinked"],
    "POST /passkey/delete-passkey": ["account.passkey_removed"],
    "GET /verify-email": ["account.email_verified", "account.email_changed", "account.session_ended", "account.signed_in"],
  });
});

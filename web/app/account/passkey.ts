/** Passkeys in the browser: signing in with one, and making one. What the browser says is put in words for people. */
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { type ApiFailure, failureOf } from "../api/answer.ts";
import { call } from "../api/browser.ts";

/** Fetched when first wanted: most visits need none of it. */
const browser = () => import("@simplewebauthn/browser");

const refused = (message: string, next: string): ApiFailure => ({ status: 0, code: "bad_request", message, next });

/** Signs in with the passkey that the person picks. */
export async function signInWithPasskey(): Promise<ApiFailure | null> {
  const { startAuthentication, browserSupportsWebAuthn } = await browser();
  if (!browserSupportsWebAuthn()) return refused("This browser has no passkeys.", "Sign in another way.");
  return authenticate((optionsJSON) => startAuthentication({ optionsJSON }));
}

/** Offers passkeys where the e-mail address is typed. Resolves to true once the person has signed in with one; it may never resolve. */
export async function offerPasskeys(): Promise<boolean> {
  const { startAuthentication, browserSupportsWebAuthnAutofill } = await browser();
  if (!(await browserSupportsWebAuthnAutofill())) return false;
  return (await authenticate((optionsJSON) => startAuthentication({ optionsJSON, useBrowserAutofill: true }))) === null;
}

/** Ends what `offerPasskeys` began, when its page is left. */
export const stopOffering = async () => (await browser()).WebAuthnAbortService.cancelCeremony();

async function authenticate(ask: (options: PublicKeyCredentialRequestOptionsJSON) => Promise<unknown>): Promise<ApiFailure | null> {
  const options = await call<PublicKeyCredentialRequestOptionsJSON>("GET", "/api/auth/passkey/generate-authenticate-options");
  if (!options.ok) return options.error;
  const response = await ask(options.value).catch(() => null);
  if (response === null) return refused("No passkey was used.", "There may be none for Edgewright on this device. Sign in another way.");
  const answer = await call("POST", "/api/auth/passkey/verify-authentication", { body: { response } });
  if (answer.ok) return null;
  return answer.error.status === 429 || answer.error.status === 0
    ? answer.error
    : refused("This passkey does not fit any account.", "It may have been removed. Sign in another way.");
}

/** Makes a passkey on this device or a key, and adds it to the account. */
export async function makePasskey(name: string): Promise<ApiFailure | null> {
  const { startRegistration, browserSupportsWebAuthn } = await browser();
  if (!browserSupportsWebAuthn()) return refused("This browser has no passkeys.", "Try it with another browser or device.");
  const options = await call<PublicKeyCredentialCreationOptionsJSON>("GET", "/api/auth/passkey/generate-register-options");
  if (!options.ok) return options.error;
  const made = await startRegistration({ optionsJSON: options.value }).catch((error: unknown) => error);
  if (made instanceof Error)
    return "code" in made && made.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED"
      ? refused("This device has a passkey for your account already.", "Use that one, or add one on another device.")
      : refused("No passkey was made.", "Try again when you are ready.");
  return failureOf(await call("POST", "/api/auth/passkey/verify-registration", { body: { response: made, name } }));
}

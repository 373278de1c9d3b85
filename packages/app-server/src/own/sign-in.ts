/** Signing in to an app of its own by OpenID Connect: the code flow with PKCE, then a signed cookie. */
import type { AppUser } from "@edgewright/contracts";
import { problem, signToken, verifyToken } from "@edgewright/core";
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as oidc from "openid-client";
import { z } from "zod";
import type { People } from "./people.ts";
import type { Issuer, RolesByAddress } from "./settings.ts";

const SESSION = "ew_session";
const FLOW = "ew_sign_in";
const SESSION_SECONDS = 12 * 3600;
const FLOW_SECONDS = 600;
const CALLBACK = "/_app/sign-in/callback";

/** `to`: a path of the app. */
const Flow = z.object({ state: z.string(), verifier: z.string(), to: z.string() });
const Claims = z.object({
  sub: z.string(),
  email: z.string().default(""),
  name: z.string().optional(),
  role: z.enum(["admin", "editor", "viewer"]).catch("editor"),
  /** In the app. */
  roles: z.array(z.string()).catch([]),
});

/** `secret` signs the cookies. `url`: the app's own address. */
export type SignInDeps = { issuer: Issuer; people: People; admins: readonly string[]; roles: RolesByAddress; secret: string; url: string };

export type SignIn = { routes: Hono; userOf(cookie: string | undefined): Promise<AppUser | null>; cookie: string };

export function signIn({ issuer, people, admins, roles: given, secret, url }: SignInDeps): SignIn {
  const secure = url.startsWith("https:");
  const cookie = { httpOnly: true, secure, sameSite: "Lax", path: "/" } as const;
  /** Asked for once; again where the issuer did not answer. */
  let known: Promise<oidc.Configuration> | null = null;
  const configuration = () => {
    const options = issuer.url.startsWith("http:") ? { execute: [oidc.allowInsecureRequests] } : {};
    known ??= oidc.discovery(new URL(issuer.url), issuer.clientId, issuer.clientSecret, undefined, options).catch((error) => {
      known = null;
      throw error;
    });
    return known;
  };

  async function begin(context: Context): Promise<Response> {
    const verifier = oidc.randomPKCECodeVerifier();
    const flow = { verifier, state: oidc.randomState(), to: pathOf(context.req.query("to")) };
    setCookie(context, FLOW, await signToken(flow, { secret, audience: FLOW, expiresInSeconds: FLOW_SECONDS }), {
      ...cookie,
      maxAge: FLOW_SECONDS,
    });
    const asked = {
      redirect_uri: url + CALLBACK,
      scope: "openid profile email",
      state: flow.state,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    };
    return context.redirect(oidc.buildAuthorizationUrl(await configuration(), asked).href);
  }

  async function finish(context: Context): Promise<Response> {
    const flow = await verifyToken(getCookie(context, FLOW) ?? "", Flow, { secret, audience: FLOW });
    deleteCookie(context, FLOW, cookie);
    if (!flow) return refused("This sign-in was not begun here, or has taken too long.");
    const back = new URL(url + CALLBACK);
    back.search = new URL(context.req.url).search;
    const tokens = await oidc
      .authorizationCodeGrant(await configuration(), back, { pkceCodeVerifier: flow.verifier, expectedState: flow.state })
      .catch((error: unknown) => error);
    if (tokens instanceof Error) return refused(`The sign-in was refused: ${tokens.message}.`);
    const claims = Claims.safeParse((tokens as oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers).claims());
    if (!claims.success) return refused("The issuer does not say who you are.");
    const { sub, email, name, role, roles } = claims.data;
    people.keep({
      ...{ id: `usr_${sub}`, email, name: name ?? (email || sub), access: "write" },
      role: admins.includes(email.toLowerCase()) ? "admin" : role,
      roles: [...roles, ...(given.get(email.toLowerCase()) ?? [])],
    });
    const session = await signToken({ sub: `usr_${sub}` }, { secret, audience: SESSION, expiresInSeconds: SESSION_SECONDS });
    setCookie(context, SESSION, session, { ...cookie, maxAge: SESSION_SECONDS });
    return context.redirect(flow.to);
  }

  const routes = new Hono();
  routes.get("/", begin);
  routes.get("/callback", finish);
  routes.onError((error) => refused(`The issuer cannot be reached: ${error.message}.`));
  return {
    routes,
    cookie: SESSION,
    async userOf(token) {
      const session = token === undefined ? null : await verifyToken(token, z.object({ sub: z.string() }), { secret, audience: SESSION });
      return session && people.get(session.sub);
    },
  };
}

const refused = (message: string) => problem({ code: "unauthenticated", message, next: "Open the app again to sign in." });

/** Never another site: `//elsewhere` would be one. */
const pathOf = (to: string | undefined): string => (to !== undefined && /^\/(?![/\\])/.test(to) ? to : "/");

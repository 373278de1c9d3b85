/**
 * A stand-in for Google on this machine: OpenID Connect's authorization, token and user-info endpoints with PKCE,
 * for the tests of signing in with Google, in memory and in a browser. Whoever is asked for says yes at once.
 */
import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type GooglePerson = { sub: string; email: string; email_verified: boolean; name: string; picture?: string };

export type Issuer = {
  url: string;
  /** What the API is started with. */
  variables: Record<string, string>;
  /** Who signs in from now on. */
  person: GooglePerson;
  /** The requests for authorization, as they came. */
  asked: URLSearchParams[];
  close(): Promise<void>;
};

const CLIENT = { id: "edgewright-tests", secret: "the issuer's secret" };

type Grant = { challenge: string; redirectUri: string; person: GooglePerson };

export async function startIssuer(person: GooglePerson): Promise<Issuer> {
  const codes = new Map<string, Grant>();
  const tokens = new Map<string, GooglePerson>();
  const asked: URLSearchParams[] = [];

  const authorize = (query: URLSearchParams): string => {
    asked.push(query);
    const back = new URL(query.get("redirect_uri") ?? "");
    if (query.get("client_id") !== CLIENT.id || query.get("code_challenge_method") !== "S256") {
      back.searchParams.set("error", "invalid_request");
      return back.href;
    }
    const code = randomUUID();
    codes.set(code, { challenge: query.get("code_challenge") ?? "", redirectUri: query.get("redirect_uri") ?? "", person: issuer.person });
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.get("state") ?? "");
    return back.href;
  };

  /** A code holds once, for whoever has the verifier behind its challenge. */
  const redeem = (form: URLSearchParams, authorization: string | undefined): object | null => {
    const code = form.get("code") ?? "";
    const grant = codes.get(code);
    codes.delete(code);
    const basic = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString("base64")}`;
    const known = authorization === basic || (form.get("client_id") === CLIENT.id && form.get("client_secret") === CLIENT.secret);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!grant || !known || challenge !== grant.challenge || form.get("redirect_uri") !== grant.redirectUri) return null;
    const token = randomUUID();
    tokens.set(token, grant.person);
    return { access_token: token, token_type: "Bearer", expires_in: 3600, scope: "openid email profile" };
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const json = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (pathname === "/authorize") return response.writeHead(302, { location: authorize(searchParams) }).end();
    if (pathname === "/token") {
      const redeemed = redeem(new URLSearchParams(await textOf(request)), request.headers.authorization);
      return redeemed ? json(200, redeemed) : json(400, { error: "invalid_grant" });
    }
    const who = tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "");
    return who ? json(200, who) : json(401, { error: "invalid_token" });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: Issuer = {
    url,
    person,
    asked,
    variables: {
      GOOGLE_CLIENT_ID: CLIENT.id,
      GOOGLE_CLIENT_SECRET: CLIENT.secret,
      GOOGLE_AUTHORIZATION_URL: `${url}/authorize`,
      GOOGLE_TOKEN_URL: `${url}/token`,
      GOOGLE_USERINFO_URL: `${url}/userinfo`,
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return issuer;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

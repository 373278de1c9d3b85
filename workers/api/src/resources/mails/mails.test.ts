/** Mail as people meet it: what sign-up sends, where one's own machine shows it, and that nobody else's does. */

import type { OutboxMailList } from "@edgewright/contracts";
import { first } from "@edgewright/core";
import { apiWorld } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";
import { parseVariables } from "../../env.ts";

test("on one's own machine the mail of a sign-up can be read, and its link confirms the address", async () => {
  const world = await apiWorld();
  const ada = await world.signUp("Ada");
  await world.settled();
  const { items } = (await (await world.nobody("GET", "/api/dev/mails")).json()) as OutboxMailList;
  expect(items).toMatchObject([{ kind: "confirm-address", subject: "Confirm your e-mail address" }]);
  expect(await (await world.nobody("GET", `/api/dev/mails/${first(items).id}`)).json()).toEqual(items[0]);
  expect((await world.nobody("GET", "/api/dev/mails/other")).status).toBe(404);
  const link = new URL(must(/http:\S+verify-email\S+/.exec(first(items).text))[0]);
  const confirmed = await ada.call("GET", link.pathname + link.search);
  expect(confirmed.status).toBe(302);
  expect(await (await ada.call("GET", "/api/me")).json()).toMatchObject({ user: { emailVerified: true } });
});

test("a name of somebody else's that leads to this machine opens nothing", async () => {
  const { app } = await apiWorld();
  for (const path of ["/api/dev/mails", "/api/health", "/api/auth/get-session", "/api/openapi.json", "/api/nothing"])
    expect((await app.request(`http://evil.example:8787${path}`)).status).toBe(403);
  for (const host of ["127.0.0.1:8787", "[::1]:8787"]) expect((await app.request(`http://${host}/api/dev/mails`)).status).toBe(200);
});

test("elsewhere there is no such route, not even one that refuses", async () => {
  const { nobody, app } = await apiWorld({ variables: { APP_URL: "https://edgewright.example" } });
  expect(app.routes.filter(({ path }) => path.includes("/dev/"))).toEqual([]);
  for (const path of ["/api/dev/mails", "/api/dev/mails/1"]) expect((await nobody("GET", path)).status).toBe(404);
});

test("bad variables of mail and sign-in are named", () => {
  const parse = (mail: Record<string, string>) => () =>
    parseVariables({
      APP_URL: "https://edgewright.example",
      PREVIEW_ORIGIN: "https://previews.example",
      APPS_ORIGIN: "https://apps.example",
      AUTH_SECRET: "auth secret of the tests",
      PREVIEW_SECRET: "preview secret of the tests",
      SEAL_KEY: "seal key of the tests",
      ...mail,
    });
  expect(parse({ MAIL_FROM: "nobody" })).toThrow("MAIL_FROM must be an e-mail address");
  expect(parse({ MAIL_FROM: "A <a@b.example>\r\nBcc: x@y.example" })).toThrow("MAIL_FROM");
  expect(parse({ MAIL_API_URL: "nowhere" })).toThrow("MAIL_API_URL must be an address");
  expect(parse({ GOOGLE_CLIENT_ID: "id" })).toThrow("GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET go together");
  expect(parse({ MAIL_API_KEY: "k" })).toThrow("MAIL_API_URL and MAIL_API_KEY go together");
  expect(parse({ MAIL_API_KEY: "k", MAIL_API_URL: "https://m.example" })).toThrow("MAIL_FROM");
  expect(parse({ MAIL_FROM: "Edgewright <a@b.example>", MAIL_API_KEY: "", MAIL_API_URL: "" })).not.toThrow();
});

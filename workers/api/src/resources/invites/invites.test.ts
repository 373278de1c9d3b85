/** Invites over HTTP: by mail and by link, and what becomes of them when people are quick, late, or somebody else. */

import type { CreatedInvites, InviteOffer, Problem } from "@edgewright/contracts";
import { at, first, last } from "@edgewright/core";
import { type ApiWorld, apiWorld, type TestPerson } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { beforeEach, describe, expect, test } from "vitest";

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;

let world: ApiWorld;
let ada: TestPerson;
let org: string;

beforeEach(async () => {
  world = await apiWorld();
  ada = await world.person("Ada");
  const made = await ada.call("POST", "/api/orgs", { name: "Acme Works" });
  org = ((await made.json()) as { id: string }).id;
});

const invite = async (body: object, by = ada): Promise<CreatedInvites["items"]> => {
  const response = await by.call("POST", `/api/orgs/${org}/invites`, body);
  expect(response.status).toBe(201);
  return ((await response.json()) as CreatedInvites).items;
};
const idOf = ({ invite: made }: CreatedInvites["items"][number]) => must(made).id;
const byMail = (addresses: string, role = "editor") => invite({ by: "email", addresses, role });
const byLink = async (role = "editor", days = 7) => secretIn(must(first(await invite({ by: "link", role, days })).link));
const secretIn = (text: string) => at(must(/invite\?secret=([\w-]+)/.exec(text)), 1);
const mailed = (to: string) => secretIn(last(world.mails.filter((mail) => mail.kind === "invite" && mail.to === to)).text);
const accept = (person: TestPerson, secret: string) => person.call("POST", "/api/invites/accept", { secret });
const lookUp = async (call: TestPerson["call"], secret: string) => {
  const response = await call("POST", "/api/invites/look-up", { secret });
  return { status: response.status, body: (await response.json()) as InviteOffer & Problem };
};
const problemOf = async (response: Response) => (await response.json()) as Problem;
const members = async () =>
  ((await (await ada.call("GET", `/api/orgs/${org}/members`)).json()) as { items: { userId: string; role: string }[] }).items;
const actions = async (scope: string) =>
  (await world.database.query.auditLog.findMany()).filter((row) => row.scope === scope).map(({ action }) => action);

describe("by mail", () => {
  test("whoever accepts with that address is a member, and the address is confirmed by it", async () => {
    const item = first(await byMail("Grace <grace@example.test>"));
    expect(item).toMatchObject({ address: "grace@example.test", outcome: "invited", link: null, invite: { role: "editor", uses: 0 } });
    const grace = await world.person("Grace", "grace@example.test");
    expect(await (await accept(grace, mailed("grace@example.test"))).json()).toMatchObject({ organization: { id: org, role: "editor" } });
    expect(await (await grace.call("GET", "/api/me")).json()).toMatchObject({ user: { emailVerified: true } });
    expect(await members()).toMatchObject([{ role: "admin" }, { userId: grace.id, role: "editor" }]);
    expect(await actions(org)).toEqual(["organization.created", "invite.created", "invite.accepted", "member.joined"]);
    expect(await actions(grace.id)).toContain("account.email_verified");
  });

  test("the link that is shown to whoever invites proves no address", async () => {
    const item = first(await byMail("grace@example.test"));
    const resent = await (await ada.call("POST", `/api/orgs/${org}/invites/${idOf(item)}/resend`)).json();
    const { link } = resent as { link: string };
    expect(secretIn(link)).not.toBe(mailed("grace@example.test"));
    const grace = await world.person("Grace", "grace@example.test");
    expect((await accept(grace, secretIn(link))).status).toBe(200);
    expect(await (await grace.call("GET", "/api/me")).json()).toMatchObject({ user: { emailVerified: false } });
  });

  test("another account is told so, with the address masked, and cannot accept", async () => {
    await byMail("grace@example.test");
    const eve = await world.person("Eve");
    const secret = mailed("grace@example.test");
    expect(await problemOf(await accept(eve, secret))).toMatchObject({ status: 403, detail: expect.stringContaining("g•••@example.test") });
    expect((await lookUp(eve.call, secret)).body).toMatchObject({ state: "wrong_account", email: "g•••@example.test" });
    expect((await lookUp(world.nobody, secret)).body).toMatchObject({ state: "sign_in", email: "g•••@example.test", invitedBy: "Ada" });
    expect(await members()).toHaveLength(1);
  });

  test("case and the spelling of an internationalized domain make no other address of it", async () => {
    const item = first(await byMail("Grace@BÜCHER.example"));
    expect(item.address).toBe("grace@xn--bcher-kva.example");
    const grace = await world.person("Grace", "GRACE@bücher.example");
    expect((await lookUp(grace.call, mailed(must(item.address)))).body.state).toBe("ready");
    expect((await accept(grace, mailed(must(item.address)))).status).toBe(200);
    expect(first(await byMail("grace@bücher.example")).outcome).toBe("already_member");
  });

  test("accepted twice at once is accepted once", async () => {
    await byMail("grace@example.test");
    const grace = await world.person("Grace", "grace@example.test");
    const secret = mailed("grace@example.test");
    const answers = await Promise.all([accept(grace, secret), accept(grace, secret), accept(grace, secret)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await members()).toHaveLength(2);
    expect((await actions(org)).filter((action) => action === "member.joined")).toHaveLength(1);
  });

  test("two accounts that the address fits get one membership between them", async () => {
    await byMail("grace@bücher.example");
    const people = [await world.person("One", "grace@bücher.example"), await world.person("Two", "grace@xn--bcher-kva.example")];
    const secret = mailed("grace@xn--bcher-kva.example");
    const answers = await Promise.all(people.map((person) => accept(person, secret)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(await members()).toHaveLength(2);
  });

  test("after it was accepted it opens for nobody else, nor for somebody who was removed since", async () => {
    await byMail("grace@example.test");
    const [grace, eve] = [await world.person("Grace", "grace@example.test"), await world.person("Eve")];
    const secret = mailed("grace@example.test");
    await accept(grace, secret);
    expect((await lookUp(grace.call, secret)).body.state).toBe("member");
    expect((await accept(grace, secret)).status).toBe(200);
    expect(await problemOf(await accept(eve, secret))).toMatchObject({ status: 410, code: "gone", next: expect.any(String) });
    expect((await lookUp(world.nobody, secret)).status).toBe(410);
    expect((await grace.call("POST", `/api/orgs/${org}/leave`)).status).toBe(200);
    expect((await accept(grace, secret)).status).toBe(410);
    expect(await members()).toHaveLength(1);
  });

  test("sent anew, the former link is dead", async () => {
    const item = first(await byMail("grace@example.test"));
    const former = mailed("grace@example.test");
    const response = await ada.call("POST", `/api/orgs/${org}/invites/${idOf(item)}/resend`);
    expect(await response.json()).toMatchObject({ mailed: true, invite: { id: idOf(item) } });
    const grace = await world.person("Grace", "grace@example.test");
    expect(await problemOf(await accept(grace, former))).toMatchObject({ status: 404, next: expect.stringContaining("newest mail") });
    expect((await accept(grace, mailed("grace@example.test"))).status).toBe(200);
  });

  test("invited again is sent anew, in the role asked for last", async () => {
    const invited = first(await byMail("grace@example.test", "viewer"));
    const former = mailed("grace@example.test");
    const [again] = await byMail("grace@example.test", "editor");
    expect(again).toMatchObject({ outcome: "resent", invite: { id: idOf(invited), role: "editor" } });
    expect((await lookUp(world.nobody, former)).status).toBe(404);
    expect(await (await ada.call("GET", `/api/orgs/${org}/invites`)).json()).toMatchObject({
      items: [{ id: idOf(invited) }],
    });
  });

  test("two administrators who invite the same address at once make one invite", async () => {
    const bob = await world.person("Bob");
    await world.join(bob, org, "admin");
    await Promise.all([ada, bob].map((by) => invite({ by: "email", addresses: "grace@example.test", role: "viewer" }, by)));
    expect(await (await ada.call("GET", `/api/orgs/${org}/invites`)).json()).toMatchObject({ items: [{ email: "grace@example.test" }] });
  });

  test("a mail that fails leaves the invite, with the link to hand on", async () => {
    const send = world.services.mailer.send;
    world.services.mailer.send = async () => ({ ok: false, error: { code: "unavailable", message: "down" } });
    const item = first(await byMail("grace@example.test"));
    world.services.mailer.send = send;
    expect(item).toMatchObject({ outcome: "mail_failed", link: expect.stringContaining("/invite?secret=") });
    const grace = await world.person("Grace", "grace@example.test");
    expect((await accept(grace, secretIn(must(item.link)))).status).toBe(200);
    expect(await (await grace.call("GET", "/api/me")).json()).toMatchObject({ user: { emailVerified: false } });
  });
});

describe("a pasted list", () => {
  test("is told of address by address, and nothing is lost", async () => {
    const grace = await world.person("Grace", "grace@example.test");
    await world.join(grace, org, "viewer");
    const list = `"Lovelace, Ada" <${ada.email}>; GRACE@example.test\nnot an address, one@example.test,ONE@example.test\r\ntwo@example.test three@example.test`;
    const items = await byMail(list);
    expect(items.map(({ address, outcome }) => [address, outcome])).toEqual([
      [ada.email, "yourself"],
      ["grace@example.test", "already_member"],
      ["not an address", "not_an_address"],
      ["one@example.test", "invited"],
      ["two@example.test", "invited"],
      ["three@example.test", "invited"],
    ]);
  });

  test("with headers among the addresses sends mail to addresses only", async () => {
    const items = await byMail("grace@example.test\r\nBcc: eve@example.test\n<a@example.test\u0000>");
    expect(items.map(({ outcome }) => outcome)).toEqual(["invited", "not_an_address", "not_an_address"]);
    const sent = world.mails.filter(({ kind }) => kind === "invite");
    expect(sent.map(({ to }) => to)).toEqual(["grace@example.test"]);
  });

  test("of 100 is invited at once; of 101, or of none, not at all", async () => {
    const list = Array.from({ length: 101 }, (_, index) => `p${index}@example.test`);
    const refused = await ada.call("POST", `/api/orgs/${org}/invites`, { by: "email", addresses: list.join("\n"), role: "viewer" });
    expect(await problemOf(refused)).toMatchObject({ status: 400, fields: { addresses: expect.stringContaining("101") } });
    expect(await byMail(list.slice(1).join(","))).toHaveLength(100);
    expect(world.mails.filter(({ kind }) => kind === "invite")).toHaveLength(100);
    for (const addresses of ["", "  \n ", " ,;, "]) {
      const empty = await ada.call("POST", `/api/orgs/${org}/invites`, { by: "email", addresses, role: "viewer" });
      expect(empty.status).toBe(400);
    }
  });
});

describe("by link", () => {
  test("whoever has it may join, any number of times, each once", async () => {
    const secret = await byLink("viewer");
    const people = [await world.person("Bob"), await world.person("Cat")];
    for (const person of people) expect((await accept(person, secret)).status).toBe(200);
    expect(await (await accept(at(people, 0), secret)).json()).toMatchObject({ organization: { id: org, role: "viewer" } });
    expect(await members()).toHaveLength(3);
    expect(await (await ada.call("GET", `/api/orgs/${org}/invites`)).json()).toMatchObject({ items: [{ email: null, uses: 2 }] });
    expect(await (await at(people, 0).call("GET", "/api/me")).json()).toMatchObject({ user: { emailVerified: false } });
  });

  test("taken back, it is gone", async () => {
    const item = first(await invite({ by: "link", role: "viewer" }));
    const revoked = await ada.call("DELETE", `/api/orgs/${org}/invites/${idOf(item)}`);
    expect(await revoked.json()).toMatchObject({ id: idOf(item) });
    const bob = await world.person("Bob");
    expect(await problemOf(await accept(bob, secretIn(must(item.link))))).toMatchObject({
      status: 410,
      detail: expect.stringContaining("taken back"),
    });
    expect((await ada.call("POST", `/api/orgs/${org}/invites/${idOf(item)}/resend`)).status).toBe(409);
  });

  test("expires by the server's clock alone, to the millisecond, also an hour off", async () => {
    const secret = await byLink("viewer", 1);
    const [bob, cat] = [await world.person("Bob"), await world.person("Cat")];
    world.clock.advance(DAY - 1);
    expect((await accept(bob, secret)).status).toBe(200);
    world.clock.advance(1);
    const late = await cat.call("POST", "/api/invites/accept", { secret }, { date: new Date(world.clock.now() - HOUR).toUTCString() });
    expect(await problemOf(late)).toMatchObject({ status: 410, detail: expect.stringContaining("expired"), next: expect.any(String) });
    world.clock.advance(-HOUR);
    expect((await accept(cat, secret)).status).toBe(200);
    world.clock.advance(2 * HOUR);
    expect(await (await ada.call("GET", `/api/orgs/${org}/invites`)).json()).toMatchObject({ items: [{ expired: true, uses: 2 }] });
  });

  test("into a deleted organization leads nowhere", async () => {
    const secret = await byLink();
    await ada.call("DELETE", `/api/orgs/${org}`, { name: "Acme Works" });
    const bob = await world.person("Bob");
    expect((await lookUp(world.nobody, secret)).status).toBe(410);
    expect((await accept(bob, secret)).status).toBe(410);
  });

  test("cannot be accepted in the moment in which it is taken back", async () => {
    const item = first(await invite({ by: "link", role: "viewer" }));
    const bob = await world.person("Bob");
    const [accepted, revoked] = await Promise.all([
      accept(bob, secretIn(must(item.link))),
      ada.call("DELETE", `/api/orgs/${org}/invites/${idOf(item)}`),
    ]);
    expect(revoked.status).toBe(200);
    expect(await members()).toHaveLength(accepted.status === 200 ? 2 : 1);
    expect([200, 410]).toContain(accepted.status);
  });
});

describe("what is refused", () => {
  test.each(["owner", "member", "superuser", "", null])("the role %s", async (role) => {
    for (const body of [
      { by: "link", role },
      { by: "email", addresses: "a@example.test", role },
    ])
      expect((await ada.call("POST", `/api/orgs/${org}/invites`, body)).status).toBe(400);
  });

  test.each([{ organizationId: "org_1" }, { status: "accepted" }, { secretHash: "x" }, { expiresAt: 0 }, { days: 0 }, { days: 31 }])(
    "%o in the body",
    async (more) => {
      expect((await ada.call("POST", `/api/orgs/${org}/invites`, { by: "link", role: "viewer", ...more })).status).toBe(400);
    },
  );

  test("an invite of another organization, as one that there is not", async () => {
    const item = first(await invite({ by: "link", role: "viewer" }));
    const eve = await world.person("Eve");
    const bodies = [];
    for (const id of [idOf(item), "inv_01h00000000000000000000000"]) {
      const { requestId: _, ...body } = await problemOf(await eve.call("DELETE", `/api/orgs/${eve.organizationId}/invites/${id}`));
      bodies.push(body);
    }
    expect(bodies[0]).toEqual(bodies[1]);
    expect(bodies[0]).toMatchObject({ status: 404 });
  });

  test("secrets that are none", async () => {
    for (const secret of ["a".repeat(43), "' or 1=1 --------", "%".repeat(40)])
      expect((await lookUp(world.nobody, secret)).status).toBe(404);
    for (const secret of ["", "short", "a".repeat(201), 7, null])
      expect((await world.nobody("POST", "/api/invites/look-up", { secret })).status).toBe(400);
  });

  test("an invite that is kept holds no secret, but its hash", async () => {
    const secret = await byLink();
    await byMail("grace@example.test");
    const kept = JSON.stringify([await world.database.query.invites.findMany(), await world.database.query.auditLog.findMany()]);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(mailed("grace@example.test"));
  });
});

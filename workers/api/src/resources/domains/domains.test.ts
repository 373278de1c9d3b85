/** Claimed domains over HTTP, and joining by an address of one. */

import type { JoinableList, OrganizationDomain, Problem } from "@edgewright/contracts";
import { at, first } from "@edgewright/core";
import { schema } from "@edgewright/db";
import { type ApiWorld, apiWorld, type TestPerson } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";

let world: ApiWorld;
let ada: TestPerson;

beforeEach(async () => {
  world = await apiWorld();
  ada = await world.person("Ada");
});

const json = async <T>(response: Response | Promise<Response>): Promise<T> => (await (await response).json()) as T;
const add = (by: TestPerson, domain: string, more: object = {}) =>
  by.call("POST", `/api/orgs/${by.organizationId}/domains`, { domain, ...more });
const verify = (by: TestPerson, { id }: OrganizationDomain) => by.call("POST", `/api/orgs/${by.organizationId}/domains/${id}/verify`);
const publish = ({ record }: OrganizationDomain) => world.txt.set(record.name, ["v=spf1 -all", record.value]);

async function proved(by: TestPerson, domain: string, more: object = {}): Promise<OrganizationDomain> {
  const added = await json<OrganizationDomain>(add(by, domain, more));
  publish(added);
  return json<OrganizationDomain>(verify(by, added));
}
async function confirmed(name: string, email: string): Promise<TestPerson> {
  const person = await world.person(name, email);
  await world.database.update(schema.users).set({ emailVerified: true }).where(eq(schema.users.id, person.id));
  return person;
}
const joinable = async (person: TestPerson) => (await json<JoinableList>(person.call("GET", "/api/me/joinable"))).items;
const join = (person: TestPerson, organizationId: string) => person.call("POST", "/api/orgs/join", { organizationId });

test("a domain is proved by its TXT record, and by nothing else", async () => {
  const added = await json<OrganizationDomain>(add(ada, "BÜCHER.example"));
  expect(added).toMatchObject({ domain: "xn--bcher-kva.example", role: "viewer", verifiedAt: null });
  expect(added.record).toEqual({
    name: "_edgewright.xn--bcher-kva.example",
    value: expect.stringMatching(/^edgewright-verify=[0-9a-f]{40}$/),
  });
  expect(await json<Problem>(verify(ada, added))).toMatchObject({ status: 409, detail: expect.stringContaining("no TXT record") });
  world.txt.set(added.record.name, ["edgewright-verify=0", `${added.record.value} `]);
  expect(await json<Problem>(verify(ada, added))).toMatchObject({ status: 409, detail: expect.stringContaining("something else") });
  publish(added);
  expect(await json<OrganizationDomain>(verify(ada, added))).toMatchObject({ id: added.id, verifiedAt: expect.any(String) });
  world.txt.clear();
  expect((await verify(ada, added)).status).toBe(200);
  const log = (await world.database.query.auditLog.findMany()).filter(({ action }) => action.startsWith("domain."));
  expect(log.map(({ action }) => action)).toEqual(["domain.added", "domain.verified"]);
});

test("one organization alone can have proved it, also when two do at once", async () => {
  const bob = await world.person("Bob");
  const both = await Promise.all([ada, bob].map((by) => json<OrganizationDomain>(add(by, "example.com"))));
  world.txt.set(
    "_edgewright.example.com",
    both.map(({ record }) => record.value),
  );
  const answers = await Promise.all([verify(ada, first(both)), verify(bob, at(both, 1))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = must(answers.find(({ status }) => status === 409));
  expect(await json<Problem>(refused)).toMatchObject({ detail: expect.stringContaining("Another organization") });
});

test("public mail providers, and what is no domain, are refused; one that is there already too", async () => {
  for (const domain of ["gmail.com", "GMail.com", "@outlook.com", "web.de"])
    expect(await json<Problem>(add(ada, domain))).toMatchObject({ status: 400, fields: { domain: expect.stringContaining("Anyone") } });
  for (const domain of [
    "localhost",
    "10.0.0.1",
    "a b.com",
    "http://a.com",
    "a.com/b",
    "a@b.com",
    "a.com:80",
    "-a.com",
    "a..com",
    `${"x".repeat(64)}.com`,
    "com",
    "[::1]",
  ])
    expect((await add(ada, domain)).status, domain).toBe(400);
  expect((await add(ada, "example.com")).status).toBe(201);
  expect((await add(ada, "Example.COM")).status).toBe(409);
  for (const more of [{ role: "admin" }, { role: "owner" }, { verifiedAt: "2026-01-01" }, { challenge: "x" }])
    expect((await add(ada, "example.org", more)).status).toBe(400);
});

test("a confirmed address of that very domain lets its owner join, once, in its role", async () => {
  await proved(ada, "example.com", { role: "editor" });
  const grace = await confirmed("Grace", "grace@example.com");
  expect(await joinable(grace)).toEqual([{ organizationId: ada.organizationId, name: "Ada's workspace", role: "editor" }]);
  const answers = await Promise.all([join(grace, ada.organizationId), join(grace, ada.organizationId)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await json(first(answers))).toMatchObject({ organization: { id: ada.organizationId, role: "editor" } });
  expect(await joinable(grace)).toEqual([]);
  const log = (await world.database.query.auditLog.findMany()).filter(({ action }) => action === "member.joined");
  expect(log).toMatchObject([
    { scope: ada.organizationId, detail: { userId: grace.id, domain: "example.com" }, after: { role: "editor" } },
  ]);
});

test("an address that is not confirmed, or of a domain above, below or beside, opens nothing", async () => {
  await proved(ada, "example.com");
  const people = [
    await world.person("Unconfirmed", "u@example.com"),
    await confirmed("Below", "b@mail.example.com"),
    await confirmed("Above", "a@com.example"),
    await confirmed("Beside", "e@notexample.com"),
    await confirmed("Quoted", '"x@example.com"@evil.example'),
  ];
  for (const person of people) {
    expect(await joinable(person)).toEqual([]);
    const [refused, absent] = await Promise.all(
      [ada.organizationId, "org_01h00000000000000000000000"].map((id) => json<Problem>(join(person, id))),
    );
    expect({ ...refused, requestId: "" }).toEqual({ ...absent, requestId: "" });
    expect(must(refused).status).toBe(404);
  }
  expect((await first(people).call("POST", "/api/orgs/join", { organizationId: ada.organizationId, role: "admin" })).status).toBe(400);
});

test("a domain that is only claimed, was given up, or belongs to a deleted organization opens nothing", async () => {
  const grace = await confirmed("Grace", "grace@example.com");
  const claimed = await json<OrganizationDomain>(add(ada, "example.com"));
  expect(await joinable(grace)).toEqual([]);
  publish(claimed);
  await verify(ada, claimed);
  expect(await joinable(grace)).toHaveLength(1);
  await world.database
    .update(schema.organizations)
    .set({ deletedAt: world.clock.now() })
    .where(eq(schema.organizations.id, ada.organizationId));
  expect(await joinable(grace)).toEqual([]);
  expect((await join(grace, ada.organizationId)).status).toBe(404);
  await world.database.update(schema.organizations).set({ deletedAt: null });
  const changed = await json(ada.call("PATCH", `/api/orgs/${ada.organizationId}/domains/${claimed.id}`, { role: "editor" }));
  expect(changed).toMatchObject({ role: "editor", domain: "example.com" });
  expect((await ada.call("DELETE", `/api/orgs/${ada.organizationId}/domains/${claimed.id}`)).status).toBe(200);
  expect(await joinable(grace)).toEqual([]);
  expect(await json(ada.call("GET", `/api/orgs/${ada.organizationId}/domains`))).toEqual({ items: [] });
});

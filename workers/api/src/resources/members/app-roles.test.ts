/** Roles in an app: given to members and to those who are invited, told to the app, and what its rows' policies make of them. */
import type { AppRoleHolder, AppRoleList, CreatedInvites, DataRow, RowPage } from "@edgewright/contracts";
import { first, last } from "@edgewright/core";
import { type ApiWorld, apiWorld, projectWithVersion, type TestPerson } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { beforeEach, expect, test, vi } from "vitest";

const ROLES = [
  { name: "manager", label: "Manager" },
  { name: "warehouse", label: "Warehouse" },
];
const SCHEMA = {
  tables: [
    {
      name: "orders",
      label: "Orders",
      columns: [
        { name: "title", label: "Title", type: "text" as const },
        { name: "margin", label: "Margin", type: "number" as const, policy: { read: "role:manager" } },
      ],
      policy: {
        read: "member",
        create: "role:warehouse",
        update: '"manager" in user.roles || row.title == "Free"',
        delete: "role:manager",
      },
    },
  ],
};

let world: ApiWorld;
let ada: TestPerson;
let bob: TestPerson;
let project: string;

const json = async <T>(answer: Response | Promise<Response>): Promise<T> => (await (await answer).json()) as T;
const list = (by = ada) => json<AppRoleList>(by.call("GET", `/api/projects/${project}/app-roles`));
const give = (holder: Pick<AppRoleHolder, "kind" | "id">, roles: string[], by = ada) =>
  by.call("PUT", `/api/projects/${project}/app-roles/${holder.kind}/${holder.id}`, { roles });
const member = ({ id }: TestPerson) => ({ kind: "member" as const, id });
const rows = () => `/api/projects/${project}/data/tables/orders/rows`;
const add = (by: TestPerson, values: object) => by.call("POST", rows(), { values });

beforeEach(async () => {
  world = await apiWorld();
  [ada, bob] = [await world.person("Ada"), await world.person("Bob")];
  await world.join(bob, ada.organizationId, "editor");
  const made = await projectWithVersion(world, ada, { "app.json": JSON.stringify({ name: "Orders", roles: ROLES }) });
  project = made.id;
  await world.storeOf(project).setSchema("current", SCHEMA as never);
});

test("a role opens what the policies leave to it, from the next request on, and an admin has every one", async () => {
  const { id } = await json<DataRow>(add(ada, { title: "Tea", margin: 3 }));
  const seen = async () => first((await json<RowPage>(bob.call("GET", rows()))).rows);
  const said = await json<{ detail: string; next: string }>(add(bob, { title: "Milk" }));
  expect(said).toMatchObject({
    detail: 'Only people with the role "warehouse" may add orders.',
    next: expect.stringContaining("administrator"),
  });
  expect([(await seen()).margin, (await bob.call("DELETE", `${rows()}/${id}`)).status]).toEqual([null, 403]);
  expect((await give(member(bob), ["warehouse", "manager"])).status).toBe(200);
  expect([(await add(bob, { title: "Milk" })).status, (await seen()).margin === null]).toEqual([201, false]);
  await give(member(bob), ["warehouse"]);
  expect((await bob.call("PATCH", `${rows()}/${id}`, { values: { title: "Coffee" } })).status).toBe(403);
  await give(member(bob), ["manager"]);
  expect((await bob.call("PATCH", `${rows()}/${id}`, { values: { title: "Coffee" } })).status).toBe(200);
});

test("rows are looked at as somebody else would see them, and never as more than one may see", async () => {
  await add(ada, { title: "Tea", margin: 3 });
  const marginSeen = async (by: TestPerson, as: string) => {
    const page = await json<RowPage>(by.call("GET", `${rows()}?as=${as}`));
    return page.rows && first(page.rows).margin;
  };
  expect([await marginSeen(ada, "member"), await marginSeen(ada, "role:warehouse"), await marginSeen(ada, "role:manager")]).toEqual([
    null,
    null,
    3,
  ]);
  expect(await marginSeen(bob, "role:manager")).toBeNull();
  expect((await ada.call("GET", `${rows()}?as=visitor`)).status).toBe(403);
  expect((await ada.call("GET", `${rows()}?as=admin`)).status).toBe(400);
});

test("the change is in the log, and only an admin makes it", async () => {
  expect((await give(member(bob), ["manager"], bob)).status).toBe(403);
  expect(await list(bob)).toMatchObject({
    roles: ROLES,
    people: [
      { id: ada.id, role: "admin", roles: [] },
      { id: bob.id, roles: [] },
    ],
  });
  for (const roles of [["manager"], ["manager"], ["warehouse"]]) await give(member(bob), roles);
  expect((await list()).people[1]).toMatchObject({ name: "Bob", roles: ["warehouse"] });
  const log = (await world.database.query.auditLog.findMany()).filter(({ action }) => action === "app_role.changed");
  expect(log).toMatchObject([
    { subject: bob.id, projectId: project, before: { roles: "" }, after: { roles: "manager" } },
    { subject: bob.id, before: { roles: "manager" }, after: { roles: "warehouse" } },
  ]);
});

test("nobody has a role that the app does not declare, and nobody from elsewhere has one", async () => {
  expect(await json(give(member(bob), ["boss"]))).toMatchObject({ status: 400, detail: 'The app has no role "boss".' });
  const eve = await world.person("Eve");
  expect((await give(member(eve), ["manager"])).status).toBe(404);
  expect((await give(member(eve), ["manager"], eve)).status).toBe(404);
});

test("whoever is invited has their roles with joining, and whoever leaves has none any more", async () => {
  const grace = await world.person("Grace");
  const { items } = await json<CreatedInvites>(
    ada.call("POST", `/api/orgs/${ada.organizationId}/invites`, { by: "email", addresses: grace.email, role: "editor" }),
  );
  const invited = { kind: "invited" as const, id: must(first(items).invite).id };
  expect((await give(invited, ["manager"])).status).toBe(200);
  expect(last((await list()).people)).toMatchObject({ ...invited, email: grace.email, roles: ["manager"] });
  const mail = last(world.mails.filter(({ kind, to }) => kind === "invite" && to === grace.email));
  const secret = must(/invite\?secret=([\w-]+)/.exec(mail.text))[1];
  expect((await grace.call("POST", "/api/invites/accept", { secret })).status).toBe(200);
  const rolesOfGrace = async () => (await list()).people.find(({ id }) => id === grace.id)?.roles;
  expect(await rolesOfGrace()).toEqual(["manager"]);
  expect((await grace.call("POST", `/api/orgs/${ada.organizationId}/leave`)).status).toBe(200);
  await world.join(grace, ada.organizationId, "editor");
  expect(await rolesOfGrace()).toEqual([]);
});

test("the roles of whoever has a session are read along with who asks, and hold from the next request on", async () => {
  await give(member(bob), ["warehouse"]);
  const asked = vi.spyOn(world.services.access, "facts");
  expect((await add(bob, { title: "Tea" })).status).toBe(201);
  await give(member(bob), []);
  expect((await add(bob, { title: "Tea" })).status).toBe(403);
  await give(member(ada), ["warehouse"]);
  expect((await add(bob, { title: "Tea" })).status).toBe(403);
  expect(asked).not.toHaveBeenCalled();
});

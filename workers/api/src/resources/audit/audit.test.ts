/** The audit log over HTTP: who sees what of it, its filters, its export and its check. */

import { AuditPage, AuditProof } from "@edgewright/contracts";
import { at } from "@edgewright/core";
import { schema } from "@edgewright/db";
import { exportLines } from "@edgewright/exports";
import { apiWorld } from "@edgewright/testing/api-world";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";

const world = await apiWorld();
const [ada, viewer, stranger] = [await world.signUp("Ada"), await world.signUp("Viewer"), await world.signUp("Stranger")];
const base = `/api/orgs/${ada.organizationId}/audit`;

const FROM = { "cf-connecting-ip": "203.0.113.7", "user-agent": "Test browser" };
const list = async (query = "", person = ada) => AuditPage.parse(await (await person.call("GET", `${base}${query}`)).json());
const tick = () => world.clock.advance(1000);

beforeAll(async () => {
  await world.join(viewer, ada.organizationId, "viewer");
  for (const name of ["Fleet", "=cmd|' /C calc'!A0", "Orders"]) {
    tick();
    const made = await ada.call("POST", "/api/projects", { name }, FROM);
    expect(made.status).toBe(201);
  }
  tick();
  await ada.call("PATCH", "/api/projects/fleet", { name: "Vehicles" }, FROM);
});

describe("the list", () => {
  test("tells who did what to which project, newest first, and what it was before", async () => {
    const { items } = await list();
    expect(items.map(({ action }) => action)).toEqual([
      ...["project.updated", "project.created", "project.created", "project.created", "organization.created"],
    ]);
    expect(items[0]).toMatchObject({
      actor: { kind: "person", id: ada.id, name: "Ada" },
      projectName: "Vehicles",
      before: { name: "Fleet" },
      after: { name: "Vehicles" },
      ...{ ip: "203.0.113.7", userAgent: "Test browser", device: "Unknown device", number: null },
    });
    expect(items[0]?.requestId).toMatch(/^req_/);
  });

  test("shows others than admins no address, browser or request", async () => {
    const { items } = await list("", viewer);
    expect(items.length).toBeGreaterThan(4);
    for (const { ip, userAgent, requestId } of items) expect([ip, userAgent, requestId]).toEqual([null, null, null]);
  });

  test("is narrowed by person, action or family, project and time, and paged", async () => {
    const project = (await list("?action=project.updated")).items[0]?.projectId ?? "";
    expect((await list(`?project=${project}`)).items.map(({ action }) => action)).toEqual(["project.updated", "project.created"]);
    expect((await list("?action=organization.")).items).toHaveLength(1);
    expect((await list(`?person=${viewer.id}`)).items).toEqual([]);
    const [newest, second] = (await list("?limit=2")).items;
    expect((await list(`?from=${newest?.at}`)).items.map(({ id }) => id)).toEqual([newest?.id]);
    expect((await list(`?to=${newest?.at}&limit=1`)).items.map(({ id }) => id)).toEqual([second?.id]);
    const first = await list("?limit=2");
    expect((await list(`?limit=2&cursor=${first.cursor}`)).items[0]?.id).not.toBe(second?.id);
  });

  test("refuses an action or a time that there is not", async () => {
    for (const query of ["?action=nothing", "?action=project", "?from=yesterday"])
      expect((await ada.call("GET", base + query)).status).toBe(400);
  });

  test("is the organization's own", async () => {
    expect((await stranger.call("GET", base)).status).toBe(404);
    expect((await stranger.call("GET", `${base}/export?format=csv`)).status).toBe(404);
  });
});

test("a person's own activity is theirs alone, with the addresses", async () => {
  await ada.call("POST", "/api/auth/update-user", { name: "Ada L." }, FROM);
  const { items } = AuditPage.parse(await (await ada.call("GET", "/api/me/activity")).json());
  expect(items[0]).toMatchObject({ action: "account.updated", ip: "203.0.113.7", after: { name: "Ada L." } });
  expect(new Set(items.map(({ personId }) => personId))).toEqual(new Set([ada.id]));
});

describe("the export", () => {
  const nobody = { scope: ada.organizationId, person: null, action: null, project: null, from: null, to: null };
  const download = (query: string, person = ada) => person.call("GET", `${base}/export?${query}`);

  test("is for admins, and is in the log itself", async () => {
    expect((await download("format=csv", viewer)).status).toBe(403);
    expect((await download("format=csv&action=project.")).status).toBe(200);
    expect((await list("?action=audit.exported")).items[0]).toMatchObject({ detail: { format: "csv", action: "project." } });
  });

  test("makes formulas of names harmless in a table", async () => {
    const answer = await download("format=csv&action=project.");
    expect(answer.headers.get("content-disposition")).toMatch(/attachment; filename="[a-z0-9-]+-audit-\d{4}-\d\d-\d\d\.csv"/);
    const lines = (await answer.text()).trim().split("\n");
    expect(lines[0]).toMatch(/^at,id,action,/);
    expect(lines).toHaveLength(5);
    const cells = lines.flatMap((line) => line.split(","));
    expect(cells.some((cell) => cell.startsWith("'=cmd"))).toBe(true);
    expect(cells.filter((cell) => /^"?[=+@]/.test(cell))).toEqual([]);
  });

  test("has a line of JSON for each of the log's, with the hashes that bear witness", async () => {
    await world.services.auditTrail.seal();
    const lines = (await (await download("format=jsonl&action=project.updated")).text()).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ action: "project.updated", before: { name: "Fleet" }, number: 5 }]);
    expect(JSON.parse(at(lines, 0)).hash).toMatch(/\./);
  });

  test("reads on only as it is taken", async () => {
    let read = 0;
    const line = at((await world.services.auditTrail.list(nobody, { cursor: null, limit: 1 })).items, 0);
    const endless = { ...world.services.auditTrail, list: async () => ({ items: Array(100).fill(line), cursor: `aud_${read++}` }) };
    const reader = (await exportLines(endless, nobody, "csv")).getReader();
    for (let page = 1; page <= 3; page++) {
      await reader.read();
      expect(read).toBe(page);
    }
    await reader.cancel();
  });
});

test("the check tells that all is well, and names what somebody altered", async () => {
  const check = async () => AuditProof.parse(await (await viewer.call("GET", `${base}/verify`)).json());
  await world.services.auditTrail.seal();
  expect(await check()).toMatchObject({ ok: true, waiting: 0, from: 1, faults: [], next: null });
  await world.database.update(schema.auditLog).set({ actorName: "Grace" }).where(eq(schema.auditLog.action, "project.updated"));
  expect(await check()).toMatchObject({ ok: false, faults: [{ number: 5, kind: "altered" }] });
});

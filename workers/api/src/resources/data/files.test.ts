/** A file by the API: taken in in parts, held by a row, and given out under the row's policy, never as a page of the platform's. */
import { type DataRow, FILE_PART_BYTES, type FileUpload } from "@edgewright/contracts";
import { apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";

test("it is handed in, held and read, by those who may", async () => {
  const world = await apiWorld();
  const [ada, bob] = [await world.person("Ada"), await world.person("Bob")];
  await world.join(bob, ada.organizationId, "viewer");
  const { id: project } = await projectWithVersion(world, ada);
  const column = { name: "paper", label: "Paper", type: "file" as const, policy: { read: "user.role == 'admin'" } };
  await world.storeOf(project).setSchema("current", { tables: [{ name: "tasks", label: "Tasks", columns: [column] }] });
  const data = `/api/projects/${project}/data`;
  const content = new Blob(["<svg onload=alert(1)>", "x".repeat(FILE_PART_BYTES)]);
  const given = { table: "tasks", column: "paper", name: "plan.svg", size: content.size };
  expect((await bob.call("POST", `${data}/files`, given)).status).toBe(403);
  const { id } = (await (await ada.call("POST", `${data}/files`, given)).json()) as FileUpload;
  const put = (part: number, body = content.slice(part * FILE_PART_BYTES, (part + 1) * FILE_PART_BYTES)) =>
    ada.call("PUT", `${data}/files/${id}/parts/${part}`, body);
  expect((await put(0, content)).status).toBe(413);
  expect((await put(1)).status).toBe(200);
  expect(await (await put(0)).json()).toEqual(await (await ada.call("GET", `${data}/files/${id}`)).json());
  const row = (await (await ada.call("POST", `${data}/tables/tasks/rows`, { values: { paper: id } })).json()) as DataRow;
  const path = `${data}/tables/tasks/rows/${row.id}/files/paper/${id}`;
  const answer = await ada.call("GET", path, undefined, { range: "bytes=-2" });
  expect([answer.status, await answer.text()]).toEqual([206, "xx"]);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...{ "content-type": "text/plain; charset=utf-8", "content-disposition": "attachment; filename*=UTF-8''plan.svg" },
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  expect((await bob.call("GET", path)).status).toBe(404);
  expect((await ada.call("GET", `${path}?as=member`)).status).toBe(404);
});

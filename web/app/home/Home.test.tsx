import { expect, test } from "vitest";
import { UNREACHABLE } from "../api/answer.ts";
import { fakeApi } from "../testing/api.ts";
import { inPage } from "../testing/in-page.tsx";
import { Home } from "./Home.tsx";
import { Landing } from "./Landing.tsx";

const api = fakeApi();
const HOME = <Home start={{ ok: false, error: UNREACHABLE }} />;
const created = () => api.asked.filter(({ method, path }) => `${method} ${path}` === "POST /api/projects");

test("what was sent before signing in is built once somebody is signed in, and once only", async () => {
  const landing = await inPage(<Landing />);
  await landing.getByRole("textbox", { name: "What do you want to build?" }).fill("Track tasks");
  await landing.getByRole("button", { name: "Build" }).click();
  await landing.unmount();
  const first = await inPage(HOME);
  await expect.poll(() => created().map(({ body }) => body)).toEqual([{ prompt: "Track tasks" }]);
  await first.unmount();
  const second = await inPage(HOME);
  await expect.element(second.getByRole("textbox", { name: "What do you want to build?" })).toHaveValue("Track tasks");
  expect(created()).toHaveLength(1);
});

test("what was only typed waits", async () => {
  const landing = await inPage(<Landing />);
  await landing.getByRole("textbox", { name: "What do you want to build?" }).fill("Track tasks");
  await landing.unmount();
  const home = await inPage(HOME);
  await expect.element(home.getByRole("textbox", { name: "What do you want to build?" })).toHaveValue("Track tasks");
  expect(created()).toEqual([]);
});

/** What a form of its own, a vote and a decision offer, by what the table's policy lets whoever is there do. */
import { useTable } from "@edgewright/app-kit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react/pure";
import { z } from "zod";
import { useForm } from "../lib/form";
import { Decision } from "./Decision";
import { TextField } from "./fields";
import { SendForm } from "./SendForm";
import { Votes } from "./Votes";

type Wish = { title: string };
const wish = z.object({ title: z.string() });
const ROW = { id: "row_1", title: "A swing", createdAt: "", updatedAt: "", createdBy: null, revision: 1 };
const MAY_ALL = { create: false, update: false as boolean | string[], delete: false };
const FORBIDDEN = { code: "forbidden", detail: "These are not for you to see." };

let cannot = MAY_ALL;
let maySee = true;
let made = 0;

async function answer(path: string, { method = "GET" }: { method?: string } = {}) {
  const { pathname } = new URL(path, location.href);
  if (pathname === "/_app/user") return Response.json({ id: "u1", name: "Ada", email: "", role: "admin", roles: [], access: "write" });
  if (method === "GET") return maySee ? Response.json({ rows: [ROW], total: 1, cannot }) : Response.json(FORBIDDEN, { status: 403 });
  return cannot.create ? Response.json(FORBIDDEN, { status: 403 }) : Response.json(ROW);
}

beforeEach(() => {
  cannot = MAY_ALL;
  maySee = true;
  vi.stubGlobal("fetch", answer);
});
afterEach(() => void vi.unstubAllGlobals());

function Wishes({ table }: { table: string }) {
  const wishes = useTable<Wish>(table);
  const form = useForm(wish, { title: "" });
  const [first] = wishes.rows;
  return (
    <>
      <p>{wishes.status}</p>
      <SendForm of={wishes} form={form} onSubmit={form.submit(wishes.create)} onAgain={form.reset}>
        <TextField label="Title" {...form.field("title")} />
      </SendForm>
      <Votes options={["swing"]} countOf={() => 1} mine={null} onVote={async () => undefined} may={wishes.can.save({})} />
      {first && (
        <Decision
          value="open"
          waiting="open"
          outcomes={{ Approve: "approved" } as Record<string, string>}
          onDecide={async () => undefined}
          may={wishes.can.update(first)}
        />
      )}
    </>
  );
}

/** Each has a table of its own: what is loaded is kept for the whole app. */
async function opened(status: "ready" | "error") {
  const screen = await render(<Wishes table={`wishes${++made}`} />);
  await expect.element(screen.getByText(status, { exact: true })).toBeVisible();
  return { screen, button: (name: string) => screen.getByRole("button", { name, exact: true }) };
}

test("are all there for whoever may write", async () => {
  const { button } = await opened("ready");
  for (const name of ["Send", "Vote", "Approve"]) await expect.element(button(name)).toBeEnabled();
});

test("are not there for whom the policy lets only look", async () => {
  cannot = { create: true, update: ["row_1"], delete: true };
  const { button, screen } = await opened("ready");
  await expect.element(screen.getByText("You may look at this form, but not send it.")).toBeVisible();
  await expect.element(screen.getByLabelText("Title")).toBeDisabled();
  for (const name of ["Send", "Vote", "Approve"]) await expect.element(button(name)).not.toBeInTheDocument();
});

test("send what somebody adds who may not see the others", async () => {
  maySee = false;
  const { button, screen } = await opened("error");
  await screen.getByLabelText("Title").fill("A slide");
  await button("Send").click();
  await expect.element(screen.getByText("Thank you, it has been sent")).toBeVisible();
});

test("keep what was typed when it may not be sent any more", async () => {
  const { button, screen } = await opened("ready");
  await screen.getByLabelText("Title").fill("A slide");
  cannot = { create: true, update: true, delete: true };
  await button("Send").click();
  await expect.element(screen.getByRole("alert")).toMatchTextContent("You may not send this any more. What you typed is still here");
  await expect.element(screen.getByLabelText("Title")).toHaveValue("A slide");
  for (const name of ["Send", "Vote", "Approve"]) await expect.element(button(name)).not.toBeInTheDocument();
});

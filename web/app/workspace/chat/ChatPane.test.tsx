import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { fakeApi } from "../../testing/api.ts";
import { inWorkspace, message } from "../../testing/in-workspace.tsx";
import { emptySession } from "../stream/state.ts";
import { ChatPane } from "./ChatPane.tsx";

const api = fakeApi();

test("whoever sends a message is shown where it stands, however far up they were reading", async () => {
  api.answer({ "POST /api/sessions/s1/messages": {} });
  const said = Array.from({ length: 40 }, (_, index) => message(`m${index}`, `Message ${index}`));
  const session = {
    ...emptySession,
    timeline: said.map(({ id }) => ({ kind: "message" as const, id })),
    messages: Object.fromEntries(said.map((one) => [one.id, one])),
  };
  const { getByRole, getByText, container } = await inWorkspace(
    <div style={{ height: 500 }}>
      <ChatPane />
    </div>,
    { session },
  );
  const chat = container.querySelector("[data-chat-scroll]");
  chat?.scrollTo({ top: -10_000 });
  await expect.element(getByText("Message 39")).not.toBeInViewport();
  await getByRole("textbox", { name: "Message to the agent" }).fill("And one more");
  await userEvent.keyboard("{Enter}");
  await expect.element(getByText("Message 39")).toBeInViewport();
});

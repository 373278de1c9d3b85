import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react/pure";
import { IconButton } from "./IconButton.tsx";

test("while a label shows, a frame beside it does not take the pointer's moves from the page", async () => {
  await render(
    <>
      <IconButton label="Reload the app">↻</IconButton>
      <iframe title="The app" className="h-40" />
    </>,
  );
  const frame = page.getByTitle("The app");
  await userEvent.hover(page.getByRole("button", { name: "Reload the app" }));
  await expect.element(page.getByRole("tooltip")).toHaveTextContent("Reload the app");
  await expect.element(frame).toHaveStyle({ pointerEvents: "none" });
  await userEvent.hover(frame, { force: true });
  await expect.element(page.getByRole("tooltip")).not.toBeInTheDocument();
  await expect.element(frame).toHaveStyle({ pointerEvents: "auto" });
});

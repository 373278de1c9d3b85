/** Draws a part of a page by itself, around it what every page has: somebody who is signed in, and a loader that is asked anew after a change. */
import type { Me, Role } from "@edgewright/contracts";
import type { ReactNode } from "react";
import { createMemoryRouter, Outlet, RouterProvider } from "react-router";
import { render } from "vitest-browser-react/pure";
import { ToasterHost } from "../components/ToasterHost.tsx";

const meAs = (role: Role): Me => ({
  user: { id: "u1", name: "Ada Byron", email: "ada@example.test", emailVerified: true, image: null, twoFactor: false },
  organization: { id: "o1", name: "Acme", slug: "acme", role },
  previews: "https://*.preview.example",
});

const Nothing = () => null;

/** `loads` tells how often the page was loaded. */
export async function inPage(part: ReactNode, { role = "admin" }: { role?: Role } = {}) {
  let loads = 0;
  const loader = () => {
    loads++;
    return { me: meAs(role) };
  };
  const element = (
    <>
      <Outlet />
      <ToasterHost />
    </>
  );
  const router = createMemoryRouter([
    { id: "root", path: "/", loader, element, HydrateFallback: Nothing, children: [{ index: true, element: part }] },
  ]);
  const screen = await render(<RouterProvider router={router} />);
  return { ...screen, loads: () => loads };
}

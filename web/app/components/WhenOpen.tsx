/** What floats over the page is fetched and drawn when it is first opened, and stays from then on, so that it can close in its own time. */
import { type ReactNode, Suspense, useState } from "react";

export function WhenOpen({ open, children }: { open: boolean; children: ReactNode }) {
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);
  return opened ? <Suspense fallback={null}>{children}</Suspense> : null;
}

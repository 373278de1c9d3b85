/** Listens for ⌘K on every page and fetches the palette's code when it is first wanted. Mounted once, in the root. */
import { lazy, Suspense, useEffect, useState } from "react";
import { useShortcut } from "../keyboard/shortcut.ts";
import { togglePalette, usePalette } from "./commands.ts";

const Palette = lazy(() => import("./Palette.tsx"));

export function PaletteHost() {
  const { open } = usePalette();
  const [wanted, setWanted] = useState(false);
  useShortcut("mod+k", togglePalette);
  useEffect(() => {
    if (open) setWanted(true);
  }, [open]);
  return (
    wanted && (
      <Suspense>
        <Palette />
      </Suspense>
    )
  );
}

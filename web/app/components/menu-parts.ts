/** What a menu's button, its lines and the list that it opens have in common: the library's parts, which come with the list, and looks. */
import type { Menu as Base } from "@base-ui/react/menu";
import { createContext, use } from "react";

export const popupClass =
  "max-h-(--available-height) origin-(--transform-origin) overflow-y-auto rounded-card bg-raised p-1 shadow-float outline-none transition-[opacity,scale] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0";
export const itemClass =
  "flex h-8 cursor-default items-center gap-2 rounded-[5px] px-2 outline-none select-none data-disabled:opacity-50 data-highlighted:bg-text/6 pointer-coarse:h-10 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";

/** What a menu's lines are made of: known inside an open menu only. */
export type MenuParts = Pick<typeof Base, "Item" | "Separator">;
export const MenuPartsContext = createContext<MenuParts | null>(null);

/** Of the menu around this. */
export function useParts(): MenuParts {
  const parts = use(MenuPartsContext);
  if (!parts) throw new Error("This stands in a Menu");
  return parts;
}

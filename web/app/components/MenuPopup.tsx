/** What a Menu opens. Fetched by itself, as most menus of a page stay closed. */
import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode, RefObject } from "react";
import { cn } from "./cn.ts";
import { MenuPartsContext, popupClass } from "./menu-parts.ts";

interface MenuPopupProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  anchor: RefObject<HTMLButtonElement | null>;
  align: "start" | "end";
  children: ReactNode;
}

const MenuPopup = ({ open, onOpenChange, anchor, align, children }: MenuPopupProps) => (
  <MenuPartsContext value={Base}>
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={4} align={align} className="z-40 outline-none">
          <Base.Popup finalFocus={anchor} className={cn(popupClass, "min-w-48")}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  </MenuPartsContext>
);
export default MenuPopup;

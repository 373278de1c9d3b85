/** A list of actions or links that opens from a button. The list and what it floats by are fetched when a person first comes near. */
import type { Menu as Base } from "@base-ui/react/menu";
import { type ComponentProps, cloneElement, lazy, type ReactElement, type ReactNode, useRef, useState } from "react";
import { Link } from "react-router";
import { cn } from "./cn.ts";
import { Kbd } from "./Kbd.tsx";
import { itemClass, useParts } from "./menu-parts.ts";
import { WhenOpen } from "./WhenOpen.tsx";

const fetchPopup = () => import("./MenuPopup.tsx");
const Popup = lazy(fetchPopup);

interface MenuProps {
  /** A button that passes on what it is given. */
  trigger: ReactElement<ComponentProps<"button">>;
  align?: "start" | "end";
  children: ReactNode;
}

export function Menu({ trigger, align = "end", children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const opener = {
    ref: anchor,
    "aria-haspopup": "menu",
    "aria-expanded": open,
    "data-popup-open": open ? "" : undefined,
    onPointerEnter: () => void fetchPopup(),
    onClick: () => setOpen(!open),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      setOpen(true);
    },
  } as const;
  return (
    <>
      {cloneElement(trigger, opener)}
      <WhenOpen open={open}>
        <Popup open={open} onOpenChange={setOpen} anchor={anchor} align={align}>
          {children}
        </Popup>
      </WhenOpen>
    </>
  );
}

interface ItemProps extends Omit<ComponentProps<typeof Base.Item>, "className"> {
  icon?: ReactNode;
  keys?: string;
  danger?: boolean;
  /** Disables the item; shown on hover and read by screen readers. A MenuNote says it in sight, once for several items. */
  disabledReason?: string | null;
}

export function MenuItem({ icon, keys, danger, disabledReason, disabled, children, ...props }: ItemProps) {
  const { Item } = useParts();
  return (
    <Item
      className={cn(itemClass, danger && "text-danger [&_svg]:text-danger!")}
      disabled={disabled || Boolean(disabledReason)}
      title={disabledReason ?? undefined}
      aria-description={disabledReason ?? undefined}
      {...props}
    >
      {icon}
      <span className="flex-1 truncate">{children}</span>
      {keys && <Kbd keys={keys} />}
    </Item>
  );
}

export const MenuLink = ({ to, ...props }: ItemProps & { to: string }) => <MenuItem render={<Link to={to} />} {...props} />;

/** A line of the menu that is no item, such as why some of them are off. */
export const MenuNote = ({ children }: { children: ReactNode }) => <p className="max-w-64 px-2 py-1.5 text-sm text-muted">{children}</p>;

export function MenuSeparator() {
  const { Separator } = useParts();
  return <Separator className="-mx-1 my-1 h-px bg-border" />;
}

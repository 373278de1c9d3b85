/** A list of actions or links that opens from a button. */
import { Menu as Base } from "@base-ui/react/menu";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { Link } from "react-router";
import { cn } from "./cn.ts";
import { Kbd } from "./Kbd.tsx";

export const popupClass =
  "max-h-(--available-height) origin-(--transform-origin) overflow-y-auto rounded-card bg-raised p-1 shadow-float outline-none transition-[opacity,scale] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0";
export const itemClass =
  "flex h-8 cursor-default items-center gap-2 rounded-[5px] px-2 outline-none select-none data-disabled:opacity-50 data-highlighted:bg-text/6 pointer-coarse:h-10 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";

interface MenuProps {
  trigger: ReactElement;
  align?: "start" | "end";
  children: ReactNode;
}

export function Menu({ trigger, align = "end", children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-40 outline-none">
          <Base.Popup className={cn(popupClass, "min-w-48")}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface ItemProps extends Omit<ComponentProps<typeof Base.Item>, "className"> {
  icon?: ReactNode;
  keys?: string;
  danger?: boolean;
  /** Disables the item; shown on hover and read by screen readers. A MenuNote says it in sight, once for several items. */
  disabledReason?: string | null;
}

export const MenuItem = ({ icon, keys, danger, disabledReason, disabled, children, ...props }: ItemProps) => (
  <Base.Item
    className={cn(itemClass, danger && "text-danger [&_svg]:text-danger")}
    disabled={disabled || Boolean(disabledReason)}
    title={disabledReason ?? undefined}
    aria-description={disabledReason ?? undefined}
    {...props}
  >
    {icon}
    <span className="flex-1 truncate">{children}</span>
    {keys && <Kbd keys={keys} />}
  </Base.Item>
);

export const MenuLink = ({ to, ...props }: ItemProps & { to: string }) => <MenuItem render={<Link to={to} />} {...props} />;

/** A line of the menu that is no item, such as why some of them are off. */
export const MenuNote = ({ children }: { children: ReactNode }) => <p className="max-w-64 px-2 py-1.5 text-sm text-muted">{children}</p>;

export const MenuSeparator = () => <Base.Separator className="-mx-1 my-1 h-px bg-border" />;

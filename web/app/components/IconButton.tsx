/** A button that is only an icon: its label shows on hover, with its key, and is read by screen readers. */
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./Button.tsx";
import { Tooltip } from "./Tooltip.tsx";

export interface IconButtonProps extends Omit<ButtonProps, "size" | "children"> {
  label: string;
  keys?: string;
  size?: "icon" | "icon-sm";
  children: ReactNode;
}

export function IconButton({ label, keys, variant = "ghost", size = "icon", disabledReason, ...props }: IconButtonProps) {
  return (
    <Tooltip label={disabledReason ? `${label}: ${disabledReason}` : label} keys={keys} describes={Boolean(disabledReason)}>
      <Button variant={variant} size={size} aria-label={label} disabled={Boolean(disabledReason)} {...props} />
    </Tooltip>
  );
}

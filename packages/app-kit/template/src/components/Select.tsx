import type { ComponentProps } from "react";
import { cn } from "../lib/cn";
import { control } from "./Input";

export function Select({ className, ...props }: ComponentProps<"select">) {
  return <select className={cn(control, "h-9 pr-8", className)} {...props} />;
}

/** Text of one line. Inside a Field it takes its label, hint and error. */
import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlClass } from "./Textarea.tsx";

export const Input = ({ className, ...props }: Omit<ComponentProps<typeof BaseInput>, "className"> & { className?: string }) => (
  <BaseInput className={cn(controlClass, "h-8 px-2.5 pointer-coarse:h-10", className)} {...props} />
);

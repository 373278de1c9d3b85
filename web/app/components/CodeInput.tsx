/** Six digits of an authenticator app. Phones show their number pad, and fill it in where they can. */
import type { ComponentProps } from "react";
import { Input } from "./Input.tsx";

export const CodeInput = (props: Omit<ComponentProps<typeof Input>, "className" | "inputMode" | "autoComplete">) => (
  <Input
    inputMode="numeric"
    autoComplete="one-time-code"
    maxLength={7}
    placeholder="123 456"
    className="font-mono tracking-widest tabular-nums"
    {...props}
  />
);

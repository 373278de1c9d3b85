/** The buttons that views have in common. Whoever may not do it has none. */
import { Pencil, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { type Allowed, useMayWrite } from "../lib/access";
import { Button } from "./Button";

type Props = Allowed & { onClick: () => void };

export function AddButton({ onClick, children, may }: Props & { children: ReactNode }) {
  if (!useMayWrite(may)) return null;
  return (
    <Button onClick={onClick}>
      <Plus aria-hidden className="-ml-0.5 size-4" />
      {children}
    </Button>
  );
}

export function EditButton({ onClick, may }: Props) {
  if (!useMayWrite(may)) return null;
  return (
    <Button variant="secondary" onClick={onClick}>
      <Pencil aria-hidden className="-ml-0.5 size-3.5" />
      Edit
    </Button>
  );
}

/** The buttons that views have in common. Whoever may only look has none. */
import { Pencil, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useMayWrite } from "../lib/access";
import { Button } from "./Button";

export function AddButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  if (!useMayWrite()) return null;
  return (
    <Button onClick={onClick}>
      <Plus aria-hidden className="-ml-0.5 size-4" />
      {children}
    </Button>
  );
}

export function EditButton({ onClick }: { onClick: () => void }) {
  if (!useMayWrite()) return null;
  return (
    <Button variant="secondary" onClick={onClick}>
      <Pencil aria-hidden className="-ml-0.5 size-3.5" />
      Edit
    </Button>
  );
}

/** The buttons that views have in common. */
import { Pencil, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./Button";

export function AddButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button onClick={onClick}>
      <Plus aria-hidden className="-ml-0.5 size-4" />
      {children}
    </Button>
  );
}

export function EditButton({ onClick }: { onClick: () => void }) {
  return (
    <Button variant="secondary" onClick={onClick}>
      <Pencil aria-hidden className="-ml-0.5 size-3.5" />
      Edit
    </Button>
  );
}

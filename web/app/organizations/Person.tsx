/** A person in a list: picture, name and address, and what is to be said of them. */
import type { ReactNode } from "react";
import { Avatar } from "../components/Avatar.tsx";
import { Badge } from "../components/Badge.tsx";

interface PersonProps {
  name: string;
  email: string;
  image?: string | null;
  /** It is whoever looks at the list. */
  you: boolean;
  /** Badges beside the name. */
  marks?: ReactNode;
  /** Under the address. */
  children?: ReactNode;
}

export const Person = ({ name, email, image = null, you, marks, children }: PersonProps) => (
  <div className="flex min-w-0 flex-1 items-start gap-3">
    <Avatar name={name || email} image={image} className="mt-0.5 size-8 text-sm" />
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="min-w-0 truncate font-medium">{name}</span>
        {you && <Badge>you</Badge>}
        {marks}
      </p>
      <p className="truncate text-sm text-muted">{email}</p>
      {children}
    </div>
  </div>
);

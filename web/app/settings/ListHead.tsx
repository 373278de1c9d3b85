/** Over a list of the settings: what it is, and the one action that adds to it. */
import type { ReactNode } from "react";

export const ListHead = ({ title, description, action }: { title: string; description: ReactNode; action?: ReactNode }) => (
  <div className="mb-4 flex flex-wrap items-start gap-x-6 gap-y-3">
    <div className="min-w-0 flex-1 basis-64">
      <h2 className="font-semibold">{title}</h2>
      <p className="mt-0.5 max-w-prose text-muted">{description}</p>
    </div>
    {action}
  </div>
);

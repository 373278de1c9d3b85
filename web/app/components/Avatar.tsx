/** A person's picture, or their initial where there is none. The name stands beside it, or is the label of what holds it. */
import { useState } from "react";
import { cn } from "./cn.ts";

interface AvatarProps {
  name: string;
  image: string | null;
  /** Its size, and that of the initial. */
  className?: string;
}

export function Avatar({ name, image, className = "size-7 text-sm" }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  return (
    <span
      aria-hidden="true"
      className={cn(
        "inline-flex shrink-0 items-center justify-center overflow-hidden rounded-full bg-text/8 font-semibold select-none",
        className,
      )}
    >
      {image !== null && image !== broken ? (
        <img src={image} alt="" className="size-full rounded-full border border-text/10 object-cover" onError={() => setBroken(image)} />
      ) : (
        initial(name)
      )}
    </span>
  );
}

const initial = (name: string) => [...name.trim()][0]?.toUpperCase() ?? "?";

import { type DataError, useTable, useUser } from "@edgewright/app-kit";
import { Heart } from "lucide-react";
import { useState } from "react";
import { type Like, likeKey, type Photo } from "../data/photos";
import { cn } from "../lib/cn";
import { Button } from "./Button";

/** A photo, its caption and its likes. */
export function PhotoCard({ photo }: { photo: Photo & { id: string } }) {
  const likes = useTable<Like>("likes");
  const user = useUser();
  const [problem, setProblem] = useState<string | null>(null);
  const own = likes.rows.filter((like) => like.photo === photo.id);
  const key = likeKey(photo.id, user?.id ?? "");
  const mine = own.find((like) => like.key === key);
  const toggle = async () => {
    try {
      await (mine ? likes.remove(mine.id) : likes.create({ photo: photo.id, key }));
      setProblem(null);
    } catch (error) {
      setProblem((error as DataError).message);
    }
  };

  return (
    <article className="overflow-hidden rounded-card border border-border bg-surface">
      <img src={photo.address} alt={photo.caption} className="h-64 w-full bg-text/5 object-cover" />
      <div className="flex items-center justify-between gap-3 p-4">
        <div>
          <h2 className="font-medium">{photo.caption}</h2>
          <p className="text-xs text-muted">{photo.poster}</p>
        </div>
        <Button variant="secondary" aria-pressed={Boolean(mine)} disabled={!user} onClick={toggle}>
          <Heart aria-hidden className={cn("size-4", mine && "fill-danger text-danger")} />
          Like <span className="tabular-nums">{own.length}</span>
        </Button>
      </div>
      {problem && (
        <p role="alert" className="px-4 pb-3 text-danger">
          {problem}
        </p>
      )}
    </article>
  );
}

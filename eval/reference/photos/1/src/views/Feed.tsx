import { useTable } from "@edgewright/app-kit";
import { useState } from "react";
import { AddButton } from "../components/actions";
import { EmptyState } from "../components/EmptyState";
import { Loaded } from "../components/Loaded";
import { Page } from "../components/Page";
import { PhotoCard } from "../components/PhotoCard";
import { PostForm } from "../components/PostForm";
import type { Photo } from "../data/photos";

/** All photos, the newest on top. */
export function Feed() {
  const photos = useTable<Photo>("photos");
  const [posting, setPosting] = useState(false);
  const newestFirst = photos.rows.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));

  return (
    <Page title="Photos" narrow actions={<AddButton onClick={() => setPosting(true)}>Post a photo</AddButton>}>
      <Loaded of={photos} empty={<EmptyState title="No photos yet">Post the first one.</EmptyState>}>
        {newestFirst.map((photo) => (
          <PhotoCard key={photo.id} photo={photo} />
        ))}
      </Loaded>
      {posting && <PostForm onPost={photos.create} onClose={() => setPosting(false)} />}
    </Page>
  );
}

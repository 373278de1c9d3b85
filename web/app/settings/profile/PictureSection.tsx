/** Settings, Profile: the person's picture. Cropped and scaled here, so that the file itself never leaves the browser. */
import type { Me } from "@edgewright/contracts";
import { useRef, useState } from "react";
import { useRevalidator } from "react-router";
import type { ApiFailure } from "../../api/answer.ts";
import { upload } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { useChange } from "../../api/use-change.ts";
import { Avatar } from "../../components/Avatar.tsx";
import { Button } from "../../components/Button.tsx";
import { toast } from "../../components/toast.ts";
import { SettingsCard } from "../SettingsCard.tsx";
import { CropDialog } from "./CropDialog.tsx";

const PATH = "/api/me/picture";

export function PictureSection({ user }: { user: Me["user"] }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const { revalidate } = useRevalidator();
  const change = useChange();
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const read = await createImageBitmap(file).catch(() => null);
    setUnreadable(read === null);
    setPicture(read);
  };
  const save = async (file: Blob) => {
    const answer = await upload("PUT", PATH, file);
    if (!answer.ok) return answer.error;
    await revalidate();
    toast.success("Picture saved");
    return null;
  };
  const remove = useAction(() => change({ method: "DELETE", path: PATH, done: "Picture removed" }));
  return (
    <>
      <SettingsCard title="Picture" description="Stands beside what you do." failure={unreadable ? UNREADABLE : remove.failure}>
        <div className="flex items-center gap-4">
          <Avatar name={user.name || user.email} image={user.image} className="size-16 text-2xl" />
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => chooser.current?.click()}>{user.image ? "Choose another" : "Choose a picture"}</Button>
            {user.image && (
              <Button variant="ghost" busy={remove.busy} onClick={() => void remove.run()}>
                Remove
              </Button>
            )}
          </div>
          <input
            ref={chooser}
            type="file"
            accept="image/*"
            aria-label="Picture"
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              // The same file can be chosen again.
              event.target.value = "";
            }}
          />
        </div>
      </SettingsCard>
      {picture && <CropDialog picture={picture} onClose={() => setPicture(null)} onSave={save} />}
    </>
  );
}

const UNREADABLE: ApiFailure = {
  status: 0,
  code: "bad_request",
  message: "This file is no picture that the browser can read.",
  next: "Choose a PNG, JPEG or WebP file.",
};

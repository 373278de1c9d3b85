import { useUser } from "@edgewright/app-kit";
import { z } from "zod";
import type { Photo } from "../data/photos";
import { useForm } from "../lib/form";
import { FormDialog } from "./FormDialog";
import { TextField } from "./fields";

const shape = z.object({
  address: z.url({ protocol: /^https?$/, error: "An address that starts with https://" }),
  caption: z.string({ error: "A caption is needed" }).min(1, "A caption is needed"),
});

type Props = { onPost: (photo: Photo) => Promise<unknown>; onClose: () => void };

/** Asks for the address of a photo and what is seen on it. */
export function PostForm({ onPost, onClose }: Props) {
  const user = useUser();
  const form = useForm(shape, { address: null, caption: null });
  const submit = form.submit((values) => onPost({ ...values, poster: user?.name ?? "Visitor" }));
  return (
    <FormDialog title="Post a photo" form={form} onSubmit={submit} onClose={onClose}>
      <TextField label="Photo address" type="url" required {...form.field("address")} />
      <TextField label="Caption" required {...form.field("caption")} />
    </FormDialog>
  );
}

/**
 * Pictures of people. Each upload has an address of its own, which never changes what it shows; all of a
 * person's begin alike, so that what an upload, a removal or the account's end leaves behind is found.
 */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { Outcome, OwnPicture } from "@edgewright/contracts";
import { type Clock, fail, ok } from "@edgewright/core";
import type { AccountRecords } from "../sign-in-records.ts";

export type Picture = { bytes: Uint8Array<ArrayBuffer>; type: string };

/** Pictures as kept (implemented in packages/adapters). */
export interface Pictures {
  get(id: string): Promise<Picture | null>;
  put(id: string, picture: Picture): Promise<void>;
  /** The ids that begin so. */
  list(beginning: string): Promise<string[]>;
  remove(ids: string[]): Promise<void>;
}

export type OwnPictureDeps = {
  pictures: Pictures;
  accounts: Pick<AccountRecords, "setPicture">;
  users: { find(id: string): Promise<{ image: string | null } | null> };
  clock: Clock;
  /** Work that goes on after the answer. */
  background(work: Promise<unknown>): void;
};
type PictureOwner = { user: { id: string; name: string; image: string | null }; origin: Origin };

export const PICTURE_MAX = 1024 * 1024;

const PATH = "/api/pictures/";

type Kind = { type: string; is(bytes: Uint8Array): boolean };

const starts = (bytes: Uint8Array, signature: number[], at = 0) => signature.every((byte, index) => bytes[at + index] === byte);

/** By what a file is, not by what it says it is. */
const KINDS: Kind[] = [
  { type: "image/png", is: (bytes) => starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { type: "image/jpeg", is: (bytes) => starts(bytes, [0xff, 0xd8, 0xff]) },
  { type: "image/webp", is: (bytes) => starts(bytes, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, [0x57, 0x45, 0x42, 0x50], 8) },
];

export const pictureType = (bytes: Uint8Array): string | null => KINDS.find(({ is }) => is(bytes))?.type ?? null;

/** The person's id without its prefix. */
const beginningOf = (userId: string) => `${userId.slice(userId.indexOf("_") + 1)}-`;

export async function setPicture(deps: OwnPictureDeps, by: PictureOwner, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<OwnPicture>> {
  if (bytes.length > PICTURE_MAX) return fail("too_large", "This picture is larger than 1 MB.", { next: "Choose a smaller one." });
  const type = pictureType(bytes);
  if (type === null) return fail("bad_request", "This is not a PNG, JPEG or WebP picture.", { next: "Choose another file." });
  const id = beginningOf(by.user.id) + crypto.randomUUID().replaceAll("-", "");
  await deps.pictures.put(id, { bytes, type });
  return show(deps, by, PATH + id);
}

export const removePicture = (deps: OwnPictureDeps, by: PictureOwner): Promise<Outcome<OwnPicture>> => show(deps, by, null);

async function show(deps: OwnPictureDeps, by: PictureOwner, image: string | null): Promise<Outcome<OwnPicture>> {
  const { id, name } = by.user;
  const audit = auditEntry(deps.clock, by.origin, {
    scope: id,
    projectId: null,
    action: "account.updated",
    subject: id,
    before: { name, picture: by.user.image !== null },
    after: { name, picture: image !== null },
  });
  await deps.accounts.setPicture(id, image, audit);
  deps.background(sweepPictures(deps, id));
  return ok({ image });
}

/** Removes every picture of the person's but the one that is shown; of somebody who is gone, all. */
export async function sweepPictures({ pictures, users }: Pick<OwnPictureDeps, "pictures" | "users">, userId: string): Promise<void> {
  const kept = await pictures.list(beginningOf(userId));
  const shown = (await users.find(userId))?.image ?? null;
  await pictures.remove(kept.filter((id) => PATH + id !== shown));
}

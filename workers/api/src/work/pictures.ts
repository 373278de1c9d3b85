/**
 * Pictures of people. Each upload has an address of its own, which never changes what it shows; all of a
 * person's begin alike, so that what an upload, a removal or the account's end leaves behind is found.
 */
import { auditEntry } from "@edgewright/audit";
import type { Outcome, OwnPicture } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { Caller } from "../http/caller.ts";
import type { Services } from "../services.ts";

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

export async function setPicture(services: Services, caller: Caller, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<OwnPicture>> {
  if (bytes.length > PICTURE_MAX) return fail("too_large", "This picture is larger than 1 MB.", { next: "Choose a smaller one." });
  const type = pictureType(bytes);
  if (type === null) return fail("bad_request", "This is not a PNG, JPEG or WebP picture.", { next: "Choose another file." });
  const id = beginningOf(caller.user.id) + crypto.randomUUID().replaceAll("-", "");
  await services.pictures.put(id, { bytes, type });
  return show(services, caller, PATH + id);
}

export const removePicture = (services: Services, caller: Caller): Promise<Outcome<OwnPicture>> => show(services, caller, null);

async function show(services: Services, caller: Caller, image: string | null): Promise<Outcome<OwnPicture>> {
  const { id, name } = caller.user;
  const audit = auditEntry(services.clock, caller.origin, {
    scope: id,
    projectId: null,
    action: "account.updated",
    subject: id,
    before: { name, picture: caller.user.image !== null },
    after: { name, picture: image !== null },
  });
  await services.accounts.setPicture(id, image, audit);
  services.background(sweepPictures(services, id));
  return ok({ image });
}

/** Removes every picture of the person's but the one that is shown; of somebody who is gone, all. */
export async function sweepPictures({ pictures, users }: Services, userId: string): Promise<void> {
  const kept = await pictures.list(beginningOf(userId));
  const shown = (await users.find(userId))?.image ?? null;
  await pictures.remove(kept.filter((id) => PATH + id !== shown));
}

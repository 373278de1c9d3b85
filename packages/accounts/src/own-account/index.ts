/** A person's own account: their picture, and its end. */
export { type DeletionDeps, deleteAccount, deletionOf, FRESH_MS } from "./delete-account.ts";
export {
  type OwnPictureDeps,
  PICTURE_MAX,
  type Picture,
  type Pictures,
  pictureType,
  removePicture,
  setPicture,
  sweepPictures,
} from "./pictures.ts";

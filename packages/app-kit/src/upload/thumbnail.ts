/** A small picture of a picture, made where it is chosen, so that lists need not load large ones. */

/** The longer side, in pixels. */
const SIDE = 480;
const BYTES_MAX = 200 * 1024;
/** A picture this small is its own small picture. */
const SMALL_BYTES = 40 * 1024;

/** Null: it needs none, or browsers cannot show it. */
export async function thumbnailOf(file: Blob): Promise<Blob | null> {
  if (file.size <= SMALL_BYTES) return null;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    // Where there is no WebP, it is a PNG.
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/webp", 0.8));
    return small && small.size <= BYTES_MAX ? small : null;
  } catch {
    return null;
  }
}

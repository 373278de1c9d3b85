/** Draws the chosen square of a picture, and turns it into the file that is uploaded: never more than its 256 pixels leave the browser. */
import { type Crop, squareOf } from "./crop.ts";

export const PICTURE_PIXELS = 256;

export function drawPicture(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop) {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { left, top, side } = squareOf(picture, crop);
  context.imageSmoothingQuality = "high";
  context.clearRect(0, 0, PICTURE_PIXELS, PICTURE_PIXELS);
  context.drawImage(picture, left, top, side, side, 0, 0, PICTURE_PIXELS, PICTURE_PIXELS);
}

/** A browser that writes no WebP gives a PNG instead. */
export const pictureFile = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, "image/webp", 0.9));

/** Which square of a picture is kept. The centre is in the picture's own pixels; a zoom of 1 shows as much as fits. */
export interface Crop {
  x: number;
  y: number;
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

export const ZOOM_MAX = 4;

export const wholeCrop = ({ width, height }: Size): Crop => ({ x: width / 2, y: height / 2, zoom: 1 });

/** Nothing outside of the picture is ever shown. */
export function withinPicture(size: Size, crop: Crop): Crop {
  const zoom = Math.min(Math.max(crop.zoom, 1), ZOOM_MAX);
  const half = squareSide(size, zoom) / 2;
  const clamp = (value: number, length: number) => Math.min(Math.max(value, half), length - half);
  return { x: clamp(crop.x, size.width), y: clamp(crop.y, size.height), zoom };
}

/** Left, top and side of the square. */
export function squareOf(size: Size, crop: Crop): { left: number; top: number; side: number } {
  const side = squareSide(size, crop.zoom);
  return { left: crop.x - side / 2, top: crop.y - side / 2, side };
}

const squareSide = ({ width, height }: Size, zoom: number) => Math.min(width, height) / zoom;

import { expect, test } from "vitest";
import { squareOf, wholeCrop, withinPicture } from "./crop.ts";

const wide = { width: 1000, height: 400 };

test("at first the middle square is shown, as large as fits", () => {
  expect(squareOf(wide, wholeCrop(wide))).toEqual({ left: 300, top: 0, side: 400 });
});

test("the square never leaves the picture", () => {
  for (const crop of [
    { x: -50, y: 9999, zoom: 1 },
    { x: 990, y: 10, zoom: 2 },
    { x: 0, y: 0, zoom: 99 },
  ]) {
    const { left, top, side } = squareOf(wide, withinPicture(wide, crop));
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + side).toBeLessThanOrEqual(wide.width);
    expect(top + side).toBeLessThanOrEqual(wide.height);
  }
});

test("zooming in keeps the middle", () => {
  expect(squareOf(wide, withinPicture(wide, { ...wholeCrop(wide), zoom: 2 }))).toEqual({ left: 400, top: 100, side: 200 });
});

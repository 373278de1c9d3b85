import { LIMITS } from "@edgewright/contracts";
import { expect, it } from "vitest";
import { readUploads } from "./read-uploads.ts";

it("says of a file that is too large how large they may be", async () => {
  const large = new File([new Uint8Array(LIMITS.binaryBytes + 1)], "big.png");
  expect(await readUploads([large])).toMatch(/^big.png is too large. Pictures, fonts and documents up to 2 MB/);
});

it("takes a text as a text, under a name that an address may have", async () => {
  expect(await readUploads([new File(["<svg/>"], "Our (new) mark.svg")])).toEqual([{ path: "public/Our-new-mark.svg", content: "<svg/>" }]);
});

/** One of a field's options, by its label and in its colour. The word carries the meaning, the colour only helps. */
import type { Colour, Column } from "@edgewright/contracts";
import { optionLabel } from "./cell.ts";

const HUES: Record<Exclude<Colour, "gray">, number> = {
  ...{ red: 25, orange: 50, amber: 80, green: 150, teal: 195, blue: 245, violet: 300, pink: 350 },
};

const tintOf = (colour: Colour | undefined) => {
  if (colour === undefined || colour === "gray") return undefined;
  const hue = HUES[colour];
  return { background: `light-dark(oklch(0.94 0.045 ${hue}), oklch(0.32 0.065 ${hue}))` };
};

export function OptionMark({ column, option }: { column: Column; option: string }) {
  const look = column.looks?.[option];
  return (
    <span className="rounded-[4px] bg-text/6 px-1.5 py-px" style={tintOf(look?.colour)}>
      {optionLabel(column, option)}
    </span>
  );
}

/** The chosen picture, to be moved and zoomed until its square is right. What is seen is what is uploaded. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { FormDialog } from "../../forms/FormDialog.tsx";
import { type Crop, squareOf, wholeCrop, withinPicture, ZOOM_MAX } from "./crop.ts";
import { drawPicture, PICTURE_PIXELS, pictureFile } from "./picture-canvas.ts";

/** Of what is shown, at a press of an arrow key. */
const STEP = 0.05;

interface CropDialogProps {
  picture: ImageBitmap;
  onClose: () => void;
  onSave: (file: Blob) => Promise<ApiFailure | null>;
}

export function CropDialog({ picture, onClose, onSave }: CropDialogProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const save = async () => {
    const file = canvas.current && (await pictureFile(canvas.current));
    return file ? onSave(file) : null;
  };
  return (
    <FormDialog
      open
      onClose={onClose}
      title="Your picture"
      size="small"
      initial={{ crop: wholeCrop(picture) }}
      submit={save}
      action="Use picture"
    >
      {({ values: { crop }, set }) => <Cropper picture={picture} crop={crop} canvas={canvas} onChange={(next) => set({ crop: next })} />}
    </FormDialog>
  );
}

interface CropperProps {
  picture: ImageBitmap;
  crop: Crop;
  canvas: RefObject<HTMLCanvasElement | null>;
  onChange: (crop: Crop) => void;
}

function Cropper({ picture, crop, canvas, onChange }: CropperProps) {
  useEffect(() => {
    if (canvas.current) drawPicture(canvas.current, picture, crop);
  }, [canvas, picture, crop]);
  const change = (next: Crop) => onChange(withinPicture(picture, next));
  /** By so much of the width that is shown. */
  const move = (right: number, down: number) => {
    const { side } = squareOf(picture, crop);
    change({ ...crop, x: crop.x + right * side, y: crop.y + down * side });
  };
  return (
    <>
      <canvas
        ref={canvas}
        width={PICTURE_PIXELS}
        height={PICTURE_PIXELS}
        tabIndex={0}
        role="img"
        aria-label="Your picture as it will be. Arrow keys move it."
        className="mx-auto block size-56 cursor-move touch-none rounded-full bg-text/8"
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event: PointerEvent<HTMLCanvasElement>) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          const { width } = event.currentTarget.getBoundingClientRect();
          move(-event.movementX / width, -event.movementY / width);
        }}
        onKeyDown={(event: KeyboardEvent) => {
          const way = ARROWS[event.key];
          if (!way) return;
          event.preventDefault();
          move(way[0] * STEP, way[1] * STEP);
        }}
      />
      <label className="flex items-center gap-3">
        <span className="text-sm text-muted">Zoom</span>
        <input
          type="range"
          min={1}
          max={ZOOM_MAX}
          step={0.05}
          value={crop.zoom}
          onChange={(event) => change({ ...crop, zoom: Number(event.target.value) })}
          className="h-6 min-w-0 flex-1 accent-text"
        />
      </label>
    </>
  );
}

const ARROWS: Record<string, readonly [right: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

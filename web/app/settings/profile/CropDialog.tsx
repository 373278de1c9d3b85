/** The chosen picture, to be moved and zoomed until its square is right. What is seen is what is uploaded. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { ApiFailureCard } from "../../components/ApiFailureCard.tsx";
import { Button } from "../../components/Button.tsx";
import { Dialog, DialogActions } from "../../components/Dialog.tsx";
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
  const [crop, setCrop] = useState(() => wholeCrop(picture));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  useEffect(() => {
    if (canvas.current) drawPicture(canvas.current, picture, crop);
  }, [picture, crop]);
  const change = (next: (now: Crop) => Crop) => setCrop((now) => withinPicture(picture, next(now)));
  /** By so much of the width that is shown. */
  const move = (right: number, down: number) =>
    change((now) => {
      const { side } = squareOf(picture, now);
      return { ...now, x: now.x + right * side, y: now.y + down * side };
    });
  const save = async () => {
    const file = canvas.current && (await pictureFile(canvas.current));
    if (!file) return;
    setBusy(true);
    const refused = await onSave(file);
    setBusy(false);
    setFailure(refused);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Your picture" size="small">
      <canvas
        ref={(element) => {
          canvas.current = element;
          // Drawn here as well, since the dialog mounts it after the first effect.
          if (element) drawPicture(element, picture, crop);
        }}
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
      <label className="mt-4 flex items-center gap-3">
        <span className="text-sm text-muted">Zoom</span>
        <input
          type="range"
          min={1}
          max={ZOOM_MAX}
          step={0.05}
          value={crop.zoom}
          onChange={(event) => change((now) => ({ ...now, zoom: Number(event.target.value) }))}
          className="h-6 min-w-0 flex-1 accent-text"
        />
      </label>
      {failure && <ApiFailureCard failure={failure} className="mt-3" />}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" busy={busy} onClick={() => void save()}>
          Use picture
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const ARROWS: Record<string, readonly [right: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

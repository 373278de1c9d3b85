/**
 * The frames of the preview: the one that is seen, and the next one while it loads
 * out of sight. So the old app stays until the new one has drawn. `opening`: under which attempt it was opened. Pure.
 */
export type Frame = { id: number; channel: string; opening: string; src: string; origin: string };
export type Frames = { shown: Frame | null; next: Frame | null; path: string };

export const noFrames: Frames = { shown: null, next: null, path: "/" };

export const openFrame = (frames: Frames, frame: Frame): Frames => ({ ...frames, next: frame });

/** The one in sight is the one that is wanted after all. */
export const stay = (frames: Frames): Frames => (frames.next === null ? frames : { ...frames, next: null });

/** The next frame has drawn. One that was overtaken meanwhile changes nothing. */
export const frameDrawn = (frames: Frames, id: number): Frames =>
  frames.next?.id === id ? { ...frames, shown: frames.next, next: null } : frames;

export const frameMoved = (frames: Frames, id: number, path: string): Frames => (frames.shown?.id === id ? { ...frames, path } : frames);

/** The address that signs in, at another path of the app. */
export function srcAt(url: string, path: string): string {
  const link = new URL(url);
  // Behind the host, which is named already: of a path alone, `//host` and `/\host` would be another host, which got the token.
  const target = new URL(`${link.origin}/${path.replace(/^\/+/, "")}`);
  for (const [name, value] of link.searchParams) target.searchParams.set(name, value);
  return target.href;
}

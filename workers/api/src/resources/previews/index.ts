/** Operations on previews. */
import type { Operation } from "../../http/operation.ts";
import { endPreviewShare } from "./end-share.ts";
import { openPreview } from "./open-preview.ts";
import { sharePreview } from "./share-preview.ts";

export const PREVIEWS: readonly Operation[] = [openPreview, sharePreview, endPreviewShare];

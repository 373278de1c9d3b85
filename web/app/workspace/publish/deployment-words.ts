/** A deployment's status in words. */
import { type Deployment, type DeploymentStatus, OPEN_DEPLOYMENT_STATUSES } from "@edgewright/contracts";
import type { Status } from "../../components/Badge.tsx";

export const isUnderWay = ({ status }: Pick<Deployment, "status">): boolean => OPEN_DEPLOYMENT_STATUSES.some((open) => open === status);

/** The steps people see, in their order; `queued` is the wait for the first. */
export const STEPS = [
  { status: "building", says: "Build the version for production" },
  { status: "migrating", says: "Bring the published tables up to it" },
  { status: "deploying", says: "Put it in place" },
  { status: "checking", says: "Ask it for its page and server code" },
] as const;

type Look = { word: string; tone: "neutral" | "success" | "warning" | "danger" | "info"; dot: Status };

const UNDER_WAY: Look = { word: "under way", tone: "info", dot: "busy" };
const LOOKS: Partial<Record<DeploymentStatus, Look>> = {
  live: { word: "live", tone: "success", dot: "live" },
  failed: { word: "failed", tone: "danger", dot: "broken" },
  cancelled: { word: "cancelled", tone: "neutral", dot: "none" },
  superseded: { word: "was live", tone: "neutral", dot: "none" },
  removed: { word: "removed", tone: "neutral", dot: "none" },
};

export const lookOf = (status: DeploymentStatus): Look => LOOKS[status] ?? UNDER_WAY;

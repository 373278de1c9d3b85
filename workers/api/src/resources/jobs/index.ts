/** Operations on jobs. */
import type { Operation } from "../../http/operation.ts";
import { answerJob } from "./answer-job.ts";
import { cancelJob } from "./cancel-job.ts";
import { continueJob } from "./continue-job.ts";
import { getJob } from "./get-job.ts";
import { retryJob } from "./retry-job.ts";
import { updateJob } from "./update-job.ts";

export const JOBS: readonly Operation[] = [getJob, updateJob, cancelJob, retryJob, continueJob, answerJob];

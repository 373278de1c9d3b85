/** What is read of a webhook's body: little, bounded, and the rest is not kept. Everything in it is untrusted. */
import { z } from "zod";

const TEXT_MAX = 8000;
const text = (max: number) =>
  z
    .string()
    .nullish()
    .transform((value) => (value ?? "").slice(0, max));

const repository = z.object({ id: z.number().int(), name: z.string().max(200), owner: z.object({ login: z.string().max(100) }) });
const sender = z.object({ login: z.string().max(100), type: z.string().max(40).optional() });
const installation = z.object({ id: z.number().int() });
const issue = z.object({
  number: z.number().int(),
  title: text(500),
  body: text(TEXT_MAX),
  html_url: z.string().max(500),
  /** Whether it is one is all that is kept; what is kept is read by the same shape again. */
  pull_request: z.object({}).optional(),
});

/** By the name of the event. What another one says is of no use here. */
const EVENTS = {
  push: z.object({ ref: z.string().max(300), after: z.string().max(64), repository, sender, installation }),
  issues: z.object({
    action: z.string().max(40),
    issue,
    label: z.object({ name: z.string().max(100) }).optional(),
    repository,
    sender,
    installation,
  }),
  issue_comment: z.object({
    action: z.string().max(40),
    issue,
    comment: z.object({ id: z.number().int(), body: text(TEXT_MAX), html_url: z.string().max(500) }),
    repository,
    sender,
    installation,
  }),
  pull_request: z.object({
    action: z.string().max(40),
    pull_request: z.object({ number: z.number().int() }),
    repository,
    installation,
  }),
  installation: z.object({ action: z.string().max(40), installation }),
  installation_repositories: z.object({ action: z.string().max(40), installation }),
  repository: z.object({ action: z.string().max(40), repository, installation }),
};
type Events = typeof EVENTS;
export type GitHubEvent = { [K in keyof Events]: { event: K; body: z.output<Events[K]> } }[keyof Events];
export type EventOf<K extends keyof Events> = z.output<Events[K]>;

const isKnown = (event: string): event is keyof Events => Object.hasOwn(EVENTS, event);

/** null: of no use here, or not as GitHub sends it. */
export function readEvent(event: string, body: unknown): GitHubEvent | null {
  if (!isKnown(event)) return null;
  const parsed = EVENTS[event].safeParse(body);
  return parsed.success ? ({ event, body: parsed.data } as GitHubEvent) : null;
}

/** A wish to post elsewhere, parted: to where, and when. "Post to Slack when an incident is critical", "call https://… for every new order". */
import type { NeededVariable } from "@edgewright/contracts";
import { WHEN } from "./wish.ts";

/** `url`: as a step has it. `body`: with what is said in it. `needs`: the variable of the app that holds the address. */
export type Target = {
  called: string;
  url: string;
  body: ((text: string) => { [name: string]: string }) | null;
  needs: NeededVariable | null;
};
export type PostWish = { target: Target; when: string };

const SERVICES: Record<string, Target> = {
  slack: hook("Slack", "SLACK_WEBHOOK_URL", (text) => ({ text })),
  discord: hook("Discord", "DISCORD_WEBHOOK_URL", (content) => ({ content })),
};

function hook(called: string, name: string, body: Target["body"]): Target {
  const description = `The address of an incoming webhook of ${called}, to which the app posts`;
  return { called, url: `{env.${name}}`, body, needs: { name, description, secret: true, required: true } };
}

const SERVICE = /\b(slack|discord)\b/i;
const ADDRESS = /\bhttps?:\/\/[^\s,;"'<>{}]+[^\s,;"'<>{}.]/i;
const VERB = /\b(?:posts?|sends?|notify|notifies|tells?|alerts?|informs?|messages?|calls?|writes?|pings?|lets?|gets?|want|warn|webhook)\b/i;
const TURNED = new RegExp(String.raw`^${WHEN}(?<when>[^,]{3,160}),\s*(?<what>.+)$`, "iu");
const STRAIGHT = new RegExp(String.raw`^(?<what>.{3,160}?)\s+${WHEN}(?<when>.+)$`, "iu");

export function postWish(clause: string): PostWish | null {
  const text = clause.trim().replace(/[.!?\s]+$/, "");
  if (text.length > 400) return null;
  const groups = (TURNED.exec(text) ?? STRAIGHT.exec(text))?.groups;
  const [what, when] = [groups?.what ?? "", groups?.when?.trim() ?? ""];
  const target = targetIn(what) ?? targetIn(when);
  if (!target || when === "" || !VERB.test(what)) return null;
  return { target, when: when.replace(AT_SERVICE, " ").trim() };
}

/** "… when it is late, in #ops on Slack": where it goes is no part of when. */
const AT_SERVICE =
  /\s*,?\s*\b(?:to|in|into|on|via|by|over|through)\s+(?:the |our |a )?(?:#[\w-]+ )?(?:on |in )?(?:slack|discord)(?: channel)?(?: #[\w-]+)?|\bhttps?:\/\/\S+/gi;

function targetIn(text: string): Target | null {
  const service = SERVICES[SERVICE.exec(text)?.[1]?.toLowerCase() ?? ""];
  if (service) return service;
  const url = ADDRESS.exec(text)?.[0];
  return url === undefined ? null : { called: URL.parse(url)?.host ?? url, url, body: null, needs: null };
}

/** What is asked for beside such wishes. */
export const withoutPosts = (text: string): string =>
  text
    .split(/(?<=[.!?;\n])\s*/)
    .filter((sentence) => postWish(sentence) === null)
    .join(" ");

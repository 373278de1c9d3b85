/** What the model cannot build, and what it offers in its place. It says so rather than pretend. */
import { withoutPosts } from "../notices/post.ts";

type Limit = { asked: RegExp /** What is meant otherwise by such words. */; unless?: RegExp; what: string; instead: string | null };

const LIMITS: Limit[] = [
  {
    asked:
      /\b(?:sk|rk|pk)[-_](?:live|test)[-_]\w+|\b(?:use|with|put|store|here is|insert) (?:this|my|our|the|an?) (?:api|secret|access) (?:keys?|tokens?)\b|\b(?:my|our) (?:api|secret|access) (?:keys?|tokens?) (?:is|are)\b/i,
    what: "write keys or passwords into the app, where others could read them",
    instead: "have them set in the project's menu, Environment, for the app's server code alone",
  },
  {
    asked:
      /\b(stripe|paypal|braintree|checkout|payment (?:gateway|processing|provider|integration)|(?:take|accept|process|collect) (?:online |card )?payments?|credit cards?|billing integration)\b/i,
    what: "take payments",
    instead: "record payments with their amount, date and status",
  },
  {
    asked: /\b(sms|text messages?|twilio|whatsapp|telegram|push notifications?)\b|^(?:please )?text (?:me|us|them|people)\b/i,
    what: "send messages to phones",
    instead: "keep phone numbers and a list of whom to contact",
  },
  {
    asked:
      /\b(?<!\blike )(slack|jira|github|gitlab|google (?:sheets?|calendar|drive|maps)|outlook|salesforce|hubspot|zapier|notion|airtable|quickbooks|xero|shopify|microsoft teams|webhooks?)\b/i,
    what: "connect to other services",
    instead: "keep the same data in tables of this app",
  },
  {
    asked:
      /\b(3d|2d|video|arcade|multiplayer|platform|puzzle|shooter|racing) games?\b|\bgame engine\b|\b(?:chess|tetris|snake|pong|minesweeper|pac-?man|sudoku|tic-?tac-?toe)\b/i,
    what: "build games",
    instead: "keep track of games, players and scores",
  },
  {
    asked:
      /\b(artificial intelligence|machine learning|chat ?bot|gpt|llm|neural|ai[- ](?:assistant|powered|generated|model|agent|summar\w+)|with ai|using ai|image recognition|speech recognition|predict(?:s|ions?|ive)?)\b/i,
    what: "think with an AI service inside the app",
    instead: "keep the data by which people decide",
  },
  {
    asked: /\b(video calls?|video chat|live chat|voice calls?|live ?stream\w*|video conferenc\w+|chat app|messenger|messaging app)\b/i,
    what: "carry live conversations",
    instead: "keep notes and comments beside what they are about",
  },
  {
    asked: /\b(blockchain|crypto(?:currency)?|nft|smart contracts?|bitcoin|ethereum)\b/i,
    what: "work with blockchains",
    instead: "keep a register of holdings",
  },
  {
    asked:
      /\b(scrap(?:e|ing|er)|crawl(?:er|ing)?|fetch (?:data|prices|news) from|real[- ]time (?:stock|weather|price)s?|weather forecast|stock prices)\b/i,
    what: "fetch data from other websites",
    instead: "keep figures that you enter yourself",
  },
  {
    asked: /\b(?:android|ios|iphone|native mobile|mobile) app\b|\bapp store\b|\bplay store\b/i,
    what: "make an app for an app store",
    instead: "build a web app that also works on a phone",
  },
  {
    asked: /\b(?:bar ?code|qr(?: code)?)s?\b(?:.*\bscan\w*)?|\bscann(?:er|ing)\b|\bgps\b|\bnfc\b/i,
    what: "scan codes or read sensors",
    instead: "keep the code in a field that can be searched",
  },
  {
    asked: /\b(?:on|interactive|google) (?:a )?maps?\b|\bmap view\b|\bgeolocation\b/i,
    what: "draw maps",
    instead: "keep the address or the place as a field",
  },
  {
    // A file of any kind is attached to a row; what is in it is neither written nor read.
    asked:
      /\b(?:export\w*|download\w*|print\w*|generat\w*|creat\w*|mak(?:e|es|ing)|produc\w*|convert\w*|turn\w*|sav(?:e|es|ing)|send\w*|render\w*|import\w*|pars(?:e|es|ing)|extract\w*|from|as|to|into|in) (?:[\w'-]+ ){0,4}?(?:pdfs?|excel|xlsx|word documents?|docx)\b|\b(?:pdf|excel|xlsx|docx) (?:exports?|imports?|invoices?|reports?|versions?|downloads?)\b|\b(?:export|import) (?:to|from|as)\b(?! (?:an? )?csv\b)/i,
    unless: /\b(?:attach\w*|upload\w*|add|scan\w*|keep|store|put|with)\b[^.;]{0,60}\b(?:pdfs?|word documents?|docx)\b/i,
    what: "write or read PDF and office files",
    instead: "show the same figures on a screen; rows can be exported as CSV from the Data tab",
  },
  {
    asked:
      /\b(operating system|compiler|web browser|search engine|social network|photo editor|video editor|video player|music player|spreadsheet editor|code editor|drawing app|paint app)\b/i,
    what: "build that kind of program",
    instead: "build apps that keep track of things: tables, forms, boards, calendars and charts",
  },
];

export type Beyond = { what: string; instead: string | null };

export const beyond = (text: string): Beyond[] => LIMITS.filter(({ asked, unless }) => asked.test(text) && !unless?.test(text));

/** The request without the sentences and clauses that ask for what cannot be done. */
export function withoutBeyond(text: string): string {
  return text
    .split(
      /(?<=[.!?;\n])|,?\s+(?=(?:and|that|which) (?:also )?(?:integrate|connect|sync|scan|export|import|accept|take|charge|upload)s?\b)/i,
    )
    .filter((part) => beyond(withoutPosts(part)).length === 0)
    .join(" ")
    .trim();
}

/** "I cannot take payments; instead I can record payments with their amount, date and status." */
export function saidOf(limits: readonly Beyond[]): string {
  const what = listed(limits.map((limit) => limit.what));
  const instead = limits.flatMap((limit) => limit.instead ?? []);
  return `I cannot ${what}.${instead.length > 0 ? ` What I can do is ${listed(instead)}.` : ""}`;
}

export function listed(words: readonly string[], last = "and"): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

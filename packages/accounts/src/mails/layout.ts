/** The one layout of mails: a title, some sentences, at most one button. As HTML, with its styles in place as mail programs want them, and as text. */
import { html } from "hono/html";
import type { Mail } from "../mail.ts";
import { safeText } from "./safe-text.ts";

export type Letter = {
  kind: string;
  to: string;
  subject: string;
  /** Whole sentences; names in them have been through `shownName`. */
  paragraphs: string[];
  action?: { label: string; link: string };
  /** What to do when this mail was not expected. */
  note: string;
};

const SUBJECT_MAX = 150;

const FONT = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const BUTTON =
  "display:inline-block;padding:11px 18px;border-radius:6px;background:#e8622a;color:#1a0f08;font-size:15px;font-weight:600;text-decoration:none";

/** Programs that turn colours by themselves are told that the mail knows the dark. */
const DARK = `@media (prefers-color-scheme: dark) {
  .page { background: #141312 !important; }
  .sheet { background: #1b1a19 !important; border-color: #32302e !important; }
  .ink { color: #efedeb !important; }
  .quiet, .quiet a { color: #aaa6a1 !important; }
}`;

export function composeMail({ kind, to, subject: given, paragraphs, action, note }: Letter): Mail {
  const subject = safeText(given, SUBJECT_MAX);
  return {
    kind,
    to: safeText(to, 320),
    subject,
    text: asText(subject, paragraphs, action, note),
    html: asHtml(subject, paragraphs, action, note),
  };
}

function asText(title: string, paragraphs: string[], action: Letter["action"], note: string): string {
  const parts = [title, ...paragraphs, ...(action ? [`${action.label}:\n${action.link}`] : []), note, "Edgewright"];
  return `${parts.join("\n\n")}\n`;
}

function asHtml(title: string, paragraphs: string[], action: Letter["action"], note: string): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${DARK}</style>
</head>
<body class="page" style="margin:0;padding:32px 16px;background:#faf9f7;${FONT}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border:1px solid #e5e2de;border-radius:8px"><tr><td style="padding:28px 32px;text-align:left">
<p class="ink" style="margin:0 0 24px;font-size:14px;font-weight:600;color:#1c1917"><span style="color:#e8622a">&#9670;</span> Edgewright</p>
<h1 class="ink" style="margin:0 0 12px;font-size:20px;line-height:28px;font-weight:600;color:#1c1917;overflow-wrap:anywhere">${title}</h1>
${paragraphs.map((paragraph) => html`<p class="ink" style="margin:0 0 14px;font-size:15px;line-height:24px;color:#1c1917;overflow-wrap:anywhere">${paragraph}</p>`)}
${action ? button(action) : ""}
<p class="quiet" style="margin:20px 0 0;font-size:13px;line-height:20px;color:#57534e">${note}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>`;
  return String(page);
}

const button = ({ label, link }: { label: string; link: string }) =>
  html`<p style="margin:22px 0"><a href="${link}" style="${BUTTON}">${label}</a></p>
<p class="quiet" style="margin:0;font-size:13px;line-height:20px;color:#57534e;overflow-wrap:anywhere">Or copy this address into your browser:<br><a href="${link}" style="color:#57534e">${link}</a></p>`;

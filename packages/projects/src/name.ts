/** A short name for a project out of the sentence that started it. The person can change it at any time. */
import { first } from "@edgewright/core";

const LEAD =
  /^(please|hi|hello|hey|can you|could you|i('d| would)? (want|need|like)( to (have|build|make|create))?|we need|build|create|make|generate|design|write|give|develop|me|us|my|our|an?|the|some|simple|small|new|web|app(lication)?|tool|system|page|to|for|that|which|lets?|tracks?|manages?)\b[\s,:;-]*/i;
const BREAK = /[.,:;!?\n(]|\s+(with|that|which|where|who|whose|having|including|so|each|and each|from|in which)\s/i;
const WORDS = 5;
const LENGTH = 48;

export function nameFromPrompt(prompt: string): string {
  let rest = prompt.trim().slice(0, 400);
  for (let stripped = rest.replace(LEAD, ""); stripped !== rest && stripped !== ""; stripped = rest.replace(LEAD, "")) rest = stripped;
  const phrase = first(rest.split(BREAK)).trim().split(/\s+/).slice(0, WORDS).join(" ");
  const name = phrase.slice(0, LENGTH).trim();
  return name === "" ? "Untitled app" : capitalized(name);
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

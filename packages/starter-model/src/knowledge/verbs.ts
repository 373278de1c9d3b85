/** Verbs that sentences about work are made of; a word that is one may still be a noun. */
export const VERBS: ReadonlySet<string> = new Set(
  `accept add adopt agree allow announce answer appear apply appoint approve arrive ask assemble assign attach attend award bake be become begin believe belong borrow break brew bring build buy call cancel carry catch change charge check choose claim clean clear click close collect come comment compare complain complete confirm connect consider consist contact contain continue control coordinate copy cost count cover create cross cut deal decide decline defend delete deliver depend describe deserve design die dig disappear discuss distribute divide do donate draw drink drive drop earn eat edit email empty enrol enroll enter escalate estimate exceed exchange exist expect expire explain export fail fall feed feel ferment fetch fill find finish fit fix flag fly follow forget foster freeze gather get give go grow guess guide hand handle happen harvest hate have hear help highlight hire hold hope host hurt import inform inscribe inspect install invite issue join jump keep kill know label land last lay lead learn leave lend let lie like link list live load lock log look lose love maintain make manage mark match mean measure meet mend mention mind miss mix move must need nominate note notify observe occur offer open operate order organise organize owe own pack paint park pass pay phone photograph pick place plan plant play please post pour practise prepare press prevent print produce promise propose protect prove provide publish pull punch put raise reach react read receive recommend record refill refuel refuse register reject relate release remain remember remind remove rename renew rent repair repeat replace reply report request require reserve resolve respond return review ring rise roast run save say scan schedule score search see seem select sell send serve service set share ship shoot shout show sign sing sit sleep sort speak spend split stand start stay stick stop store study submit suffer suggest supply support suppose take talk teach tell test thank think throw tick track train transfer translate transport travel treat try turn type understand unload update upload use vary verify visit volunteer vote wait walk want warn wash waste watch water wear weigh wish wonder work worry write`.split(
    " ",
  ),
);

const PAST: Record<string, string> = {
  was: "be",
  were: "be",
  is: "be",
  are: "be",
  been: "be",
  has: "have",
  had: "have",
  did: "do",
  done: "do",
  does: "do",
  went: "go",
  gone: "go",
  came: "come",
  took: "take",
  taken: "take",
  gave: "give",
  given: "give",
  got: "get",
  made: "make",
  said: "say",
  saw: "see",
  seen: "see",
  knew: "know",
  found: "find",
  told: "tell",
  left: "leave",
  felt: "feel",
  kept: "keep",
  held: "hold",
  brought: "bring",
  wrote: "write",
  written: "write",
  paid: "pay",
  sold: "sell",
  bought: "buy",
  lent: "lend",
  sent: "send",
  lost: "lose",
  met: "meet",
  ran: "run",
  drove: "drive",
  driven: "drive",
  grew: "grow",
  grown: "grow",
  broke: "break",
  broken: "break",
  chose: "choose",
  chosen: "choose",
  forgot: "forget",
  forgotten: "forget",
  spoke: "speak",
  spoken: "speak",
  stood: "stand",
  taught: "teach",
  thought: "think",
  understood: "understand",
  wore: "wear",
  worn: "wear",
  fed: "feed",
  drew: "draw",
  drawn: "draw",
  caught: "catch",
  dealt: "deal",
  fell: "fall",
  fallen: "fall",
  flew: "fly",
  flown: "fly",
  hurt: "hurt",
  put: "put",
  read: "read",
  set: "set",
  cut: "cut",
  cost: "cost",
};

const ENDINGS = [
  ["ies", "s"],
  ["es", "s"],
  ["s", "s"],
  ["ied", "ed"],
  ["ed", "ed"],
  ["ing", "ing"],
] as const;

type Form = "base" | "s" | "ed" | "ing";

function formOf(word: string): { base: string; form: Form } | null {
  if (VERBS.has(word)) return { base: word, form: "base" };
  const irregular = Object.hasOwn(PAST, word) ? PAST[word] : undefined;
  if (irregular) return { base: irregular, form: "ed" };
  for (const [end, form] of ENDINGS) {
    if (!word.endsWith(end)) continue;
    const stem = word.slice(0, -end.length);
    const bases = end === "ies" || end === "ied" ? [`${stem}y`] : [stem, `${stem}e`, /(.)\1$/.test(stem) ? stem.slice(0, -1) : stem];
    const base = bases.find((one) => VERBS.has(one));
    if (base) return { base, form };
  }
  return null;
}

/** "base", "s", "ed" or "ing" where a word is a form of a verb, else "". */
export const verbForm = (word: string): Form | "" => formOf(word)?.form ?? "";

/** "takes" is taken, "scan" is scanned; what is no verb that is known stays as it is. */
export function participle(word: string): string {
  const found = formOf(word);
  if (!found) return word;
  const { base, form } = found;
  const irregular = Object.keys(PAST).findLast((past) => PAST[past] === base);
  if (irregular) return irregular;
  if (form === "ed") return word;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return `${/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base) ? base + base.slice(-1) : base}${base.endsWith("e") ? "d" : "ed"}`;
}

/** Other languages than English: words that their sentences are held together by, and what they are answered. */

export type Language = { words: ReadonlySet<string>; script?: RegExp; answer: string };

const words = (text: string): ReadonlySet<string> => new Set(text.split(" ").filter(Boolean));

export const ENGLISH = words(
  "the of and to for with is are be we i it that this what who which our my each every have has should can need want would like please show list app an a in on by from or not they their when per at do her his he she",
);

export const LANGUAGES: Record<string, Language> = {
  de: {
    words: words(
      "ich wir der das ein eine einen einer einem und oder mit für von zu zum zur auf aus bei nicht ist sind soll sollen möchte möchten brauche brauchen kann können jede jeder jedes mein meine meinen meiner unser unsere unserer unseren welche welcher wer wann alle auch nach über pro sowie haben wird werden bitte verwalten",
    ),
    answer:
      "Ich verstehe bisher nur Englisch. Beschreiben Sie bitte auf Englisch, was die App festhalten soll und welche Angaben jeder Eintrag hat. Daraus baue ich Tabellen, Formulare, Listen, Boards, Kalender und Diagramme.",
  },
  fr: {
    words: words(
      "je nous vous le les des une du et ou avec pour dans sur est sont qui que mon ma mes notre nos votre chaque voudrais voulons veux besoin aux au par leur leurs ce cette gérer suivre créer doit peut pas il elle ils quand",
    ),
    answer:
      "Pour l'instant je ne comprends que l'anglais. Décrivez en anglais ce que l'application doit enregistrer et les informations de chaque entrée. J'en fais des tables, des formulaires, des listes, des tableaux, des calendriers et des graphiques.",
  },
  es: {
    words: words(
      "el los las una unos unas y con para por que es son mi mis nuestro nuestra nuestros cada quiero queremos necesito necesitamos tener llevar del como cuando cuál quién también se lo su sus está gestionar aplicación debe puede hay",
    ),
    answer:
      "Por ahora solo entiendo inglés. Describa en inglés qué debe guardar la aplicación y qué datos tiene cada registro. Con eso construyo tablas, formularios, listas, tableros, calendarios y gráficos.",
  },
  it: {
    words: words(
      "il gli uno una e con per di da che è sono mio mia miei nostro nostra ogni voglio vorrei vogliamo bisogno dei degli delle della nel nella sul come quando chi anche gestire deve può dal alla ai",
    ),
    answer:
      "Per ora capisco solo l'inglese. Descriva in inglese che cosa l'app deve registrare e quali dati ha ogni voce. Ne faccio tabelle, moduli, elenchi, bacheche, calendari e grafici.",
  },
  pt: {
    words: words(
      "o os um uma e com para por que é são meu minha meus nosso nossa cada quero queremos preciso precisamos dos das na nos não como quando quem também ao aplicativo gerenciar controlar deve pode",
    ),
    answer:
      "Por enquanto só entendo inglês. Descreva em inglês o que o aplicativo deve guardar e que dados cada registro tem. Com isso faço tabelas, formulários, listas, quadros, calendários e gráficos.",
  },
  nl: {
    words: words(
      "ik wij een het de en met voor van op niet zijn wil willen mijn onze ons elke ieder iedere moet kan kunnen nodig hebben welke wie wanneer ook per naar bij graag lijst",
    ),
    answer:
      "Ik begrijp voorlopig alleen Engels. Beschrijf in het Engels wat de app moet bijhouden en welke gegevens elke regel heeft. Daarvan maak ik tabellen, formulieren, lijsten, borden, kalenders en grafieken.",
  },
  sv: {
    words: words(
      "jag vi och att det som en ett med för av på är inte vill ska kan behöver min mina vår våra varje vem när också lista eller",
    ),
    answer:
      "Jag förstår än så länge bara engelska. Beskriv på engelska vad appen ska hålla reda på och vilka uppgifter varje post har. Av det bygger jag tabeller, formulär, listor, tavlor, kalendrar och diagram.",
  },
  da: {
    words: words(
      "jeg vi og at det som en et med for af på er ikke vil skal kan har brug min mine vores hver hvem hvornår også liste eller",
    ),
    answer:
      "Jeg forstår indtil videre kun engelsk. Beskriv på engelsk, hvad appen skal holde styr på, og hvilke oplysninger hver post har. Af det bygger jeg tabeller, formularer, lister, tavler, kalendere og diagrammer.",
  },
  pl: {
    words: words(
      "ja my i oraz z ze dla na w do jest są nie chcę chcemy potrzebuję potrzebujemy mój moje nasze każdy każda który która kto kiedy też lista aplikację aplikacja",
    ),
    answer:
      "Na razie rozumiem tylko angielski. Proszę opisać po angielsku, co aplikacja ma zapisywać i jakie dane ma każdy wpis. Zbuduję z tego tabele, formularze, listy, tablice, kalendarze i wykresy.",
  },
  cs: {
    words: words(
      "já my a nebo s se pro na v do je jsou není chci chceme potřebuji potřebujeme můj moje naše každý každá který která kdo kdy také seznam aplikaci",
    ),
    answer:
      "Zatím rozumím jen angličtině. Popište prosím anglicky, co má aplikace evidovat a jaké údaje má každý záznam. Z toho sestavím tabulky, formuláře, seznamy, nástěnky, kalendáře a grafy.",
  },
  tr: {
    words: words("ben biz ve veya ile için bir bu her olan istiyorum istiyoruz lazım gerekiyor benim bizim kim ne zaman liste uygulama"),
    answer:
      "Şimdilik yalnızca İngilizce anlıyorum. Uygulamanın neyi tutacağını ve her kaydın hangi bilgileri içerdiğini İngilizce yazın. Bundan tablolar, formlar, listeler, panolar, takvimler ve grafikler yaparım.",
  },
  ja: {
    words: words(""),
    script: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
    answer:
      "今のところ英語しか読めません。アプリに何を記録するか、各項目にどんな情報があるかを英語で書いてください。表、フォーム、一覧、ボード、カレンダー、グラフを作ります。",
  },
  zh: {
    words: words(""),
    script: /\p{Script=Han}/gu,
    answer: "目前我只懂英语。请用英语说明应用要记录什么，以及每条记录有哪些信息。我会据此做出表格、表单、列表、看板、日历和图表。",
  },
  ko: {
    words: words(""),
    script: /\p{Script=Hangul}/gu,
    answer:
      "아직은 영어만 이해합니다. 앱에 무엇을 기록하고 각 항목에 어떤 정보가 있는지 영어로 적어 주세요. 표, 양식, 목록, 보드, 달력, 차트를 만들어 드립니다.",
  },
  ru: {
    words: words(""),
    script: /\p{Script=Cyrillic}/gu,
    answer:
      "Пока я понимаю только английский. Опишите по-английски, что приложение должно хранить и какие данные есть у каждой записи. Я сделаю из этого таблицы, формы, списки, доски, календари и диаграммы.",
  },
  ar: {
    words: words(""),
    script: /\p{Script=Arabic}/gu,
    answer:
      "أفهم الإنجليزية فقط حتى الآن. صف بالإنجليزية ما يجب أن يحفظه التطبيق والبيانات في كل سجل، وسأبني من ذلك جداول ونماذج وقوائم ولوحات وتقاويم ومخططات.",
  },
};

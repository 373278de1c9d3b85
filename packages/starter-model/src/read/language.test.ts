import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { decideNewApp } from "../decide/new-app.ts";
import { LANGUAGES } from "../knowledge/languages.ts";
import { readingOf } from "../read-prompt.ts";
import { languageOf } from "./language.ts";

it.each([
  ["de", "Ich brauche eine App für meine Kunden"],
  ["de", "Kundenliste mit Name und Telefon"],
  ["de", "Wir möchten unsere Fahrzeuge verwalten: Kennzeichen, Marke, Modell, nächster TÜV"],
  ["fr", "je voudrais suivre mes factures avec client, montant et date"],
  ["fr", "Application pour gérer les réservations de salles"],
  ["es", "Quiero una aplicación para mis pacientes"],
  ["es", "Inventario de productos con precio y cantidad"],
  ["it", "Vorrei gestire le prenotazioni del mio ristorante"],
  ["pt", "Quero um aplicativo para controlar meus gastos"],
  ["nl", "Ik wil een app voor mijn klanten"],
  ["sv", "Jag vill ha en app för mina kunder"],
  ["pl", "Chcę aplikację do zarządzania klientami"],
  ["cs", "Chci aplikaci pro evidenci zákazníků"],
  ["tr", "müşterilerim için bir uygulama istiyorum"],
  ["ru", "Я хочу приложение для учета клиентов"],
  ["ja", "顧客管理アプリが欲しい"],
  ["zh", "我想要一个客户管理应用"],
  ["ar", "أريد تطبيق لإدارة العملاء"],
])("a request in %s is answered in it: %s", (language, request) => {
  expect(languageOf(request)).toBe(language);
  const decision = decideNewApp(request, {});
  expect(decision).toMatchObject({ kind: "ask", question: LANGUAGES[language]?.answer });
  const { tables, leftOut } = readingOf(request);
  expect(tables).toEqual([]);
  expect(leftOut).toEqual([request]);
});

it.each(["prompts-dev", "prompts-own"])("no request of %s, all of which are English, is taken for another language", (name) => {
  const prompts: { prompt: string }[] = JSON.parse(readFileSync(new URL(`../../corpus/${name}.json`, import.meta.url), "utf8"));
  expect(prompts.filter(({ prompt }) => languageOf(prompt) !== null)).toEqual([]);
});

it("a name or a figure is of no language", () => {
  for (const text of ["", "Wine cellar", "42", "Müller & Söhne CRM", "to-do"]) expect(languageOf(text)).toBeNull();
});

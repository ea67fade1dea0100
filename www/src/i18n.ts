// Texts of the page: Fluent messages by id, numbers and days by Intl, all in the page's language.
// No sentence is put together in code: a view names an id and hands over the arguments.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import daShared from "../../locales/da/shared.ftl";
import da from "../../locales/da/ui.ftl";
import enShared from "../../locales/en/shared.ftl";
import en from "../../locales/en/ui.ftl";
import fiShared from "../../locales/fi/shared.ftl";
import fi from "../../locales/fi/ui.ftl";
import nbShared from "../../locales/nb/shared.ftl";
import nb from "../../locales/nb/ui.ftl";
import svShared from "../../locales/sv/shared.ftl";
import sv from "../../locales/sv/ui.ftl";

/** Languages of the page, in the order of the menu. */
export const LANGUAGES = ["da", "sv", "nb", "fi", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Args = Record<string, FluentVariable>;

/** The page's own texts and those that it shares with the outputs. */
const RESOURCES: Record<Language, string[]> = {
  da: [da, daShared],
  sv: [sv, svShared],
  nb: [nb, nbShared],
  fi: [fi, fiShared],
  en: [en, enShared],
};
/** Intl locales: English with European days and 24 hours, as public offices here write it. */
const LOCALES: Record<Language, string> = { da: "da", sv: "sv", nb: "nb", fi: "fi", en: "en-GB" };

/** Own names, so that everybody finds their language. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  da: "Dansk",
  sv: "Svenska",
  nb: "Norsk bokmål",
  fi: "Suomi",
  en: "English",
};

const bundles = new Map<Language, FluentBundle>();
let current: Language = "en";

/** The bundle of a language; other texts (reports, errors) can be added to it. */
function bundle(language: Language): FluentBundle {
  let found = bundles.get(language);
  if (!found) {
    found = new FluentBundle(LOCALES[language], { useIsolating: false });
    for (const texts of RESOURCES[language]) found.addResource(new FluentResource(texts));
    bundles.set(language, found);
  }
  return found;
}

/** The language in use. */
export function language(): Language {
  return current;
}

/** Changes the language; the caller draws again. */
export function setLanguage(next: Language): void {
  current = next;
  if (typeof document !== "undefined") document.documentElement.lang = next;
}

/** The best fit for what the browser prefers; Danish, Swedish … before English. */
export function preferred(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split("-")[0];
    if (base === "no" || base === "nn") return "nb";
    const found = LANGUAGES.find((known) => known === base);
    if (found) return found;
  }
  return "en";
}

/** True when the id has a text. */
export function has(id: string): boolean {
  return bundle(current).hasMessage(id) || bundle("en").hasMessage(id);
}

/** The text of an id. An id without a text shows itself, which tests look for. */
export function t(id: string, args?: Args): string {
  for (const one of [bundle(current), bundle("en")]) {
    const pattern = one.getMessage(id)?.value;
    if (pattern) return one.formatPattern(pattern, args ?? null, []);
  }
  return `[${id}]`;
}

/** The first of several ids that has a text; for ids that come from the engine. */
export function either(id: string, fallback: string, args?: Args): string {
  return has(id) ? t(id, args) : t(fallback, args);
}

/** Numbers of the engine's arguments come as text: plain digits become numbers for plurals. */
export function numeric(args: Readonly<Record<string, string>>): Args {
  const out: Args = {};
  for (const [name, value] of Object.entries(args)) {
    out[name] = /^\d{1,15}$/.test(value) ? Number(value) : value;
  }
  return out;
}

/** A whole number with the language's separators. */
export function count(value: number): string {
  return new Intl.NumberFormat(LOCALES[current]).format(value);
}

const SIZES = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A size in the unit that gives up to four digits. */
export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < SIZES.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return new Intl.NumberFormat(LOCALES[current], {
    style: "unit",
    unit: SIZES[unit] ?? "byte",
    unitDisplay: unit === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value);
}

/** A day `YYYY-MM-DD` written out; other text is given back as it is. */
export function day(iso: string | null, style: "long" | "short" = "short"): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? "");
  if (!parts) return iso ?? "";
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  const form: Intl.DateTimeFormatOptions =
    style === "long"
      ? { weekday: "long", day: "numeric", month: "long", year: "numeric" }
      : { day: "numeric", month: "short", year: "numeric" };
  return new Intl.DateTimeFormat(LOCALES[current], { ...form, timeZone: "UTC" }).format(date);
}

/** Two days as a period. */
export function period(first: string | null, last: string | null): string {
  if (first === null || last === null) return t("period-unknown");
  return first === last ? day(first) : t("period", { first: day(first), last: day(last) });
}

/** How long ago a moment was, in words. */
export function ago(seconds: number): string {
  const words = new Intl.RelativeTimeFormat(LOCALES[current], { numeric: "auto" });
  if (seconds < 60) return words.format(-Math.max(0, Math.round(seconds)), "second");
  if (seconds < 3600) return words.format(-Math.round(seconds / 60), "minute");
  if (seconds < 86_400) return words.format(-Math.round(seconds / 3600), "hour");
  return words.format(-Math.round(seconds / 86_400), "day");
}

/** Day and clock time on this computer. */
export function moment(ms: number): string {
  return new Intl.DateTimeFormat(LOCALES[current], { dateStyle: "medium", timeStyle: "short" }).format(ms);
}

/** A list of words: "a, b and c". */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[current], { type: "conjunction" }).format(items);
}

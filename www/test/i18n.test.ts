// Texts: every id in every language, numbers and days in the language's form.
import { FluentResource } from "@fluent/bundle";
import da from "../../locales/da/ui.ftl";
import en from "../../locales/en/ui.ftl";
import fi from "../../locales/fi/ui.ftl";
import nb from "../../locales/nb/ui.ftl";
import sv from "../../locales/sv/ui.ftl";
import { day, LANGUAGES, period, preferred, setLanguage, size, t } from "../src/i18n.ts";
import { equal, test } from "./assert.ts";

const FILES = { da, sv, nb, fi, en };
const ids = (text: string): string[] => [...new FluentResource(text).body].map((message) => message.id).sort();
const variables = (text: string): string[] =>
  text
    .split(/^(?=[a-z])/m)
    .map((entry) => {
      const names = new Set([...entry.matchAll(/\$(\w+)/g)].map((found) => found[1]));
      return `${entry.split(" =")[0]} ${[...names].sort().join(",")}`;
    })
    .filter((entry) => /^[a-z]/.test(entry))
    .sort();

test("five languages hold the same ids with the same arguments", () => {
  for (const language of LANGUAGES) {
    equal(ids(FILES[language]), ids(en));
    equal(variables(FILES[language]), variables(en));
  }
});

test("plurals, numbers, days and sizes follow the language", () => {
  setLanguage("da");
  equal(t("case-line", { files: 1, messages: 42180 }), "1 fil · 42.180 beskeder");
  equal(day("2026-03-12"), "12. mar. 2026");
  setLanguage("en");
  equal(t("case-line", { files: 3, messages: 1 }), "3 files · 1 message");
  equal(period("2026-01-02", "2026-01-02"), "2 Jan 2026");
  equal(size(1_900_000_000), "1.9 GB");
  equal(size(1), "1 byte");
});

test("the browser's languages choose, Norwegian in all its tags", () => {
  equal(preferred(["de-DE", "nn-NO", "en"]), "nb");
  equal(preferred(["sv-FI"]), "sv");
  equal(preferred(["ja"]), "en");
});

// The whole job through the page, as a person does it: load, answer, review, finish, save, open.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";

/** Wall clock and seed of the runs that are compared byte for byte with the command. */
export const NOW = 1_713_859_200_000;
export const SEED = 7;

/** The address's fragment of the test build. */
export function fragment(catchers, fixed = true) {
  const parts = ["plain-saving=1", `catcher=${catchers.port}`];
  if (fixed) parts.push(`now=${NOW}`, `seed=${SEED}`);
  return `#${parts.join("&")}`;
}

export class Job {
  constructor(driver) {
    this.driver = driver;
  }

  /** English, whatever the browser prefers. */
  async english() {
    await this.driver.see("#language");
    await this.driver.frame(() => {
      const list = document.querySelector("#language");
      list.value = "en";
      list.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await this.driver.until("English", () => document.documentElement.lang === "en");
  }

  async loadSample() {
    await this.driver.click("#try");
    await this.loaded();
  }

  async loadFiles(paths) {
    await this.driver.setFiles("#files", paths);
    await this.loaded();
  }

  /** The first files were read; the question about protection may stand in front. */
  async loaded() {
    await this.driver.until("files are read", () => document.querySelector("#go-on") !== null);
    this.secret ??= await this.protect();
  }

  /** Takes the generated passphrase where the page offers one. */
  async protect() {
    const offered = await this.driver.frame(() => document.querySelector("dialog[open] #proposal") !== null);
    if (!offered) return null;
    const words = await this.driver.until("a passphrase", () => {
      const text = document.querySelector("#proposal")?.textContent?.trim() ?? "";
      return text.length > 12 ? text : null;
    });
    await this.driver.click("#protect-use");
    await this.driver.until("the dialog closes", () => document.querySelector("dialog[open]") === null);
    return words;
  }

  async toReview() {
    await this.driver.click("#go-on");
    await this.driver.click("#to-review");
    await this.driver.see(".review");
    await this.driver.until("the search is over", () => document.querySelector("#progress-title") === null
      && document.querySelectorAll(".conversation").length > 0);
  }

  async acceptSuggestions() {
    await this.driver.click("#suggestions");
    await this.driver.click("#suggestions-do");
    await this.driver.until("nothing is open", () => document.querySelector("#suggestions") === null);
  }

  async toFinish() {
    await this.driver.click(".steps li:nth-child(3) button");
    await this.driver.see(".finish");
    await this.driver.until("the checklist or an error", () => document.querySelector("[data-gate], .alert") !== null);
    const alert = await this.driver.text(".alert");
    assert.equal(alert, null, `no error: ${alert}`);
  }

  /** What blocks, by the checklist. */
  async blocks() {
    return this.driver.frame(() =>
      [...document.querySelectorAll(".check-block")].map((line) => line.textContent.replace(/\s+/g, " ").trim()),
    );
  }

  /** Saves the key sheet and types the asked words. */
  async prove() {
    if (this.secret === null) {
      await this.driver.click("#choose-protection");
      this.secret = await this.protect();
    }
    assert.ok(this.secret, "the page generated a passphrase");
    await this.driver.click("#sheet-save");
    await this.driver.saved(/^key-sheet/);
    await this.driver.see("#prove-0");
    const asked = await this.driver.frame(() =>
      [...document.querySelectorAll("[id^=prove-]")]
        .filter((field) => field.matches("input"))
        .map((field) => Number(/\d+/.exec(document.querySelector(`label[for=${field.id}]`)?.textContent ?? "")?.[0] ?? 0)),
    );
    const words = this.secret.split(/[\s-]+/);
    for (const [index, number] of asked.entries()) {
      await this.driver.type(`#prove-${index}`, number > 0 ? words[number - 1] : this.secret);
    }
    await this.driver.until("the words are accepted", () => document.querySelector("#prove-0") === null);
  }

  /** Writes and saves the three results. */
  async finish() {
    await this.driver.click("#finish-write");
    await this.driver.until("results or an error", () =>
      document.querySelector("#save-bundle, .alert") !== null);
    const alert = await this.driver.text(".alert");
    assert.equal(alert, null, `no error: ${alert}`);
    const files = {};
    for (const [id, pattern] of [["released", /^released-copy/], ["bundle", /^archive-bundle/], ["receipt", /^receipt/]]) {
      const before = new Set(readdirSync(this.driver.downloads));
      await this.driver.click(`#save-${id}`);
      files[id] = await this.driver.saved(pattern, before);
    }
    return files;
  }

  /** Opens a bundle in the page and gives the paths that stand in it. */
  async open(bundle, passphrase) {
    await this.driver.click("#open-bundle");
    await this.driver.setFiles("#bundle-file", [bundle]);
    await this.driver.type("#open-passphrase", passphrase);
    await this.driver.click("#open-go");
    await this.driver.until("the account or an error", () => document.querySelector("#results, .alert") !== null);
    const alert = await this.driver.text(".alert");
    assert.equal(alert, null, `no error: ${alert}`);
    return this.driver.frame(() => ({
      intact: document.querySelector("#results .good") !== null,
      files: [...document.querySelectorAll("#results .file-name")].map((name) => name.textContent),
    }));
  }
}

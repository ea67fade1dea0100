// Use without a mouse and on a narrow screen, in five languages.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { fresh } from "../lib/arguments.mjs";
import { axe } from "../lib/axe.mjs";
import { Catchers } from "../lib/catchers.mjs";
import { start } from "../lib/driver.mjs";
import { fragment, Job } from "../lib/job.mjs";

export async function run(engine, settings, report) {
  const folder = fresh(settings.work, engine, "use");
  const catchers = await Catchers.open();
  const driver = await start(engine, settings, {
    downloads: fresh(folder, "downloads"),
    profile: fresh(folder, "profile"),
  });
  const address = pathToFileURL(settings.testPage).href + fragment(catchers);
  const focused = () => driver.frame(() => document.activeElement?.id ?? "");
  /** Goes on with Tab until the control has the focus. */
  const tabTo = async (id) => {
    for (let step = 0; step < 60; step += 1) {
      if ((await focused()) === id) return;
      await driver.press("Tab");
    }
    throw new Error(`Tab does not reach #${id}`);
  };
  try {
    await report.check("the start screen in five languages: axe, no missing text", async () => {
      await driver.open(address);
      for (const language of ["da", "sv", "nb", "fi", "en"]) {
        await driver.frame((wanted) => {
          const list = document.querySelector("#language");
          list.value = wanted;
          list.dispatchEvent(new Event("change", { bubbles: true }));
        }, language);
        await driver.until(language, (wanted) => document.documentElement.lang === wanted, language);
        const missing = await driver.frame(() => /\[[a-z][a-z-]+\]/.exec(document.body.innerText)?.[0] ?? null);
        assert.equal(missing, null, language);
        await axe(driver, `start in ${language}`);
      }
    });
    await report.check("keyboard only: from the start to a decision and back", async () => {
      await driver.open(address);
      await new Job(driver).english();
      await driver.frame(() => document.querySelector("h1")?.focus());
      await tabTo("try");
      await driver.activate();
      await driver.until("the files are read", () => document.querySelector("#go-on") !== null);
      await driver.until("protection is offered", () => document.querySelector("dialog[open]") !== null);
      await driver.press("Escape");
      await driver.until("the dialog closes", () => document.querySelector("dialog[open]") === null);
      await tabTo("go-on");
      await driver.activate();
      await driver.see("#to-review");
      await tabTo("to-review");
      await driver.activate();
      const value = () => driver.frame(() => document.querySelector(".card[data-finding]")?.dataset.finding ?? "");
      const isOff = (id) => driver.frame((of) => document.getElementById(of)?.getAttribute("aria-disabled") === "true", id);
      await driver.see(".card[data-finding]");
      const first = await value();
      assert.ok(await isOff("undo"), "nothing to take back yet");
      /** Presses a key and waits for another value than the one that stands there. */
      const onward = async (key, from) => {
        await driver.press(key);
        return driver.until(`another value after ${key}`, (was) => {
          const now = document.querySelector(".card[data-finding]")?.dataset.finding ?? was;
          return now === was ? null : now;
        }, from);
      };
      const second = await onward("j", first);
      assert.equal(await onward("k", second), first);
      await onward("r", first);
      await driver.until("decided", () => document.getElementById("undo").getAttribute("aria-disabled") !== "true");
      await driver.press("z");
      await driver.until("taken back", () => document.getElementById("undo").getAttribute("aria-disabled") === "true");
      assert.ok(!(await isOff("redo")), "it can be done again");
    });
    await report.check("320 px wide: no sideways scrolling on start, load, review, finish", async () => {
      await driver.resize(320, 700);
      await driver.open(address);
      const job = new Job(driver);
      await job.english();
      const fits = async (screen) => {
        const over = await driver.frame(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${screen} is ${over} px too wide`);
      };
      await fits("start");
      await job.loadSample();
      await fits("load");
      await job.toReview();
      await fits("review");
      await job.toFinish();
      await fits("finish");
    });
  } finally {
    await driver.close();
    catchers.close();
  }
}

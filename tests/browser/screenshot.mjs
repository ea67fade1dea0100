// The picture in README.md: the review screen over the made-up messages, some values decided.
// `cargo xtask screenshot` starts it: --page FILE --chromium PROGRAM --work FOLDER --out FILE.
import { pathToFileURL } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { fresh } from "./lib/arguments.mjs";
import { Job } from "./lib/job.mjs";
import { PuppeteerDriver } from "./lib/puppeteer.mjs";

/** Keys of the review: values redacted everywhere, one of them kept. */
const DECISIONS = ["a", "b", "a", "a"];

const given = {};
const list = process.argv.slice(2);
for (let at = 0; at < list.length; at += 2) given[list[at].replace(/^--/, "")] = list[at + 1];

const driver = await PuppeteerDriver.start("chromium", given.chromium, {
  downloads: fresh(given.work, "downloads"),
  profile: fresh(given.work, "profile"),
  width: 1440,
  height: 900,
});
try {
  await driver.page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: "light" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await driver.open(pathToFileURL(given.page).href);
  const job = new Job(driver);
  await job.english();
  await job.loadSample();
  await job.toReview();
  await driver.see(".card");
  await driver.click(".conversations li:nth-child(2) button");
  await driver.until("its first value", () => document.querySelector(".thread-place")?.textContent.includes(" 33"));
  for (const key of DECISIONS) {
    const before = await driver.text(".card-value");
    await driver.frame(() => document.querySelector(".windowed-row.is-active")?.focus());
    await driver.press(key);
    await driver.until("the next value", (old) => document.querySelector(".card-value")?.textContent !== old, before);
  }
  await driver.frame(() => document.activeElement?.blur());
  await pause(500);
  await driver.screenshot(given.out);
} finally {
  await driver.close();
}

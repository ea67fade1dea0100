// Times of the page in Chromium. Started by `cargo xtask bench`, which hands over `--name value`
// pairs; prints one JSON object.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fresh } from "./lib/arguments.mjs";
import { PuppeteerDriver } from "./lib/puppeteer.mjs";
import { Job } from "./lib/job.mjs";

const given = {};
const list = process.argv.slice(2);
for (let at = 0; at < list.length; at += 2) given[list[at].replace(/^--/, "")] = list[at + 1];
const OPENINGS = 5;
const JUMPS = 20;
/** Times that a file is sealed and the plain loop is run, in turn; the best of each counts. */
const ROUNDS = 3;
/** Bytes that are encrypted at once, as the engine cuts parts. */
const PART = 16 * 1024 * 1024;

/** Before any script of a document: notes when it is usable, and its long tasks. */
function watch() {
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, task.duration);
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    if (document.querySelector("#try") && document.querySelector("#files")) {
      globalThis.usable = performance.timeOrigin + performance.now();
    } else {
      requestAnimationFrame(look);
    }
  };
  look();
}

/** Notes what goes through WebCrypto, and for how long at least one part was in its hands. */
function count() {
  globalThis.sealed = { bytes: 0, seconds: 0 };
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return;
  const encrypt = subtle.encrypt.bind(subtle);
  let busy = 0;
  let since = 0;
  subtle.encrypt = async (algorithm, key, data) => {
    if (busy === 0) since = performance.now();
    busy += 1;
    const { byteLength } = data;
    const result = await encrypt(algorithm, key, data);
    busy -= 1;
    if (busy === 0) globalThis.sealed.seconds += (performance.now() - since) / 1000;
    globalThis.sealed.bytes += byteLength;
    return result;
  };
}

async function started(name) {
  const folder = fresh(given.work, name);
  const driver = await PuppeteerDriver.start("chromium", given.chromium, {
    downloads: fresh(folder, "downloads"),
    profile: fresh(folder, "profile"),
  });
  driver.patience = 600_000;
  await driver.page.evaluateOnNewDocument(watch);
  return driver;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function opening() {
  const driver = await started("opening");
  const times = [];
  for (let n = 0; n < OPENINGS; n += 1) {
    await driver.open(pathToFileURL(given.page).href);
    const usable = await driver.until("usable", () => globalThis.usable);
    const begun = await driver.shell(() => performance.timeOrigin);
    times.push((usable - begun) / 1000);
  }
  const version = driver.version;
  await driver.close();
  return { version, open: median(times), open_first: times[0], open_worst: Math.max(...times) };
}

/** No question about protection in between. */
async function loaded(driver, path) {
  const begun = performance.now();
  await driver.setFiles("#files", [path]);
  await driver.until("files are read", () => document.querySelector("#go-on") !== null);
  const seconds = (performance.now() - begun) / 1000;
  if (await driver.frame(() => document.querySelector("dialog[open]") !== null)) {
    await driver.press("Escape");
    await driver.until("the dialog closes", () => document.querySelector("dialog[open]") === null);
  }
  return seconds;
}

async function longest(driver) {
  const read = () => globalThis.longest;
  return Math.max(await driver.frame(read), await driver.shell(read)) / 1000;
}

async function importing() {
  const driver = await started("importing");
  await driver.open(pathToFileURL(given.page).href);
  const clear = () => void (globalThis.longest = 0);
  await driver.frame(clear);
  await driver.shell(clear);
  const load = await loaded(driver, given.hundred);
  const load_task = await longest(driver);
  await driver.frame(clear);
  const begun = performance.now();
  await new Job(driver).toReview();
  const scan = (performance.now() - begun) / 1000;
  const scan_task = await longest(driver);
  await driver.close();
  return { load, load_task, scan, scan_task };
}

/** Seconds from the wish to be elsewhere until that place stands there with its text. */
async function jumps(driver) {
  return driver.frame(async (count) => {
    const scroller = document.querySelector(".windowed");
    const there = () => {
      const box = scroller.getBoundingClientRect();
      const rows = [...scroller.querySelectorAll(".windowed-row")].filter((row) => {
        const own = row.getBoundingClientRect();
        return own.bottom > box.top && own.top < box.bottom;
      });
      return rows.length > 0 && rows.every((row) => !row.querySelector(".waiting")) && rows[0].dataset.index;
    };
    const times = [];
    let at = 0.37;
    for (let n = 0; n < count; n += 1) {
      at = (at + 0.618034) % 1;
      const before = there();
      const begun = performance.now();
      scroller.scrollTop = at * (scroller.scrollHeight - scroller.clientHeight);
      for (;;) {
        await new Promise((done) => requestAnimationFrame(done));
        const now = there();
        if (now && now !== before) break;
        if (performance.now() - begun > 30_000) throw new Error("the jump did not end");
      }
      times.push((performance.now() - begun) / 1000);
      await new Promise((done) => setTimeout(done, 300));
    }
    return times;
  }, JUMPS);
}

async function million() {
  const driver = await started("million");
  await driver.open(pathToFileURL(given.page).href);
  const load = await loaded(driver, given.million);
  const begun = performance.now();
  await new Job(driver).toReview();
  const scan = (performance.now() - begun) / 1000;
  await driver.click(".conversation");
  await driver.see(".windowed-row");
  const messages = await driver.frame(() =>
    Number(document.querySelector(".windowed-row")?.getAttribute("aria-setsize") ?? 0));
  await driver.until("the first rows", () => document.querySelector(".windowed-row .waiting") === null);
  const times = await jumps(driver);
  const tasks = await longest(driver);
  await driver.close();
  return { messages, million_load: load, million_scan: scan, jump: median(times), jump_worst: Math.max(...times), million_task: tasks };
}

/** AES-256-GCM over the same number of bytes in the same frame, one part after the other. */
async function raw(driver, bytes) {
  return driver.frame(async (bytes, part) => {
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt"]);
    const data = new Uint8Array(part);
    for (let at = 0; at < part; at += 65_536) crypto.getRandomValues(data.subarray(at, at + 65_536));
    const begun = performance.now();
    let done = 0;
    for (let n = 0; done < bytes; n += 1, done += part) {
      const iv = new Uint8Array(12);
      new DataView(iv.buffer).setUint32(7, n);
      await SubtleCrypto.prototype.encrypt.call(crypto.subtle, { name: "AES-GCM", iv, tagLength: 128 }, key, data);
    }
    return { bytes: done, seconds: (performance.now() - begun) / 1000 };
  }, bytes, PART);
}

async function sealing() {
  const driver = await started("sealing");
  await driver.page.evaluateOnNewDocument(count);
  await driver.open(`${pathToFileURL(given["test-page"]).href}#plain-saving=1`);
  const job = new Job(driver);
  await job.english();
  await driver.setFiles("#files", [given.media]);
  await driver.until("files are read or an error", () => document.querySelector("#go-on, .alert") !== null);
  const refused = await driver.frame(() => document.querySelector(".alert")?.textContent.trim());
  if (refused) throw new Error(refused);
  await driver.frame(() => {
    globalThis.save = () =>
      [...document.querySelectorAll("button")].find((button) => /working file/i.test(button.textContent));
  });
  // The question about protection may come a moment after the files.
  await driver.until("protection", () => document.querySelector("dialog[open] #proposal") !== null || save());
  job.secret ??= await job.protect();
  await driver.until("a button that saves", () => save() !== undefined);
  let best = { raw_rate: 0, seal_rate: 0, seal_bytes: 0, seal_seconds: Infinity };
  for (let n = 0; n < ROUNDS; n += 1) {
    const plain = await raw(driver, Number(given.sealed));
    await driver.frame(() => void (globalThis.sealed = { bytes: 0, seconds: 0 }));
    // The browser would write the same name again, which does not look like a new file.
    for (const name of readdirSync(driver.downloads)) rmSync(join(driver.downloads, name));
    const begun = performance.now();
    await driver.frame(() => save().click());
    await driver.saved(/./);
    const seconds = (performance.now() - begun) / 1000;
    const sealed = await driver.frame(() => globalThis.sealed);
    best = {
      raw_rate: Math.max(best.raw_rate, plain.bytes / plain.seconds),
      seal_rate: Math.max(best.seal_rate, sealed.bytes / sealed.seconds),
      seal_bytes: sealed.bytes,
      seal_seconds: Math.min(best.seal_seconds, seconds),
    };
  }
  await driver.close();
  return best;
}

const result = {};
for (const [name, measure] of Object.entries({ opening, importing, million, sealing })) {
  if (given.only && !given.only.split(",").includes(name)) continue;
  try {
    Object.assign(result, await measure());
  } catch (error) {
    result[`${name}_failed`] = String(error?.message ?? error);
  }
}
console.log(JSON.stringify(result));
process.exit(0);

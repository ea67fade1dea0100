// Memory of the page with a case of some gigabytes. Started by `cargo xtask bench --large`, which
// hands over `--name value` pairs; prints one JSON object.
//
// Memory is the proportional share (PSS, proc(5)) of all processes of the browser together: what
// they would give back. Idle is the page at its start screen.
import { createServer } from "node:http";
import { createReadStream, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fresh } from "./lib/arguments.mjs";
import { start } from "./lib/driver.mjs";
import { Job } from "./lib/job.mjs";

const given = {};
const list = process.argv.slice(2);
for (let at = 0; at < list.length; at += 2) given[list[at].replace(/^--/, "")] = list[at + 1];
const PATIENCE_MS = 1_800_000;
const LOOK_MS = 250;

/** The page over loopback, a secure context with a private disk area like a page from disk. */
async function serve(path) {
  const server = createServer((request, response) => {
    if (request.url !== "/") return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    createReadStream(path).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** In the outer page: a picker that always gives the same file of the private disk area. */
function picked() {
  globalThis.showSaveFilePicker = async ({ suggestedName }) => {
    const root = await navigator.storage.getDirectory();
    return root.getFileHandle(suggestedName, { create: true });
  };
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** A process with all that it started. */
function family(first) {
  const children = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const parent = Number(read(`/proc/${pid}/stat`).replace(/^.*\) /s, "").split(" ")[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(pid)]);
  }
  const all = [first];
  for (const one of all) all.push(...(children.get(one) ?? []));
  return all;
}

const pss = (pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
const memory = (pid) => family(pid).reduce((sum, one) => sum + pss(one), 0) / 1e6;
/** The largest processes, to see where it is. */
const largest = (pid) =>
  family(pid)
    .map((one) => [Math.round(pss(one) / 1e6), /(--type=\S+|isForBrowser|webCOOP|WebKit\w+)/.exec(read(`/proc/${one}/cmdline`).replaceAll("\0", " "))?.[0] ?? read(`/proc/${one}/comm`).trim()])
    .toSorted((a, b) => b[0] - a[0])
    .slice(0, 3)
    .map(([size, name]) => `${name} ${size}`)
    .join(", ");

class Watch {
  peak = 0;
  where = "";
  timer;
  constructor(pid) {
    this.pid = pid;
    this.timer = setInterval(() => {
      const now = memory(pid);
      if (now <= this.peak) return;
      this.peak = now;
      this.where = largest(pid);
    }, LOOK_MS);
  }
  /** The peak since the last call. */
  take() {
    const peak = Math.max(this.peak, memory(this.pid));
    this.peak = 0;
    return peak;
  }
}

async function measure() {
  const folder = fresh(given.work, given.engine);
  const programs = { [given.engine]: given.program };
  const driver = await start(given.engine, { programs }, {
    downloads: fresh(folder, "downloads"),
    profile: fresh(folder, "profile"),
  });
  const page = await serve(given.page);
  try {
    if (given.engine === "chromium") await driver.page.evaluateOnNewDocument(picked);
    await driver.open(page.url);
    await pause(5_000);
    const watch = new Watch(driver.pid);
    const idle = watch.take();
    const found = { version: driver.version, idle, bytes: statSync(given.media).size };
    const stage = async (name, work) => {
      const begun = performance.now();
      const { patience } = driver;
      driver.patience = PATIENCE_MS;
      await work();
      driver.patience = patience;
      found[`${name}_seconds`] = (performance.now() - begun) / 1000;
      found[name] = watch.take() - idle;
      console.error(`${given.engine}: ${name} ${found[name].toFixed(0)} MB above idle, ${found[`${name}_seconds`].toFixed(0)} s (${watch.where})`);
    };
    const settled = (what, selector) => async () => {
      await driver.until(what, (wanted) =>
        document.querySelector("#progress-title") === null && document.querySelector(wanted) !== null, selector);
      const alert = await driver.text(".alert");
      if (alert !== null) throw new Error(alert.replace(/\s+/g, " "));
    };
    const job = new Job(driver);
    await job.english();
    await stage("load", () => job.loadFiles([given.media]));
    await stage("scan", () => job.toReview());
    await driver.see(".review");
    if (await driver.frame(() => document.querySelector("#suggestions") !== null)) await job.acceptSuggestions();
    await job.toFinish();
    await job.prove();
    await stage("seal", async () => {
      await driver.click("#finish-write");
      await settled("results", "#results")();
    });
    if (given.engine !== "chromium") {
      const path = await driver.saved(/^archive-bundle/);
      found.bundle = statSync(path).size;
      rmSync(path);
    }
    // A new page: opening is measured from idle, too.
    await driver.open(page.url);
    await job.english();
    await pause(5_000);
    watch.take();
    await driver.click("#open-bundle");
    await driver.setFiles("#bundle-file", [given.bundle]);
    await driver.type("#open-passphrase", given.words);
    await stage("open", async () => {
      await driver.click("#open-go");
      await settled("the account", "#results")();
    });
    await stage("extract", async () => {
      await driver.frame(() => {
        const rows = [...document.querySelectorAll("#results tr")];
        const row = rows.find((one) => one.textContent.includes("data/original/"));
        row?.querySelector("button")?.click();
      });
      await driver.until("the file is saved", () =>
        document.querySelector("#progress-title") === null && /Save again/.test(document.querySelector("#results")?.textContent ?? ""));
    });
    clearInterval(watch.timer);
    return found;
  } catch (error) {
    await driver.screenshot(join(folder, "failed.png")).catch(() => {});
    throw error;
  } finally {
    page.close();
    await driver.close();
  }
}

try {
  console.log(JSON.stringify(await measure()));
} catch (error) {
  console.log(JSON.stringify({ failed: String(error?.message ?? error) }));
}
process.exit(0);

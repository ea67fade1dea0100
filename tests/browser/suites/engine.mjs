// The engine behind the page: it stops and comes back without losing anything, and the page stays
// usable while a large export is read.
import assert from "node:assert/strict";
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fresh } from "../lib/arguments.mjs";
import { Catchers } from "../lib/catchers.mjs";
import { start } from "../lib/driver.mjs";
import { fragment, Job } from "../lib/job.mjs";

/** From this record of the made-up export on the engine stops, twice at the same one. */
const RECORD = 17;
/** Messages of the large export. */
const MESSAGES = 100_000;
/** Messages of the export that another one is joined with. */
const JOINED = 100_000;
/** Longest that a cancel may take, in ms. */
const CANCEL_MS = 1_000;
/** Longest task of the page's main thread, in ms. */
const TASK_MS = 200;

export async function run(engine, settings, report) {
  const folder = fresh(settings.work, engine, "engine");
  const catchers = await Catchers.open();
  const driver = await start(engine, settings, {
    downloads: fresh(folder, "downloads"),
    profile: fresh(folder, "profile"),
  });
  const address = pathToFileURL(settings.testPage).href + fragment(catchers);
  const job = new Job(driver);
  /** The sentence of the account: seen first, then read where not all was. */
  const account = () =>
    driver.until("the account", () => {
      const text = document.querySelector("[data-account]")?.textContent ?? "";
      const numbers = [...text.matchAll(/\d[\d,\u00a0\u202f]*/g)].map(([one]) => Number(one.replace(/\D/g, "")));
      return numbers.length > 0 ? { text: text.replace(/\s+/g, " ").trim(), numbers } : null;
    });
  try {
    let whole;
    for (const kind of ["load", "scan"]) {
      await report.check(`a record whose ${kind} stops the engine twice becomes an error with its place`, async () => {
        await driver.open(address);
        await job.english();
        job.secret = undefined;
        await job.loadSample();
        whole ??= await account();
        await driver.open(`${address}&stop=${kind}:${RECORD}`);
        await job.english();
        job.secret = undefined;
        await job.loadSample();
        if (kind === "scan") {
          assert.deepEqual((await account()).numbers, whole.numbers);
          await job.toReview();
          await driver.click(".steps li:nth-child(1) button");
        }
        const left = await account();
        const [seen, parsed = seen] = whole.numbers;
        assert.equal(left.numbers[0], seen, `${whole.text} / ${left.text}`);
        assert.equal(left.numbers[1], parsed - 1, `one record less: ${whole.text} / ${left.text}`);
        await driver.click("#errors-0");
        const rows = await driver.until("the list of errors", () => {
          const rows = [...document.querySelectorAll("dialog[open] tbody tr")];
          return rows.length > 0
            ? rows.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim()))
            : null;
        });
        assert.equal(rows.length, 1);
        assert.ok(Number(rows[0][0]) >= RECORD, rows[0][0]);
        assert.match(rows[0][2], /\d/, "its place");
      });
    }
    await report.check("decisions survive an engine that stops during the review", async () => {
      await driver.open(address);
      await job.english();
      job.secret = undefined;
      await job.loadSample();
      await job.toReview();
      await driver.see(".card[data-finding]");
      const decided = () => driver.frame(() => document.querySelector(".review progress")?.value ?? -1);
      await job.acceptSuggestions();
      const before = await decided();
      assert.ok(before > 0);
      await driver.type("#search", "maskera-stop");
      await driver.until("the engine is back", () => /started again/.test(document.body.textContent));
      await driver.until("the decisions are back", (wanted) =>
        document.querySelector(".review progress")?.value === wanted && document.querySelector("#suggestions") === null, before);
      // The words that stopped the engine still stand in the search field; nothing asks for them
      // again by itself.
      await new Promise((later) => setTimeout(later, 1_500));
      assert.equal(await driver.frame(() => document.querySelector("#search").value), "maskera-stop");
      await driver.until("no error stands", () => {
        document.querySelector(".alert button")?.click();
        return document.querySelector(".alert") === null;
      });
      await driver.type("#search", "the");
      await driver.until("another search works", () => document.querySelectorAll(".hit").length > 0);
      assert.equal(await driver.until("the decisions are still there", (wanted) =>
        document.querySelector(".review progress")?.value === wanted, before), true);
      await job.toFinish();
      assert.deepEqual(await job.blocks(), []);
    });
    const large = join(folder, "large.xml");
    await report.check(`${MESSAGES.toLocaleString("en")} messages: cancel within a second`, async () => {
      await write(large);
      await driver.open(address);
      await job.english();
      await driver.setFiles("#files", [large]);
      // In the page and at once: a driver's click may come when everything is read already.
      await driver.until("reading has begun", () => {
        const cancel = document.querySelector("#cancel");
        if (cancel === null || !/[1-9]/.test(document.querySelector(".progress .numbers")?.textContent ?? "")) return false;
        const begun = performance.now();
        const look = new MutationObserver(() => {
          if (document.querySelector("#progress-title") !== null) return;
          globalThis.cancelledAfter = performance.now() - begun;
          look.disconnect();
        });
        look.observe(document.body, { childList: true, subtree: true });
        cancel.click();
        return true;
      });
      const took = await driver.until("cancelled", () => globalThis.cancelledAfter);
      assert.ok(took < CANCEL_MS, `${Math.round(took)} ms`);
      assert.equal(await driver.frame(() => document.querySelector("#go-on")), null, "nothing half-read is shown");
    });
    await report.check("a cancel while exports are joined leaves the first one as it was", async () => {
      const [first, second] = [join(folder, "first.xml"), join(folder, "second.xml")];
      await write(first, JOINED);
      await write(second, JOINED + 40);
      await driver.open(address);
      await job.english();
      job.secret = undefined;
      await job.loadFiles([first]);
      const told = () => driver.frame(() => [document.querySelector(".case").textContent, ...[...document.querySelectorAll(".files tbody tr")].map((row) => row.textContent)].join("\n").replace(/\s+/g, " "));
      await driver.until("the files are shown", () => document.querySelector("#progress-title") === null && document.querySelector(".files") !== null);
      const before = await told();
      // In the page and at once: joining is short.
      await driver.frame(() => {
        globalThis.joining = 0;
        const look = new MutationObserver(() => {
          const cancel = document.querySelector("#cancel");
          if (cancel === null || !/Joining/.test(document.querySelector(".progress .lead")?.textContent ?? "")) return;
          globalThis.joining += 1;
          look.disconnect();
          cancel.click();
        });
        look.observe(document.body, { childList: true, subtree: true, characterData: true });
      });
      await driver.setFiles("#more-files", [second]);
      await driver.until("cancelled", () => globalThis.joining > 0 && document.querySelector("#progress-title") === null && document.querySelector("#go-on") !== null);
      assert.equal(await told(), before);
      await driver.setFiles("#more-files", [second]);
      await driver.until("joined", (all) => document.querySelector("#progress-title") === null && document.querySelector(".case").textContent.includes(all), (JOINED + 40).toLocaleString("en"));
    });
    if (engine === "chromium") {
      await report.check("findings can be read while the search runs; no task over 50 ms; the review begins there", async () => {
        await driver.open(address);
        await job.english();
        job.secret = undefined;
        await job.loadFiles([large]);
        await driver.click("#go-on");
        await driver.see("#to-review");
        await driver.frame(() => {
          globalThis.tasks = [];
          globalThis.watching = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => Math.round(one.duration))));
          watching.observe({ type: "longtask" });
        });
        await driver.click("#to-review");
        const title = await driver.until("a conversation that is searched", () => {
          const rows = [...document.querySelectorAll(".so-far-one")];
          if (rows.length < 2 || document.querySelector("#progress-title") === null) return null;
          rows[1].querySelector("summary").click();
          return rows[1].querySelector("bdi").textContent;
        });
        const places = await driver.until("its findings", () => {
          const found = [...document.querySelectorAll(".so-far-one[open] .places mark")].map((one) => one.textContent);
          return document.querySelector("#progress-title") !== null && found.length > 0 ? found : null;
        });
        assert.ok(places.every((one) => /^070-174 06 \d\d$/.test(one)), places.join(", "));
        const tasks = await driver.frame(() => [...tasks, ...watching.takeRecords().map((one) => Math.round(one.duration))]);
        assert.deepEqual(tasks.filter((one) => one > 50), [], "long tasks while the search ran");
        await driver.until("the review", () => document.querySelector(".review") !== null && document.querySelectorAll(".conversation").length > 0);
        await driver.until("the conversation that was looked into", (wanted) => document.querySelector(".conversation[aria-current]")?.textContent.includes(wanted), title);
      });
      await report.check(`${MESSAGES.toLocaleString("en")} messages: no task over ${TASK_MS} ms in the page`, async () => {
        await driver.open(address);
        await job.english();
        await driver.frame(() => {
          globalThis.tasks = [];
          new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => Math.round(one.duration)))).observe({ type: "longtask" });
        });
        // A task that is made long on purpose must be seen, or the observer would prove nothing.
        await driver.frame((long) => {
          setTimeout(() => {
            const end = performance.now() + long;
            while (performance.now() < end);
          });
        }, TASK_MS + 50);
        await driver.until("the observer works", (long) => globalThis.tasks.splice(0).some((one) => one > long), TASK_MS);
        job.secret = undefined;
        await job.loadFiles([large]);
        const { numbers, text } = await account();
        assert.ok(numbers.includes(MESSAGES), text);
        const tasks = await driver.frame(() => globalThis.tasks);
        assert.ok(Math.max(0, ...tasks) <= TASK_MS, `${tasks.filter((one) => one > TASK_MS).join(", ")} ms`);
        report.note(`longest task ${Math.max(0, ...tasks)} ms`);
      });
    } else {
      report.note("length of tasks not looked at: only Chromium reports it (Long Tasks API)");
    }
    await report.check("no error in the page", () => assert.deepEqual(driver.errors, []));
  } finally {
    await driver.close();
    catchers.close();
  }
}

/** An export of many messages: twenty conversations, numbers of the Swedish test series. */
async function write(path, messages = MESSAGES) {
  const out = createWriteStream(path);
  out.write(`<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count="${messages}">\n`);
  for (let at = 0; at < messages; at += 1) {
    const number = `+46701740${605 + (at % 20)}`;
    const body = `Message ${at}: the meeting is moved to room ${at % 40}, call 070-174 06 ${10 + (at % 80)} if late.`;
    const line = `  <sms protocol="0" address="${number}" date="${1_700_000_000_000 + at * 60_000}" type="${1 + (at % 2)}" subject="null" body="${body}" toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="0" sub_id="1" contact_name="Person ${at % 20}" />\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end("</smses>\n");
  await once(out, "finish");
}

// What a case can meet besides the straight way: an encrypted backup in a dropped folder, a value
// that the proof finds again, work that is taken up another day, certificates, a browser that
// cannot write much, paper and high contrast; and the real exports beside the project.
import assert from "node:assert/strict";
import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fresh } from "../lib/arguments.mjs";
import { axe } from "../lib/axe.mjs";
import { byCommand, checksums, run as execute, unzip } from "../lib/bundles.mjs";
import { Catchers } from "../lib/catchers.mjs";
import { start } from "../lib/driver.mjs";
import { fragment, Job } from "../lib/job.mjs";
import { Proxy } from "../lib/proxy.mjs";
import { left } from "../lib/storage.mjs";

const FIXTURES = new URL("../../fixtures/import/", import.meta.url);
const SAMPLES = fileURLToPath(new URL("../../../../shared/samples/", import.meta.url));
/** An encrypted backup and its password. */
const BACKUP = fileURLToPath(new URL("iphone-backup/encrypted/input", FIXTURES));
const { password: PASSWORD } = JSON.parse(readFileSync(new URL("iphone-backup/encrypted/answers.json", FIXTURES)));
/** A word that the released copy has of its own: taken out of a message it is found again. */
const OWN_WORD = "Conversation";
/** What a browser that collects files in memory writes at most (www/src/client.ts). */
const MEMORY_BYTES = 384 * 1024 * 1024;
/** The journal is written after a rest of some seconds. */
const JOURNAL_MS = 15_000;
/** The real formats of this project, from files that stand beside it. */
const REAL = ["sms-backup-restore/minimal_mms.xml", "whatsapp-txt/whatstk/pokemon.txt"];

/** A small export: one message each. */
function sms(...bodies) {
  const lines = bodies.map((body, at) =>
    `<sms address="+4670174060${5 + at}" date="${1_704_067_200_000 + at * 60_000}" type="1" body="${body}" contact_name="null"/>`);
  return `<?xml version='1.0' encoding='UTF-8'?><smses count="${bodies.length}">${lines.join("")}</smses>`;
}

export async function run(engine, settings, report) {
  const folder = fresh(settings.work, engine, "cases");
  const catchers = await Catchers.open();
  const driver = await start(engine, settings, {
    downloads: fresh(folder, "downloads"),
    profile: fresh(folder, "profile"),
  });
  const address = pathToFileURL(settings.testPage).href + fragment(catchers, false);
  const file = (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  /** The start screen, in English, with nobody's work in it. */
  const begin = async () => {
    // What was saved before has the same names.
    for (const name of readdirSync(driver.downloads)) rmSync(join(driver.downloads, name), { recursive: true });
    await driver.open(address);
    const job = new Job(driver);
    await job.english();
    return job;
  };
  const account = () =>
    driver.until("the account", () => document.querySelector("[data-account]")?.textContent.replace(/\s+/g, " ").trim());
  const decided = () => driver.frame(() => document.querySelector(".review progress")?.value ?? -1);
  try {
    await report.check("a dropped folder: an encrypted backup asks for its password, says a wrong one, reads with the right one", async () => {
      const job = await begin();
      report.note(`a dropped folder: ${await driver.dropFolder(BACKUP)}`);
      await job.loaded();
      const field = "input[id$=-password-password]";
      await driver.see(field);
      assert.equal(await driver.frame((wanted) => document.querySelector(wanted).type, field), "password");
      assert.equal(await driver.frame(() => document.querySelector("#go-on").getAttribute("aria-disabled")), "true");
      await axe(driver, "the question for a password");
      await driver.type(field, `not ${PASSWORD}`);
      await driver.press("Enter");
      await driver.until("the password is refused", () => /does not fit/.test(document.querySelector("[role=alert]")?.textContent ?? ""));
      await driver.type(field, PASSWORD);
      await driver.press("Enter");
      await driver.until("the question is settled", (wanted) => document.querySelector(wanted) === null && document.querySelector("#progress-title") === null, field);
      assert.match(await account(), /^\d/);
      await driver.until("messages are read", () => document.querySelector("#go-on").getAttribute("aria-disabled") !== "true");
      await job.toReview();
      const kept = await left(driver);
      assert.ok(!kept.texts.join("\n").includes(PASSWORD), "the password is not kept");
    });

    await report.check("a removed value that the proof finds again blocks, is named, and may stay for a reason", async () => {
      const job = await begin();
      await job.loadFiles([file("word.xml", sms(`A ${OWN_WORD} of no importance`, "Another one"))]);
      await job.toReview();
      await driver.click("#act-mark");
      await driver.frame((word) => {
        const area = document.querySelector("#mark-text");
        const at = area.value.indexOf(word);
        area.setSelectionRange(at, at + word.length);
      }, OWN_WORD);
      await driver.click("#mark-do");
      await driver.until("it is marked", () => document.querySelector("dialog[open]") === null && document.querySelectorAll(".mark").length > 0);
      if (await driver.frame(() => document.querySelector("#suggestions") !== null)) await job.acceptSuggestions();
      await job.toFinish();
      assert.deepEqual(await job.blocks(), []);
      await job.prove();
      await driver.click("#finish-write");
      await driver.see("#results.alert li");
      const named = await driver.text("#results li");
      assert.match(named, /\.(html|jsonl?|csv)/, named);
      assert.equal(await driver.frame(() => document.querySelector("#save-released")), null, "nothing can be saved");
      await axe(driver, "a value found again");
      const reason = "part of the copy's own words";
      for (let round = 0; round < 30; round += 1) {
        if (await driver.frame(() => document.querySelector("#save-bundle") !== null)) break;
        const found = await driver.frame(() => document.querySelectorAll("#results.alert li").length);
        if (found > 0) {
          await driver.click("#results.alert li button:last-child");
          await driver.see("#keep-reason");
          assert.equal(await driver.frame(() => document.querySelector("#keep-do").getAttribute("aria-disabled")), "true", "not without a reason");
          await driver.type("#keep-reason", reason);
          await driver.click("#keep-do");
          await driver.until("it is kept", (before) => document.querySelectorAll("#results.alert li").length < before, found);
        } else {
          await driver.until("it can be written again", () => document.querySelector("#finish-write")?.getAttribute("aria-disabled") !== "true");
          await driver.click("#finish-write");
          await driver.until("results", () => document.querySelector("#progress-title") === null && document.querySelector("#results") !== null);
        }
      }
      await driver.click("#save-bundle");
      const opened = byCommand(settings, await driver.saved(/^archive-bundle/), job.secret, fresh(folder, "kept"));
      const receipt = JSON.parse(readFileSync(join(opened, "data/receipt.json")));
      assert.ok(receipt.released.verified);
      assert.ok(receipt.kept_on_purpose.length > 0 && receipt.kept_on_purpose.every((one) => one.reason === reason));
      assert.ok(!JSON.stringify(receipt).includes(OWN_WORD), "the receipt holds no value");
    });

    await report.check("two unfinished cases survive a closed tab; each comes back with its own passphrase and files", async () => {
      const works = [];
      for (const [name, text] of [
        ["one.xml", sms("pnr 890101-9805, tel 070-174 06 05", "no more")],
        ["two.xml", sms("mail post.17@example.org", "card 4111 1111 1111 1111", "pnr 890101-9805")],
      ]) {
        const job = await begin();
        const before = (await left(driver)).records;
        const path = file(name, text);
        await job.loadFiles([path]);
        await job.toReview();
        await job.acceptSuggestions();
        const end = Date.now() + JOURNAL_MS;
        let now = await left(driver);
        if (!now.keeps) return report.note("unfinished work: this browser keeps nothing for a page from disk; not tried");
        const saved = () => driver.frame(() => /saved/i.test(document.querySelector(".foot-right")?.textContent ?? ""));
        while ((now.records === before || !(await saved())) && Date.now() < end) {
          await pause(250);
          now = await left(driver);
        }
        assert.equal(now.records, before + 1, "a record of its own");
        // Decisions after the first record are written into the same one.
        await pause(6_000);
        works.push({ path, secret: job.secret, decided: await decided() });
      }
      const [first] = works;
      await begin();
      await driver.click("#resume");
      const found = await driver.frame(() => document.querySelectorAll("input[name=resume-case]").length);
      assert.ok(found >= 2, `${found} cases`);
      await axe(driver, "unfinished work");
      // The latest stands first, so the first case is the second.
      const radios = await driver.frame(() => [...document.querySelectorAll("input[name=resume-case]")].map((one) => one.id));
      await driver.click(`#${radios[1]}`);
      await driver.type("#resume-passphrase", works[1].secret);
      await driver.click("#resume-unlock");
      await driver.until("the wrong passphrase is refused", () => document.querySelector(".alert") !== null);
      await driver.click(".alert button");
      await driver.type("#resume-passphrase", first.secret);
      await driver.click("#resume-unlock");
      await driver.see("#resume-files + span");
      assert.equal(await driver.frame(() => document.querySelector("#resume-go").getAttribute("aria-disabled")), "true");
      await driver.setFiles("#resume-files", [works[1].path]);
      await driver.until("another file does not count", () => document.querySelector("#progress-title") === null && document.querySelector("#resume-go") !== null);
      await pause(500);
      assert.equal(await driver.frame(() => document.querySelector("#resume-go").getAttribute("aria-disabled")), "true");
      await driver.setFiles("#resume-files", [first.path]);
      await driver.until("its file is there", () => document.querySelector("#resume-go")?.getAttribute("aria-disabled") !== "true" && document.querySelector("#progress-title") === null);
      await driver.click("#resume-go");
      await driver.until("its files are read", () => document.querySelector("#go-on") !== null && document.querySelector("#progress-title") === null);
      const again = new Job(driver);
      await again.toReview();
      await driver.until("its decisions are back", (wanted) => document.querySelector(".review progress")?.value >= wanted, first.decided);
    });

    await report.check("removed traces: nothing of the case is left, the warning stands again, nothing is offered next time", async () => {
      const job = await begin();
      await job.loadFiles([file("traces.xml", sms("pnr 890101-9805, tel 070-174 06 05", "mail post.17@example.org"))]);
      await job.toReview();
      await job.acceptSuggestions();
      const end = Date.now() + JOURNAL_MS;
      let kept = await left(driver);
      if (!kept.keeps) report.note("removed traces: this browser keeps nothing for a page from disk");
      while (kept.keeps && kept.records === 0 && Date.now() < end) {
        await pause(250);
        kept = await left(driver);
      }
      assert.ok(kept.records > 0 || !kept.keeps, "there is something to remove");
      await driver.click("#remove-traces");
      await axe(driver, "the question before traces are removed");
      await driver.click("#traces-remove");
      await driver.until("it is said", () => document.querySelector("dialog[open]") === null && /removed from this browser/.test(document.body.textContent));
      const stands = () => driver.frame(() => document.querySelector(".foot-right .warn")?.textContent ?? "");
      assert.match(await stands(), /Not saved yet/);
      // A decision writes no new record.
      await driver.click("#undo");
      await driver.until("taken back", () => document.querySelector("#suggestions") !== null);
      await pause(6_000);
      const after = await left(driver);
      assert.equal(after.records, 0);
      // Address, title and the names of empty stores stay.
      const named = after.texts.filter((text) => !["", "maskera", "journal", "maskera-saving"].includes(text) && !/^(file|about):/.test(text));
      assert.ok(named.every((text) => /^Maskera/.test(text)), named.join("\n"));
      assert.match(await stands(), /Not saved yet/);
      await begin();
      assert.equal(await driver.frame(() => document.querySelector("#resume, .found")), null, "nothing is offered");
    });

    await report.check("a working file goes on elsewhere with its decisions and with what is searched", async () => {
      const job = await begin();
      await job.loadFiles([file("work.xml", sms("pnr 890101-9805, tel 070-174 06 05", "mail post.17@example.org"))]);
      await driver.click("#go-on");
      await driver.setFiles("#profile", [file("own.toml", 'format = "maskera-profile"\nversion = 1\nname = "Mellemby"\noff = ["email"]\n')]);
      await driver.until("what is switched off is said", () => /Mellemby/.test(document.body.textContent) && document.querySelector("[data-off]") !== null);
      await driver.click("#to-review");
      await driver.see(".review");
      await job.acceptSuggestions();
      const before = await decided();
      assert.ok(before > 0);
      await driver.click("#save-work");
      const work = join(folder, "working-file.zip");
      renameSync(await driver.saved(/^working-file/), work);
      await begin();
      const opened = await new Job(driver).open(work, job.secret);
      assert.ok(opened.intact);
      await driver.click("#open-continue");
      await driver.until("its files are read", () => document.querySelector("#go-on") !== null && document.querySelector("#progress-title") === null);
      await driver.click("#go-on");
      await driver.until("the same is searched", () => /Mellemby/.test(document.body.textContent) && document.querySelector("[data-off]") !== null);
      await driver.click("#to-review");
      await driver.until("its decisions are back", (wanted) => document.querySelector(".review progress")?.value === wanted, before);
    });

    await report.check("a certificate alone is enough; its key opens the bundle in the page", async () => {
      const job = await begin();
      await job.loadFiles([file("certificate.xml", sms("pnr 890101-9805"))]);
      await job.toReview();
      await job.acceptSuggestions();
      await job.toFinish();
      assert.equal(await driver.frame(() => document.querySelector("#finish-write").getAttribute("aria-disabled")), "true", "nobody could open it yet");
      const [weak, good] = [["rsa:1024"], ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]].map((kind, at) => {
        const name = join(folder, `recipient-${at}`);
        execute("openssl", ["req", "-x509", "-newkey", ...kind, "-nodes", "-subj", "/CN=archive.example.org", "-days", "30", "-keyout", `${name}.key`, "-out", `${name}.pem`]);
        return name;
      });
      await driver.setFiles("#certificates", [`${weak}.pem`]);
      await driver.until("a weak key is refused with the reason", () => /2048/.test(document.querySelector(".alert")?.textContent ?? ""));
      await driver.click(".alert button");
      await driver.setFiles("#certificates", [`${good}.pem`]);
      await driver.until("it may be written", () => document.querySelector("#finish-write")?.getAttribute("aria-disabled") !== "true");
      const bundle = join(folder, "for-a-certificate.zip");
      renameSync((await job.finish()).bundle, bundle);
      await begin();
      await driver.click("#open-bundle");
      await driver.setFiles("#bundle-file", [bundle]);
      await driver.click("#secret-private-key");
      await driver.setFiles("#key-file", [`${good}.key`]);
      await driver.click("#open-go");
      await driver.see("#results .good");
    });

    await report.check("the key sheet on paper: the passphrase and nothing of the case", async () => {
      const job = await begin();
      await job.loadFiles([file("sheet.xml", sms("pnr 890101-9805"))]);
      await job.toReview();
      await job.acceptSuggestions();
      await job.toFinish();
      await driver.frame(() => {
        globalThis.printed = 0;
        window.print = () => (globalThis.printed += 1);
      });
      await driver.click("#sheet-print");
      assert.equal(await driver.frame(() => globalThis.printed), 1);
      await driver.see("#prove-0");
      if (engine !== "chromium") return report.note("paper: how the sheet is laid out is looked at in Chromium only");
      await driver.page.emulateMediaType("print");
      const paper = await driver.frame(() => document.body.innerText);
      await driver.page.emulateMediaType(null);
      assert.ok(paper.includes(job.secret), paper);
      assert.ok(!/890101/.test(paper) && paper.length < 2_000, paper);
    });

    if (engine === "chromium") {
      await report.check("high contrast (forced colours): nothing that matters is only a colour", async () => {
        const session = await driver.page.createCDPSession();
        const forced = (value) => session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value }] });
        await forced("active");
        const job = await begin();
        const look = async (screen) => {
          await axe(driver, `${screen} in forced colours`);
          if (settings.screenshots) await driver.screenshot(join(settings.screenshots, `forced-${screen}.png`));
        };
        assert.ok(await driver.frame(() => matchMedia("(forced-colors: active)").matches), "the frame sees it");
        await look("start");
        await job.loadSample();
        await look("load");
        await job.toReview();
        await driver.see(".mark");
        const unlike = (selector) =>
          driver.frame((wanted) => {
            const style = getComputedStyle(document.querySelector(wanted));
            const around = getComputedStyle(document.querySelector(wanted).parentElement);
            return style.textDecorationLine !== "none" || style.backgroundColor !== around.backgroundColor || style.borderStyle !== "none";
          }, selector);
        assert.ok(await unlike(".mark"), "a finding");
        assert.ok(await unlike(".button.primary"), "the main button");
        assert.ok(await unlike(".conversation[aria-current]"), "the conversation that stands open");
        await look("review");
        await job.acceptSuggestions();
        await driver.press("v");
        await job.toFinish();
        await look("finish");
        await forced("none");
        await session.detach();
      });

      await report.check("closing the tab with unsaved work warns", async () => {
        const job = await begin();
        await job.loadFiles([file("unsaved.xml", sms("pnr 890101-9805"))]);
        await job.toReview();
        driver.dialogs.length = 0;
        await job.acceptSuggestions();
        await driver.page.reload();
        assert.deepEqual(driver.dialogs, ["beforeunload"]);
      });
    }

    for (const name of REAL) {
      const path = join(SAMPLES, name);
      if (!existsSync(path)) {
        report.note(`skipped: no shared samples (${name})`);
        continue;
      }
      await report.check(`the whole job on ${name}`, async () => {
        const job = await begin();
        await job.loadFiles([path]);
        const asked = await driver.frame(() => document.querySelectorAll("fieldset.question").length);
        let answered = 0;
        for (let round = 0; round < 3; round += 1) {
          // "Not known" is an answer to every question.
          const open = await driver.frame(() => [...document.querySelectorAll(".question input[type=radio][id$=-unknown]")].find((one) => !one.checked)?.id ?? null);
          if (open === null) break;
          await driver.click(`#${open}`);
          await driver.until("it is read again", (id) => document.querySelector("#progress-title") === null
            && document.querySelector("#go-on") !== null && document.querySelector(`#${id}`)?.checked !== false, open);
          answered += 1;
        }
        assert.equal(answered, asked, "every question was answered");
        await job.toReview();
        if (await driver.frame(() => document.querySelector("#suggestions") !== null)) await job.acceptSuggestions();
        await job.toFinish();
        assert.deepEqual(await job.blocks(), []);
        await job.prove();
        const files = await job.finish();
        const into = fresh(folder, "real");
        const opened = byCommand(settings, files.bundle, job.secret, into);
        const originals = Object.entries(checksums(opened)).filter(([inside]) => inside.includes("data/original/"));
        assert.equal(originals.length, 1);
        const released = fresh(into, "released");
        unzip(settings, files.released, released);
        assert.ok(Object.keys(checksums(released)).length > 0);
      });
    }

    await report.check("a browser that collects files in memory says what it can write and refuses more", async () => {
      const proxy = await Proxy.open(settings.testPage);
      const other = await start(engine, settings, {
        downloads: fresh(folder, "downloads-http"),
        profile: fresh(folder, "profile-http"),
        proxy: proxy.port,
      });
      try {
        await other.open(proxy.url + fragment(catchers, false));
        await new Job(other).english();
        const said = () => other.frame(() => /can write files up to [^.]*/.exec(document.body.textContent)?.[0] ?? null);
        assert.match((await said()) ?? "nothing", /403.MB/, "the limit stands on the start screen");
        const large = join(folder, "large.xml");
        const handle = openSync(large, "w");
        ftruncateSync(handle, MEMORY_BYTES + 1);
        closeSync(handle);
        await other.setFiles("#files", [large]);
        await other.see(".alert");
        assert.match(await other.text(".alert"), /Nothing was loaded/);
        assert.equal(await other.frame(() => document.querySelector("#go-on")), null);
        await other.click(".alert button");
        await other.setFiles("#files", [file("small.xml", sms("pnr 890101-9805"))]);
        await new Job(other).loaded();
        await other.setFiles("#more-files", [large]);
        await other.see(".alert");
        assert.equal(await other.frame(() => document.querySelectorAll(".files tbody tr").length), 1, "what is loaded stays");
      } finally {
        await other.close();
        proxy.close();
      }
    });
    await report.check("cases: nothing was sent, no error in the page", () => {
      const heard = catchers.heard();
      assert.deepEqual([heard.connections, heard.requests, heard.datagrams], [0, [], 0]);
      assert.deepEqual(driver.errors, []);
    });
  } finally {
    await driver.close();
    catchers.close();
  }
}

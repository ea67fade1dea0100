// Every format through the page: each importer's own fixture is loaded from disk, counted against
// the command, searched, released, sealed and verified, with nothing done for one format alone.
// In Chromium every format goes the whole way and its released copy equals the command's byte for
// byte; the other engines load and count every one and take some the whole way.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fresh } from "../lib/arguments.mjs";
import { byCommand, checksums, run as execute, secretFile, unzip } from "../lib/bundles.mjs";
import { Catchers } from "../lib/catchers.mjs";
import { start } from "../lib/driver.mjs";
import { fragment, Job, NOW, SEED } from "../lib/job.mjs";

const FIXTURES = fileURLToPath(new URL("../../fixtures/import/", import.meta.url));
const TEXTS = readFileSync(new URL("../../../locales/en/ui.ftl", import.meta.url), "utf8");
/** The fixture of a format where the first one that is whole is not the telling one. */
const CHOSEN = {
  "iphone-backup": "encrypted",
  "message-table": "workbook-nordic",
  messenger: "swedish-encrypted",
  "signal-backup-v2": "danish-folder",
  slack: "swedish",
  "sms-backup-restore": "swedish",
  "sms-import-export": "swedish-zip",
  "teams-json": "swedish-channel",
  "telegram-json": "swedish-account",
  "whatsapp-txt": "danish-android",
};
/** Folders of fixtures that show damage or an answer that is missing. */
const NOT_WHOLE = /hostile|damaged|truncated|wrong|no-|-cut|answered|bom/;
/** What goes the whole way in engines other than Chromium: a file, a database, a folder, a workbook, a backup with its password. */
const SOME = ["sms-backup-restore", "imessage-sqlite", "slack", "message-table", "iphone-backup"];
/** Whole jobs in one window of WebKit's small browser: its list of downloads pushes the page out of sight. */
const JOBS = 3;
/** What stands in a fixture's folder beside its input. */
const BESIDE = ["answers.json", "expected.json", "README.md"];

/** One fixture per folder of fixtures: a folder stands for an importer. */
function fixtures() {
  return readdirSync(FIXTURES).sort().map((format) => {
    const folder = join(FIXTURES, format);
    const name = CHOSEN[format] ?? readdirSync(folder).sort().find((one) => !NOT_WHOLE.test(one));
    const input = readdirSync(join(folder, name)).find((one) => !BESIDE.includes(one));
    const answers = join(folder, name, "answers.json");
    const given = existsSync(answers) ? JSON.parse(readFileSync(answers, "utf8")) : {};
    return { format, path: join(folder, name, input), secret: given.password ?? null };
  });
}

/** What the page calls a format. */
function called(format) {
  return new RegExp(`^format-${format} = (.*)$`, "m").exec(TEXTS)?.[1];
}

const squeezed = (text) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();

/** The command on a fixture, its secret in a file; status 1 is "done, with problems". */
function command(settings, folder, fixture, [verb, ...more]) {
  const secret = fixture.secret === null ? [] : ["--password-file", secretFile(folder, fixture.secret)];
  const args = ["--quiet", "--lang", "en", "--fixed-clock", String(NOW), "--fixed-seed", String(SEED)];
  const done = spawnSync(settings.command, [...args, verb, fixture.path, ...secret, ...more], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.ok(done.status === 0 || done.status === 1, `maskera ${verb} ${fixture.format}: ${done.stderr}`);
  return done.stdout;
}

const lines = (text) => text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));

/** What the command says of a fixture. */
function wanted(settings, folder, fixture) {
  const sources = lines(command(settings, folder, fixture, ["inspect", "--json"]));
  const [coverage] = lines(command(settings, folder, fixture, ["coverage", "--json"]));
  const people = lines(command(settings, folder, fixture, ["people", "--json"]));
  return {
    sources,
    rows: sources.map((one) => ({ name: one.source, format: called(one.format), records: one.accounting.seen })),
    messages: coverage.messages,
    conversations: coverage.conversations_all,
    people: people.map((one) => `${one.names[0] ?? one.handles[0] ?? "No sender"}: ${one.messages} in ${one.conversations}, ${Math.max(one.sources.length, 1)} of the source`).sort(),
    participants: people.reduce((sum, one) => sum + Math.max(one.sources.length, 1), 0),
  };
}

/** Clicks without waiting for a pointer: how buttons are reached is not what is tested here. */
async function press(driver, selector) {
  await driver.until(`press ${selector}`, (which) => {
    const found = document.querySelector(which);
    if (found === null || found.getAttribute("aria-disabled") === "true") return false;
    found.click();
    return true;
  }, selector);
}

const idle = (driver) =>
  driver.until("files are read", () => document.querySelector("#progress-title") === null && document.querySelector("#go-on") !== null
    && document.querySelector(".files tbody tr") !== null);

/** Gives a file, or a folder: in Chromium by its folder button, elsewhere dropped. */
async function give(driver, fixture, first) {
  const folder = statSync(fixture.path).isDirectory();
  if (!folder) await driver.setFiles(first ? "#files" : "#more-files", [fixture.path]);
  else if (driver.engine === "chromium") await driver.setFiles(first ? "#folder" : "#more-folder", [fixture.path]);
  else await driver.dropFolder(fixture.path);
}

/** Types the secret of an encrypted export where the page asks for it. */
async function unlock(driver, fixture) {
  if (fixture.secret === null) return;
  const field = "input[id$=-password-password]";
  await driver.type(field, fixture.secret);
  await driver.press("Enter");
  await driver.until("the secret is taken", (which) => document.querySelector(which) === null && document.querySelector("#progress-title") === null, field);
}

/** What the page says of what is loaded. */
async function shown(driver) {
  const rows = await driver.frame(() =>
    [...document.querySelectorAll(".files tbody tr")].map((row) => ({
      name: row.querySelector(".file-name").textContent,
      format: [...row.cells[1].childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "")?.data.trim(),
      account: row.querySelector("[data-account]")?.textContent ?? "",
    })));
  const messages = await driver.frame(() => /· ([\d,]+) message/.exec(document.querySelector(".case").textContent)?.[1]);
  const found = { rows, messages: Number(messages?.replaceAll(",", "")) };
  if (found.messages === 0) return found;
  await press(driver, "#open-people");
  found.people = await driver.until("the people", () => {
    const list = document.querySelector(".persons");
    return list && [...list.querySelectorAll(".person")].map((row) => {
      const [, messages, conversations] = /Messages: (\d+) · conversations: (\d+)/.exec(row.textContent) ?? [];
      const parts = Math.max(row.querySelectorAll(".person-parts li").length, 1);
      return `${row.querySelector("h3 bdi").textContent}: ${messages} in ${conversations}, ${parts} of the source`;
    }).sort();
  });
  await press(driver, "#people-back");
  await press(driver, "#go-on");
  found.conversations = await driver.until("the conversations", () => {
    const legend = [...document.querySelectorAll(".scope legend")].map((one) => /^Conversations \((\d+)\)/.exec(one.textContent.trim())?.[1]);
    return legend.find((one) => one !== undefined);
  }).then(Number);
  return found;
}

/** The page and the command say the same of the fixture. */
function same(page, said, fixture) {
  assert.ok(said.sources.some((one) => one.format === fixture.format), `recognised as ${said.sources.map((one) => one.format)}`);
  assert.deepEqual(page.rows.map((row) => [row.name, row.format]), said.rows.map((row) => [row.name, row.format]));
  page.rows.forEach((row, at) => {
    const { seen, parsed, errors } = said.sources[at].accounting;
    const numbers = [...squeezed(row.account).matchAll(/\d+/g)].map(Number);
    assert.equal(numbers[0], seen, row.account);
    if (parsed === seen) assert.match(row.account, /all read|^1 record, read/, row.account);
    else assert.equal(numbers[1], parsed, row.account);
    assert.equal(/damaged/.test(row.account), errors.length > 0, row.account);
  });
  assert.equal(page.messages, said.messages, "messages");
  if (page.messages === 0) return;
  assert.equal(page.conversations, said.conversations, "conversations");
  assert.deepEqual(page.people, said.people);
  // What `inspect` counts by the convention of each format is part of that.
  for (const one of said.sources) {
    assert.ok(one.messages === null || one.messages <= said.messages, "messages of inspect");
    assert.ok(one.conversations === null || one.conversations <= said.conversations, "conversations of inspect");
  }
  const known = said.sources.every((one) => one.participants !== null);
  if (known) assert.equal(said.participants, said.sources.reduce((sum, one) => sum + one.participants, 0), "participants");
}

/** From the scope to three saved files; then the command judges them. */
async function whole(driver, job, settings, folder, fixture) {
  await press(driver, "#to-review");
  await driver.until("the search is over", () => document.querySelector("#progress-title") === null && document.querySelectorAll(".conversation").length > 0);
  if (await driver.frame(() => document.querySelector("#suggestions") !== null)) {
    await press(driver, "#suggestions");
    await press(driver, "#suggestions-do");
    await driver.until("nothing is open", () => document.querySelector("#suggestions") === null && document.querySelector("dialog[open]") === null);
  }
  await press(driver, ".steps li:nth-child(3) button");
  await driver.until("the checklist or an error", () => document.querySelector("[data-gate], .alert") !== null);
  assert.equal(await driver.text(".alert"), null);
  if (await driver.frame(() => document.querySelector("#gate-twins") !== null)) {
    // A value that is hidden in one place stands in another: redacted everywhere, as the page offers.
    await press(driver, "#gate-twins");
    await driver.until("the checklist again", () => document.querySelector("#gate-twins") === null && document.querySelector("[data-gate]") !== null);
  }
  assert.deepEqual(await job.blocks(), []);
  await job.prove();
  const files = await job.finish();
  const opened = byCommand(settings, files.bundle, job.secret, fresh(folder, "by-command"));
  const decisions = Object.keys(checksums(opened)).find((path) => path.endsWith("decisions.jsonl"));
  const mine = fresh(folder, "page");
  unzip(settings, files.released, mine);
  execute(settings.command, ["verify", join(mine, "released")]);
  const theirs = join(folder, "command");
  command(settings, folder, fixture, ["redact", "--decisions", join(opened, decisions), "--out", theirs]);
  assert.deepEqual(checksums(join(mine, "released")), checksums(theirs), "the released copy equals the command's byte for byte");
  const receipt = JSON.parse(readFileSync(join(opened, "data/receipt.json"), "utf8"));
  assert.ok(receipt.released.verified, "verified");
}

export async function run(engine, settings, report) {
  const folder = fresh(settings.work, engine, "formats");
  const catchers = await Catchers.open();
  const launch = () => start(engine, settings, { downloads: fresh(folder, "downloads"), profile: fresh(folder, "profile") });
  let driver = await launch();
  const address = pathToFileURL(settings.testPage).href + fragment(catchers);
  const all = fixtures();
  const begin = async () => {
    for (const name of readdirSync(driver.downloads)) rmSync(join(driver.downloads, name), { recursive: true });
    await driver.open(address);
    const job = new Job(driver);
    await job.english();
    return job;
  };
  try {
    let offered = null;
    let jobs = 0;
    let job = null;
    for (const fixture of all) {
      const through = engine === "chromium" || SOME.includes(fixture.format);
      const place = fresh(folder, fixture.format);
      const passed = await report.check(`${fixture.format} (${basename(fixture.path)}): ${through ? "the whole job" : "loaded and counted"}`, async () => {
        const said = wanted(settings, place, fixture);
        const first = through || job === null;
        if (through && engine === "webkit" && jobs > 0 && jobs % JOBS === 0) {
          assert.deepEqual(driver.errors, []);
          await driver.close();
          driver = await launch();
        }
        jobs += Number(through);
        if (first) job = await begin();
        await give(driver, fixture, first);
        if (first) await job.loaded();
        await idle(driver);
        await unlock(driver, fixture);
        offered ??= await driver.frame(() => [...document.querySelector("select[id^=format-]").options].map((one) => one.value).filter((one) => one !== ""));
        const page = await shown(driver);
        same(page, said, fixture);
        if (through && page.messages > 0) await whole(driver, job, settings, place, fixture);
        if (through) {
          job = null;
          return;
        }
        await press(driver, ".steps li:nth-child(1) button");
        for (let left = page.rows.length; left > 0; left -= 1) {
          await press(driver, ".files tbody tr .button.link[aria-label^='Remove']");
          await driver.until("it is gone", (rows) => document.querySelector("#progress-title") === null && document.querySelectorAll(".files tbody tr").length === rows, left - 1);
        }
      });
      if (!passed) job = null;
    }
    await report.check("no registered format is left out", () => {
      assert.deepEqual([...offered].sort(), all.map(({ format }) => format));
    });
    await report.check("formats: nothing was sent, no error in the page", () => {
      const heard = catchers.heard();
      assert.deepEqual([heard.connections, heard.requests, heard.datagrams], [0, [], 0]);
      assert.deepEqual(driver.errors, []);
    });
  } finally {
    await driver.close();
    catchers.close();
  }
}

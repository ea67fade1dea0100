// The whole job on the made-up export, with sockets that must hear nothing. The address fixes clock
// and randomness, so that what the page saves must equal the command's files byte for byte.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fresh } from "../lib/arguments.mjs";
import { axe } from "../lib/axe.mjs";
import { byCommand, byOpenssl, byScript, checksums, run as execute, secretFile, sha256, unzip } from "../lib/bundles.mjs";
import { Catchers } from "../lib/catchers.mjs";
import { start } from "../lib/driver.mjs";
import { fragment, Job, NOW, SEED } from "../lib/job.mjs";
import { HOST, Proxy } from "../lib/proxy.mjs";
import { forms, left } from "../lib/storage.mjs";

const DEMO = new URL("../../fixtures/demo/", import.meta.url);
const SAMPLE = fileURLToPath(new URL("sms-demo.xml", DEMO));
const { planted } = JSON.parse(readFileSync(new URL("planted.json", DEMO)));
/** Values of some length: short ones stand everywhere by chance. */
const TELLING = planted.map(({ value }) => value).filter((value) => value.length >= 8);
/** The command's bundle is opened in the page with this. */
const NORDIC = "rødgrød med fløde på Åsögatan 7";
/** The journal is written after a rest of some seconds. */
const JOURNAL_MS = 15_000;

/** One job; `http` takes the page over plain http from a made-up host name. */
async function wholeJob(engine, settings, report, http) {
  const place = http ? "http" : "file";
  const folder = fresh(settings.work, engine, place);
  const catchers = await Catchers.open();
  const proxy = http ? await Proxy.open(settings.testPage) : null;
  const driver = await start(engine, settings, {
    downloads: fresh(folder, "downloads"),
    profile: fresh(folder, "profile"),
    proxy: proxy?.port,
  });
  report.note(driver.version);
  const job = new Job(driver);
  const check = async (screen) => {
    if (!http) await report.check(`${place}: axe on ${screen}`, () => axe(driver, screen));
    if (settings.screenshots) await driver.screenshot(join(settings.screenshots, `${engine}-${place}-${screen}.png`));
  };
  try {
    const address = (http ? proxy.url : pathToFileURL(settings.testPage).href) + fragment(catchers);
    let files;
    const done = await report.check(`${place}: load, review, release, seal`, async () => {
      await driver.open(address);
      const secure = await driver.shell(() => window.isSecureContext);
      assert.equal(secure, !http, "WebCrypto is there from disk, not from http");
      await job.english();
      await check("start");
      await job.loadSample();
      await check("load");
      await job.toReview();
      await check("review");
      await job.acceptSuggestions();
      await job.toFinish();
      await check("finish");
      assert.deepEqual(await job.blocks(), []);
      await job.prove();
      files = await job.finish();
      await check("results");
    });
    if (done) {
      await report.check(`${place}: stores, title and address hold no plain text`, () => storage(driver));
      await report.check(`${place}: nothing that was planted is in the released copy`, () => {
        const released = fresh(folder, "released");
        unzip(settings, files.released, released);
        survivors(released);
      });
      await outside(settings, report, place, folder, files, job.secret);
      await report.check(`${place}: the page opens its own bundle`, async () => {
        await driver.open(address.replace(/&seed=\d+/, "&seed=8"));
        await job.english();
        const opened = await job.open(files.bundle, job.secret);
        assert.ok(opened.intact);
        assert.ok(opened.files.length > 5, opened.files.join(", "));
        await check("opened");
      });
      await report.check(`${place}: the page opens the command's bundle`, async () => {
        const own = fresh(folder, "by-command");
        const bundle = join(own, "bundle.zip");
        execute(settings.command, [
          ...["--quiet", "pack", SAMPLE, "--passphrase-file", secretFile(own, NORDIC), "--out", bundle],
        ]);
        await driver.open(address);
        await job.english();
        const opened = await job.open(bundle, NORDIC);
        assert.ok(opened.intact);
        assert.ok(opened.files.some((name) => name.includes("sms-demo.xml")), opened.files.join(", "));
      });
    }
    await report.check(`${place}: nothing was sent`, () => {
      const heard = catchers.heard();
      assert.deepEqual([heard.connections, heard.requests, heard.datagrams], [0, [], 0]);
      assert.deepEqual(proxy?.others ?? [], [], `requests at ${HOST}`);
      assert.deepEqual(driver.errors, [], "errors in the page");
    });
  } finally {
    await driver.close();
    catchers.close();
    proxy?.close();
  }
}

/** What the page saved, in the hands of other programs. */
async function outside(settings, report, place, folder, files, secret) {
  let opened;
  await report.check(`${place}: the command opens the page's bundle`, () => {
    opened = byCommand(settings, files.bundle, secret, fresh(folder, "command"));
    const originals = Object.entries(checksums(opened)).filter(([path]) => path.endsWith("sms-demo.xml"));
    assert.deepEqual(originals.map(([, sum]) => sum), [sha256(readFileSync(SAMPLE))], "the original, untouched");
  });
  const unpacked = fresh(folder, "outer");
  await report.check(`${place}: the bundle holds exactly its four kinds of members`, () => {
    const kinds = unzip(settings, files.bundle, unpacked).filter((name) => !/^part-\d{6}\.p7m$/.test(name));
    assert.deepEqual(kinds, ["README.txt", "SHA256SUMS", "open.py"]);
    assert.ok(statSync(files.receipt).size > 0);
  });
  if (!opened) return;
  for (const [who, open] of [
    ["openssl", (into) => byOpenssl(unpacked, secret, into)],
    ["open.py", (into) => byScript(settings, unpacked, secret, into)],
  ]) {
    await report.check(`${place}: ${who} opens the page's bundle and gives the same files`, () => {
      const into = fresh(folder, who);
      const content = fresh(into, "content");
      unzip(settings, open(into), content);
      // The package is one folder in the inner ZIP; the command writes what is in it.
      const [bag, ...more] = readdirSync(content);
      assert.deepEqual(more, []);
      assert.deepEqual(checksums(join(content, bag)), checksums(opened));
    });
  }
  const decisions = Object.keys(checksums(opened)).find((path) => path.endsWith("decisions.jsonl"));
  const fixed = ["--quiet", "--lang", "en", "--fixed-clock", String(NOW), "--fixed-seed", String(SEED)];
  const same = fresh(folder, "same");
  await report.check(`${place}: the released copy equals the command's byte for byte`, () => {
    const mine = fresh(same, "page");
    unzip(settings, files.released, mine);
    execute(settings.command, [
      ...fixed,
      ...["redact", SAMPLE, "--decisions", join(opened, decisions), "--out", join(same, "command")],
    ]);
    assert.deepEqual(checksums(join(mine, "released")), checksums(join(same, "command")));
  });
  await report.check(`${place}: the bundle equals the command's byte for byte`, () => {
    const bundle = join(same, "bundle.zip");
    execute(settings.command, [
      ...fixed,
      ...["pack", SAMPLE, "--decisions", join(opened, decisions), "--released", join(same, "command")],
      ...["--passphrase-file", secretFile(same, secret), "--out", bundle],
    ]);
    if (sha256(readFileSync(files.bundle)) === sha256(readFileSync(bundle))) return;
    // Which files inside differ says more than two checksums.
    const other = byCommand(settings, bundle, secret, fresh(same, "opened"));
    assert.deepEqual(checksums(opened), checksums(other));
    assert.fail("the same files inside, sealed into different bytes");
  });
}

/** Values of some length, as written, in the texts of the released copy. */
function survivors(folder) {
  const text = execute("grep", ["-rhoaE", ".*", folder]);
  assert.deepEqual(TELLING.filter((value) => text.includes(value)), []);
}

/** After the job: ciphertext, and nothing that stands in the messages. */
async function storage(driver) {
  const end = Date.now() + JOURNAL_MS;
  let found = await left(driver);
  while (found.records === 0 && found.keeps && Date.now() < end) {
    await pause(250);
    found = await left(driver);
  }
  assert.ok(found.records > 0 || !found.keeps, "the encrypted journal is there");
  const all = found.texts.join("\n");
  const seen = TELLING.filter((value) => forms(value).some((form) => all.includes(form)));
  assert.deepEqual(seen, [], "planted values in what the browser keeps");
  assert.ok(!all.includes("sms-demo"), "not even a file's name");
}

export async function run(engine, settings, report) {
  await wholeJob(engine, settings, report, false);
  await wholeJob(engine, settings, report, true);
}

// The whole job on the made-up export, with sockets that must hear nothing.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fresh } from "../lib/arguments.mjs";
import { axe } from "../lib/axe.mjs";
import { byCommand, outer, run as execute } from "../lib/bundles.mjs";
import { Catchers } from "../lib/catchers.mjs";
import { start } from "../lib/driver.mjs";
import { fragment, Job } from "../lib/job.mjs";
import { HOST, Proxy } from "../lib/proxy.mjs";

const planted = JSON.parse(readFileSync(new URL("../../fixtures/demo/planted.json", import.meta.url)));

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
      await report.check(`${place}: nothing that was planted is in the released copy`, () => {
        const released = fresh(folder, "released");
        execute(settings.python, ["-m", "zipfile", "-e", files.released, released]);
        survivors(released);
      });
      await report.check(`${place}: the page opens its own bundle`, async () => {
        await driver.open(address.replace(/&seed=\d+/, "&seed=8"));
        await job.english();
        const opened = await job.open(files.bundle, job.secret);
        assert.ok(opened.intact);
        assert.ok(opened.files.length > 5, opened.files.join(", "));
        await check("opened");
      });
      await report.check(`${place}: the command opens the page's bundle`, () => {
        const sums = byCommand(settings, files.bundle, job.secret, fresh(folder, "command"));
        const original = Object.keys(sums).filter((path) => path.endsWith("sms-demo.xml"));
        assert.equal(original.length, 1, Object.keys(sums).join(", "));
      });
      await report.check(`${place}: the bundle holds exactly its four kinds of members`, () => {
        const names = outer(settings, files.bundle, fresh(folder, "outer"));
        const kinds = names.filter((name) => !/^part-\d{6}\.p7m$/.test(name));
        assert.deepEqual(kinds, ["README.txt", "SHA256SUMS", "open.py"]);
        assert.ok(statSync(files.receipt).size > 0);
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

/** Values of some length, as written, in the texts of the released copy. */
function survivors(folder) {
  const text = execute("grep", ["-rhoaE", ".*", folder]);
  const left = planted.planted.filter(({ value }) => value.length >= 8 && text.includes(value));
  assert.deepEqual(left, []);
}

export async function run(engine, settings, report) {
  await wholeJob(engine, settings, report, false);
  await wholeJob(engine, settings, report, true);
}

// The self-test against listening sockets, and the same under mutations of the page: each of them
// must make the test see something, or the test would prove nothing.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { fresh } from "../lib/arguments.mjs";
import { Catchers } from "../lib/catchers.mjs";
import { start } from "../lib/driver.mjs";
import { fragment } from "../lib/job.mjs";
import { mutants } from "../lib/mutants.mjs";

/** Ways that the self-test must try at least. */
const WAYS = 14;

async function selfTest(engine, settings, page, name) {
  const mutated = name !== "page";
  const folder = fresh(settings.work, engine, `leaks-${name}`);
  const catchers = await Catchers.open();
  const driver = await start(engine, settings, {
    downloads: fresh(folder, "downloads"),
    profile: fresh(folder, "profile"),
  });
  try {
    await driver.open(pathToFileURL(page).href + fragment(catchers, false));
    await driver.click(".promise");
    await driver.click("#selftest-run");
    driver.patience = 30_000;
    const lines = await driver.until("the self-test's lines", () => {
      const rows = [...document.querySelectorAll("[data-way]")];
      const running = document.querySelector("#selftest-run")?.getAttribute("aria-disabled") === "true";
      return !running && rows.length > 0
        ? rows.map((row) => [row.getAttribute("data-way"), row.getAttribute("data-outcome")])
        : null;
    }).catch((error) => {
      // Without its walls the page may be gone: its own navigation went through.
      if (!mutated) throw error;
      return [];
    });
    if (lines.length > 0) await childFrame(driver, catchers.port);
    return { lines, heard: catchers.heard() };
  } finally {
    await driver.close();
    catchers.close();
  }
}

/**
 * A fresh child frame has its own WebRTC, whatever its parent deleted: only the policy's hashes
 * keep a script from running there.
 */
async function childFrame(driver, port) {
  await driver.frame((to) => {
    const frame = document.createElement("iframe");
    frame.srcdoc = `<script>
      const Peer = globalThis.RTCPeerConnection ?? globalThis.webkitRTCPeerConnection;
      const peer = new Peer({ iceServers: [{ urls: "stun:127.0.0.1:${to}" }] });
      peer.createDataChannel("x");
      peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    </` + "script>";
    document.body.append(frame);
  }, port);
  await pause(1500);
}

export async function run(engine, settings, report) {
  await report.check("self-test: nothing gets out", async () => {
    const { lines, heard } = await selfTest(engine, settings, settings.testPage, "page");
    assert.ok(lines.length >= WAYS, `${lines.length} ways`);
    assert.deepEqual(lines.filter(([, outcome]) => outcome === "open"), []);
    assert.deepEqual(heard.requests, []);
    assert.equal(heard.datagrams, 0);
  });
  const source = readFileSync(settings.testPage, "utf8");
  for (const mutant of mutants(source).filter((one) => one.engines.includes(engine))) {
    await report.check(`self-test goes red: ${mutant.name}`, async () => {
      const page = join(fresh(settings.work, engine, "mutant"), "maskera.html");
      writeFileSync(page, mutant.page);
      const outcome = await selfTest(engine, settings, page, "mutant");
      const open = outcome.lines.filter(([, how]) => how === "open").length;
      const seen = open + outcome.heard.requests.length + outcome.heard.datagrams;
      assert.ok(seen > 0, "something gets out and is seen");
    });
  }
}

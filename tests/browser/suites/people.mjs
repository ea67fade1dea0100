// Two exports of one account: copies, other words and what is missing are told, people are joined
// and taken apart again, capacities are said and filtered by, the case is narrowed to people, gaps
// lead to their place, and the account register is written and saved.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fresh } from "../lib/arguments.mjs";
import { axe } from "../lib/axe.mjs";
import { Catchers } from "../lib/catchers.mjs";
import { start } from "../lib/driver.mjs";
import { fragment, Job } from "../lib/job.mjs";

const DAY = 86_400_000;
/** 2024-01-01, 10:00 in Copenhagen. */
const START = 1_704_099_600_000;

function sms(lines) {
  const messages = lines.map(
    ([address, name, type, day, body]) =>
      `<sms protocol="0" address="${address}" date="${START + day * DAY}" type="${type}" body="${body}" contact_name="${name}" read="1" status="-1"/>`,
  );
  return `<?xml version='1.0' encoding='UTF-8'?><smses count="${lines.length}">${messages.join("")}</smses>`;
}

const EARLIER = [
  ...Array.from({ length: 10 }, (_, day) => ["+46701740605", "Åsa Öberg", 1, day, `rad ${day}`]),
  ["+46701740606", "Bo Ek", 1, 10, "mötet är klockan nio"],
  ["+46701740606", "Bo Ek", 2, 11, "tack för det"],
  ["0701740606", "Växeln", 1, 12, "ring 070-174 06 07"],
];
const LATER = [
  ...EARLIER.filter((_, at) => at !== 5).map((line) =>
    line[4] === "mötet är klockan nio" ? [...line.slice(0, 4), "mötet är klockan tio"] : line,
  ),
  ["+46701740605", "Åsa Öberg", 1, 33, "tillbaka"],
  ["+46701740606", "Bo Ek", 2, 34, "bra"],
];

export async function run(engine, settings, report) {
  const folder = fresh(settings.work, engine, "people");
  const catchers = await Catchers.open();
  const driver = await start(engine, settings, {
    downloads: fresh(folder, "downloads"),
    profile: fresh(folder, "profile"),
  });
  const address = pathToFileURL(settings.testPage).href + fragment(catchers);
  const files = [["sms-1.xml", EARLIER], ["sms-2.xml", LATER]].map(([name, lines]) => {
    const path = join(folder, name);
    writeFileSync(path, sms(lines));
    return path;
  });
  const job = new Job(driver);
  const choose = (selector, value) =>
    driver.frame(
      (wanted, to) => {
        const list = document.querySelector(wanted);
        list.value = to;
        list.dispatchEvent(new Event("change", { bubbles: true }));
      },
      selector,
      value,
    );
  const fits = async (screen) => {
    const over = await driver.frame(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${screen} is ${over} px too wide`);
  };
  const missing = (screen) =>
    driver
      .frame(() => /\[[a-z][a-z-]+\]/.exec(document.body.innerText)?.[0] ?? null)
      .then((text) => assert.equal(text, null, screen));
  const persons = () =>
    driver.frame(() => [...document.querySelectorAll(".person h3 bdi")].map((name) => name.textContent));
  try {
    await report.check("gaps, changes and deletions are told in sentences that lead to their place", async () => {
      await driver.open(address);
      await job.english();
      await job.loadFiles(files);
      await driver.click("#coverage summary");
      const lines = await driver.until("the sentences", () => {
        const found = [...document.querySelectorAll("#coverage li")].map((line) => line.textContent.replace(/\s+/g, " ").trim());
        return found.length > 0 ? found : null;
      });
      assert.ok(lines.some((line) => line.startsWith("No messages from 2024-01-14 to 2024-02-02 (20 days)")), lines.join("\n"));
      assert.ok(lines.some((line) => line.startsWith("The exports differ about 2 messages")), lines.join("\n"));
      await axe(driver, "how complete the material is");
      await missing("load");
      await choose("#coverage-days", "30");
      await driver.until("no gap of 30 days", () => document.querySelector("#coverage")?.textContent.includes("No gaps of 30 days or more"));
      await choose("#coverage-days", "14");
      await driver.click("#coverage [data-kind=coverage-gap] button");
      await driver.see(".review");
      await driver.until("the message after the gap", () => document.querySelector(".message.is-active .text")?.textContent.trim() === "tillbaka");
    });
    await report.check("copies, other words and a message that is missing later have a badge with its reason", async () => {
      const found = await driver.until("the badges", () => {
        const all = [...document.querySelectorAll("[data-badge]")].map((tag) => `${tag.dataset.badge}: ${tag.title}`);
        return all.some((one) => one.startsWith("gone")) && all.some((one) => one.startsWith("copies")) ? all : null;
      });
      assert.ok(found.some((one) => one.includes("sms-2.xml")), found.join("\n"));
      await driver.frame(() => {
        const rows = [...document.querySelectorAll(".conversation")];
        rows.find((row) => row.textContent.includes("Bo Ek")).click();
      });
      await driver.until("both wordings", () => {
        const row = [...document.querySelectorAll(".message")].find((one) => one.querySelector("[data-badge=reworded]"));
        const text = row?.textContent ?? "";
        return text.includes("klockan tio") && text.includes("klockan nio");
      });
      await axe(driver, "badges in the thread");
    });
    await report.check("people: a suggestion is accepted, taken back, and an owner is marked; 320 px; axe", async () => {
      await driver.click(".steps li:nth-child(1) button");
      await driver.click("#open-people");
      await driver.see(".pair");
      await axe(driver, "people");
      await missing("people");
      const before = await persons();
      await driver.click(".pair button[id^=same-]");
      await driver.until("one person less", (count) => document.querySelectorAll(".person").length === count, before.length - 1);
      await driver.click("#people-undo");
      await driver.until("taken back", (count) => document.querySelectorAll(".person").length === count, before.length);
      await driver.click("#people-redo");
      await driver.until("done again", (count) => document.querySelectorAll(".person").length === count, before.length - 1);
      await driver.click("button[id^=own-]");
      await driver.until("the owner", () => document.querySelector(".person .tag") !== null);
      await driver.click("#people-undo");
      await driver.resize(320, 700);
      await fits("people");
      await driver.resize(1280, 900);
    });
    await report.check("a capacity is said of a person and of a message, shown, and filters", async () => {
      const bo = await driver.frame(() => {
        const row = [...document.querySelectorAll(".person")].find((one) => one.querySelector("h3").textContent.includes("Bo Ek"));
        return row.dataset.person;
      });
      await choose(`#capacity-${bo}`, "elected");
      await driver.until("kept", (id) => document.querySelector(`#capacity-${id}`).value === "elected" && !document.querySelector("#people-undo[aria-disabled]"), bo);
      await choose("#people-capacity", "elected");
      await driver.until("one person", () => document.querySelectorAll(".person").length === 1);
      await choose("#people-capacity", "");
      await driver.click(".steps li:nth-child(2) button");
      await driver.see(".review");
      await choose("#review-capacity", "elected");
      // both of the numbers that were joined are Bo Ek's
      await driver.until("his two conversations", () => {
        const rows = [...document.querySelectorAll(".conversation")].map((row) => row.textContent);
        return rows.length === 2 && rows[0].includes("Bo Ek") && rows[1].includes("Växeln");
      });
      await driver.click(".conversation");
      await driver.until("the badge", () => document.querySelector("[data-badge=capacity]")?.textContent.includes("elected"));
      await driver.click("#written summary");
      await choose("#capacity-message", "private");
      await driver.until("the message's own", () => [...document.querySelectorAll("[data-badge=capacity]")].some((tag) => tag.textContent.includes("private")));
      await axe(driver, "capacities in the review");
      await choose("#review-capacity", "");
    });
    await report.check("the case is narrowed to people; the rest is counted", async () => {
      await driver.click(".steps li:nth-child(1) button");
      await driver.click("#go-on");
      await driver.click("#scope-people summary");
      const person = await driver.frame(() => {
        const choices = [...document.querySelectorAll("#scope-people .choice")];
        return choices.find((one) => one.textContent.includes("Bo Ek")).querySelector("input").id;
      });
      await driver.click(`#${person}`);
      const said = await driver.until("counted", () => /(\d+) messages left out because no chosen person/.exec(document.body.textContent)?.[1]);
      assert.equal(said, "11", "those of Åsa Öberg");
      await axe(driver, "the scope by people");
      await missing("scope");
      await driver.click("#scope-people-none");
      await driver.until("everybody", () => document.querySelector("#scope-people-none") === null);
    });
    await report.check("the account register: proposed, written, saved as CSV, taken back", async () => {
      await driver.click(".steps li:nth-child(1) button");
      await driver.click("#open-register");
      await driver.see("[data-account]");
      await driver.click("[data-account] button[id^=edit-]");
      await driver.type("#account-unit", "Borgmesterkontoret");
      await axe(driver, "the account register");
      await missing("register");
      await driver.resize(320, 700);
      await fits("register");
      await driver.resize(1280, 900);
      await driver.click("#account-keep");
      await driver.until("kept", () => document.querySelector("[data-account]").textContent.includes("Borgmesterkontoret"));
      await driver.click("#register-save");
      const saved = await driver.saved(/^accounts/);
      assert.match(readFileSync(saved, "utf8"), /SMS.*Borgmesterkontoret/);
      await driver.click("#register-undo");
      await driver.until("taken back", () => !document.querySelector("[data-account]").textContent.includes("Borgmesterkontoret"));
    });
  } finally {
    await driver.close();
    catchers.close();
  }
}

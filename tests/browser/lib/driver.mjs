// One interface over three engines. A driver opens the page, runs functions in the application's
// frame or in the shell, acts with real clicks and keys, and collects what the page saves.
import { setTimeout as pause } from "node:timers/promises";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** How long a screen may take to appear, in ms; the machine may be busy. */
export const PATIENCE = 60_000;

export class Driver {
  constructor(engine, downloads) {
    this.engine = engine;
    this.downloads = downloads;
    this.patience = PATIENCE;
  }

  /** Asks until a function in the frame gives something true. */
  async until(what, check, ...args) {
    const end = Date.now() + this.patience;
    let last = "";
    while (Date.now() < end) {
      try {
        const value = await this.frame(check, ...args);
        if (value) return value;
      } catch (error) {
        last = ` (${error.message.split("\n")[0]})`;
      }
      await pause(50);
    }
    throw new Error(`${what}: waited ${this.patience / 1000} s in vain${last}`);
  }

  /** Waits for an element that is shown. */
  async see(selector) {
    return this.until(`see ${selector}`, (wanted) => {
      const found = document.querySelector(wanted);
      return found !== null && found.getClientRects().length > 0;
    }, selector);
  }

  async text(selector) {
    return this.frame((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);
  }

  /** Waits for a file in the download folder that has stopped growing. */
  async saved(pattern, before = new Set()) {
    const end = Date.now() + PATIENCE;
    let size = -1;
    while (Date.now() < end) {
      const name = readdirSync(this.downloads).find(
        (one) => pattern.test(one) && !before.has(one) && !/\.(part|crdownload|wkdownload)$/.test(one),
      );
      const busy = readdirSync(this.downloads).some((one) => /\.(part|crdownload|wkdownload)$/.test(one));
      if (name && !busy && existsSync(join(this.downloads, name))) {
        const now = statSync(join(this.downloads, name)).size;
        if (now === size && now > 0) return join(this.downloads, name);
        size = now;
      }
      await pause(150);
    }
    throw new Error(`no file ${pattern} was saved; there: ${readdirSync(this.downloads).join(", ") || "nothing"}`);
  }
}

/** Starts the engine; `proxy` is a port on the loopback device. */
export async function start(engine, settings, options) {
  const { PuppeteerDriver } = await import("./puppeteer.mjs");
  const { WebDriver } = await import("./webdriver.mjs");
  const program = settings.programs[engine];
  if (!program) throw new Error(`no program for ${engine}`);
  return engine === "webkit"
    ? WebDriver.start(program, options)
    : PuppeteerDriver.start(engine, program, options);
}

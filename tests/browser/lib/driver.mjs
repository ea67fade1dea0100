// One interface over three engines. A driver opens the page, runs functions in the application's
// frame or in the shell, acts with real clicks and keys, and collects what the page saves.
import { setTimeout as pause } from "node:timers/promises";
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";

/** How long a screen may take to appear, in ms; the machine may be busy. */
export const PATIENCE = 60_000;
/** How long a click may take to arrive in the page before it is given once more, in ms. */
const ARRIVAL = 3_000;
/** How often an engine may fail to start: browsers on a busy machine sometimes do. */
const STARTS = 3;

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

  /**
   * Waits until a control can be clicked: shown, on, at rest for two frames, and in front at its
   * middle. A redraw between two of these looks starts the wait again.
   */
  async ready(selector) {
    await this.see(selector);
    await this.until(`click ${selector}`, async (wanted) => {
      const frame = () =>
        new Promise((done) => {
          const late = setTimeout(done, 250);
          requestAnimationFrame(() => {
            clearTimeout(late);
            done();
          });
        });
      const first = document.querySelector(wanted);
      first?.scrollIntoView({ block: "center" });
      const places = [];
      for (let look = 0; look < 3; look += 1) {
        await frame();
        const element = document.querySelector(wanted);
        if (element === null || element !== first) return false;
        const { x, y, width, height } = element.getBoundingClientRect();
        places.push(`${x} ${y} ${width} ${height}`);
      }
      const { x, y, width, height } = first.getBoundingClientRect();
      const front = document.elementFromPoint(x + width / 2, y + height / 2);
      return (
        places.every((one) => one === places[0]) &&
        !first.disabled &&
        first.getAttribute("aria-disabled") !== "true" &&
        front !== null &&
        (first.contains(front) || front.contains(first))
      );
    }, selector);
  }

  /**
   * Clicks as a person does. A click that the driver lost on the way (the page never heard it) is
   * given once more; one that arrived is never repeated.
   */
  async click(selector) {
    for (let attempt = 1; ; attempt += 1) {
      await this.ready(selector);
      await this.frame((wanted) => {
        globalThis.clickArrived = false;
        const listen = (event) => {
          if (!(event.target instanceof Element) || event.target.closest(wanted) === null) return;
          globalThis.clickArrived = true;
          document.removeEventListener("click", listen, true);
        };
        document.addEventListener("click", listen, true);
      }, selector);
      await this.pointAndClick(selector);
      const end = Date.now() + ARRIVAL;
      while (Date.now() < end) {
        if (await this.frame(() => globalThis.clickArrived !== false)) return;
        await pause(25);
      }
      if (attempt === 2) throw new Error(`${selector}: the driver's clicks do not arrive`);
      console.log(`        ${this.engine}: a click on ${selector} got lost in the driver, given once more`);
    }
  }

  async text(selector) {
    return this.frame((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);
  }

  /**
   * Drops a folder on the page; says how. No driver but Chromium's drags files: the event is made
   * in the page, its entries are made of real files.
   */
  async dropFolder(path) {
    const paths = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    await this.frame(() => {
      const input = document.createElement("input");
      Object.assign(input, { type: "file", multiple: true, id: "to-drop" });
      document.body.append(input);
    });
    await this.setFiles("#to-drop", paths);
    await this.frame((name, inner) => {
      const input = document.querySelector("#to-drop");
      const files = [...input.files];
      const root = { name, isDirectory: true, children: [] };
      inner.forEach((path, at) => {
        const parts = path.split("/");
        let folder = root;
        for (const part of parts.slice(0, -1)) {
          let next = folder.children.find((one) => one.name === part);
          if (!next) folder.children.push((next = { name: part, isDirectory: true, children: [] }));
          folder = next;
        }
        folder.children.push({ name: parts.at(-1), isDirectory: false, file: (done) => done(files[at]) });
      });
      const reading = (folder) => {
        folder.children.filter((one) => one.isDirectory).forEach(reading);
        folder.createReader = () => {
          const parts = [folder.children, []];
          return { readEntries: (done) => done(parts.shift()) };
        };
      };
      reading(root);
      input.remove();
      const drop = new Event("drop", { bubbles: true, cancelable: true });
      const items = [{ kind: "file", webkitGetAsEntry: () => root, getAsFile: () => null }];
      Object.defineProperty(drop, "dataTransfer", { value: { types: ["Files"], items } });
      document.querySelector("#app").dispatchEvent(drop);
    }, basename(path), paths.map((one) => relative(path, one)));
    return "by an event made in the page, with real files";
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
  for (let attempt = 1; ; attempt += 1) {
    try {
      return engine === "webkit"
        ? await WebDriver.start(program, options)
        : await PuppeteerDriver.start(engine, program, options);
    } catch (error) {
      if (attempt === STARTS) throw error;
      console.log(`        ${engine} did not start (${error.message.split("\n")[0]}), once more`);
      await pause(1000);
    }
  }
}

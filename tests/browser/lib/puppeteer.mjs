// Chromium over its own protocol, Firefox over WebDriver BiDi, both through puppeteer-core.
import puppeteer from "puppeteer-core";
import { Driver, PATIENCE } from "./driver.mjs";
import { setTimeout as pause } from "node:timers/promises";

/** Puppeteer's keys for the names that the tests use. */
const KEYS = { Space: " " };

export class PuppeteerDriver extends Driver {
  static async start(engine, program, { downloads, profile, proxy, width = 1280, height = 900 }) {
    const driver = new PuppeteerDriver(engine, downloads);
    const common = {
      executablePath: program,
      headless: true,
      userDataDir: profile,
      protocolTimeout: 150_000,
      defaultViewport: { width, height },
    };
    if (engine === "chromium") {
      driver.browser = await puppeteer.launch({
        ...common,
        args: [
          "--no-sandbox",
          "--disable-background-networking",
          "--enable-precise-memory-info",
          ...(proxy ? [`--proxy-server=http://127.0.0.1:${proxy}`] : []),
        ],
      });
    } else {
      driver.browser = await puppeteer.launch({
        ...common,
        browser: "firefox",
        extraPrefsFirefox: {
          // Puppeteer's profile lets file: pages read their neighbours; people's browsers do not.
          "security.fileuri.strict_origin_policy": true,
          "browser.download.folderList": 2,
          "browser.download.dir": downloads,
          "browser.download.useDownloadDir": true,
          "browser.download.always_ask_before_handling_new_types": false,
          "browser.download.alwaysOpenPanel": false,
          "network.captive-portal-service.enabled": false,
          "network.connectivity-service.enabled": false,
          ...(proxy
            ? {
                "network.proxy.type": 1,
                "network.proxy.http": "127.0.0.1",
                "network.proxy.http_port": proxy,
                "network.proxy.allow_hijacking_localhost": false,
              }
            : {}),
        },
      });
    }
    driver.version = await driver.browser.version();
    driver.pid = driver.browser.process()?.pid;
    driver.page = (await driver.browser.pages())[0] ?? (await driver.browser.newPage());
    driver.dialogs = [];
    driver.page.on("dialog", (dialog) => {
      driver.dialogs.push(dialog.type());
      void dialog.accept().catch(() => {});
    });
    driver.errors = [];
    driver.page.on("pageerror", (error) => driver.errors.push(String(error?.message ?? error)));
    if (engine === "chromium") {
      const session = await driver.browser.target().createCDPSession();
      await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
    }
    return driver;
  }

  async open(url) {
    // Another fragment alone would not load the page again.
    await this.page.goto("about:blank");
    await this.page.goto(url, { waitUntil: "load" });
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      if (this.#app() && (await this.#ready())) return;
      await pause(50);
    }
    throw new Error("the application's frame did not appear");
  }

  async #ready() {
    try {
      return await this.frame(() => document.querySelector("#app")?.childElementCount > 0);
    } catch {
      return false;
    }
  }

  #app() {
    const main = this.page.mainFrame();
    return this.page.frames().find((frame) => frame.parentFrame() === main);
  }

  /** Runs a function in the application's frame. */
  async frame(run, ...args) {
    const frame = this.#app();
    if (!frame) throw new Error("no frame");
    return typeof run === "string" ? frame.evaluate(run) : frame.evaluate(run, ...args);
  }

  /** Runs a function in the outer page. */
  async shell(run, ...args) {
    return this.page.mainFrame().evaluate(run, ...args);
  }

  async #handle(selector) {
    await this.see(selector);
    const handle = await this.#app().$(selector);
    if (!handle) throw new Error(`${selector} went away`);
    return handle;
  }

  async pointAndClick(selector) {
    const handle = await this.#handle(selector);
    await handle.click();
  }

  async type(selector, text) {
    const handle = await this.#handle(selector);
    await handle.focus();
    await handle.evaluate((element) => element.select?.());
    await this.page.keyboard.type(text);
  }

  /** Presses a key; names as in KeyboardEvent.key, `Shift+` in front where it is held. */
  async press(key) {
    const held = key.startsWith("Shift+");
    const name = held ? key.slice(6) : key;
    if (held) await this.page.keyboard.down("Shift");
    await this.page.keyboard.press(KEYS[name] ?? name);
    if (held) await this.page.keyboard.up("Shift");
  }

  async setFiles(selector, paths) {
    await this.until(`find ${selector}`, (wanted) => document.querySelector(wanted) !== null, selector);
    const handle = await this.#app().$(selector);
    await handle.uploadFile(...paths);
  }

  /** Drops a folder on the page; says how. */
  async dropFolder(path) {
    if (this.engine !== "chromium") return super.dropFolder(path);
    const session = await this.page.createCDPSession();
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    const drag = (type) => session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
    await drag("dragEnter");
    await drag("dragOver");
    // The page says that it takes the drop; a person's hand is slower than this, too.
    await this.until("the page waits for the drop", () => document.querySelector(".drop-veil") !== null);
    await pause(250);
    await drag("dragOver");
    await drag("drop");
    await session.detach();
    return "by the browser itself";
  }

  /**
   * Presses Enter on the control that has the focus. Firefox driven from outside sends the keys but
   * no click follows, not even on a page that is one bare button (see docs/testing.md): there the
   * click that a person's key makes is made here, after the page let the key pass.
   */
  async activate() {
    if (this.engine !== "firefox") return this.press("Enter");
    await this.frame(() => {
      const control = document.activeElement;
      globalThis.keyPassed = null;
      control.addEventListener("click", () => (globalThis.keyPassed = "clicked"), { once: true, capture: true });
      window.addEventListener("keydown", (event) => {
        globalThis.keyPassed ??= event.key === "Enter" && event.target === control && !event.defaultPrevented;
      }, { once: true });
    });
    await this.press("Enter");
    const passed = await this.until("the key arrives", () => globalThis.keyPassed);
    if (passed === true) await this.frame(() => globalThis.keyPassed === true && document.activeElement.click());
  }

  async resize(width, height) {
    await this.page.setViewport({ width, height });
  }

  async screenshot(path) {
    await this.page.screenshot({ path });
  }

  async close() {
    const child = this.browser.process();
    const closed = this.browser.close().then(() => true, () => false);
    if (!(await Promise.race([closed, pause(10_000, false)]))) child?.kill("SIGKILL");
  }
}

// WebKitGTK: MiniBrowser under its WebDriver service (W3C WebDriver, https://www.w3.org/TR/webdriver2/),
// on a virtual display.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { writeFile } from "node:fs/promises";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Driver, PATIENCE } from "./driver.mjs";

/** The key of an element reference (§12.1). */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
/** Key values (§17.4.2). */
const KEYS = {
  Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", Space: " ", Shift: "\uE008",
  ArrowUp: "\uE013", ArrowDown: "\uE015", ArrowLeft: "\uE012", ArrowRight: "\uE014",
  Home: "\uE011", End: "\uE010",
};

/** Where distributions keep the small browser that the service drives. */
const MINIBROWSER = ["x86_64-linux-gnu", "aarch64-linux-gnu", ""].flatMap((machine) =>
  ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"].map((version) => join("/usr/lib", machine, version, "MiniBrowser")),
);

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

export class WebDriver extends Driver {
  static async start(program, { downloads, profile, proxy, width = 1280, height = 900 }) {
    const driver = new WebDriver("webkit", downloads);
    driver.errors = [];
    mkdirSync(join(profile, ".config"), { recursive: true });
    await writeFile(join(profile, ".config", "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
    const environment = {
      ...process.env,
      HOME: profile,
      XDG_CONFIG_HOME: join(profile, ".config"),
      XDG_DATA_HOME: join(profile, ".local"),
      XDG_CACHE_HOME: join(profile, ".cache"),
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      // Its own sandbox needs user name spaces, which containers often lack.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      LIBGL_ALWAYS_SOFTWARE: "1",
    };
    driver.processes = [];
    const display = await driver.#display(environment);
    environment.DISPLAY = display;
    delete environment.WAYLAND_DISPLAY;
    const port = await freePort();
    const service = spawn(program, [`--port=${port}`, "--host=127.0.0.1"], { env: environment, stdio: "ignore" });
    driver.processes.push(service);
    driver.pid = service.pid;
    driver.base = `http://127.0.0.1:${port}`;
    const capabilities = {
      alwaysMatch: {
        ...(proxy ? { proxy: { proxyType: "manual", httpProxy: `127.0.0.1:${proxy}` } } : {}),
        "webkitgtk:browserOptions": {
          binary: MINIBROWSER.find(existsSync),
          args: ["--automation"],
        },
      },
    };
    const end = Date.now() + PATIENCE;
    let session;
    for (;;) {
      try {
        session = await driver.#send("POST", "/session", { capabilities });
        break;
      } catch (error) {
        if (Date.now() > end || !/fetch failed|ECONNREFUSED/.test(String(error))) {
          driver.#stop();
          throw error;
        }
        await pause(100);
      }
    }
    driver.session = `/session/${session.sessionId}`;
    driver.version = `WebKitGTK ${session.capabilities.browserVersion ?? ""}`;
    await driver.#send("POST", `${driver.session}/timeouts`, { script: 120_000, pageLoad: 120_000, implicit: 0 });
    await driver.resize(width, height);
    return driver;
  }

  async #display(environment) {
    const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
      env: environment,
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    this.processes.push(server);
    const number = await new Promise((done, failed) => {
      server.once("error", failed);
      server.once("exit", () => failed(new Error("Xvfb stopped")));
      server.stdio[3].once("data", (data) => done(data.toString().trim()));
    });
    return `:${number}`;
  }

  async #send(method, path, body) {
    const response = await fetch(this.base + path, {
      method,
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(150_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
  }

  async #script(run, args) {
    const source = typeof run === "string" ? `${run}\n;return true;` : `return (${run}).apply(null, arguments);`;
    return this.#send("POST", `${this.session}/execute/sync`, { script: source, args });
  }

  async #inFrame() {
    await this.#send("POST", `${this.session}/frame`, { id: null });
    const found = await this.#send("POST", `${this.session}/element`, { using: "css selector", value: "iframe" });
    await this.#send("POST", `${this.session}/frame`, { id: found });
  }

  async open(url) {
    await this.#send("POST", `${this.session}/frame`, { id: null }).catch(() => {});
    // Another fragment alone would not load the page again.
    await this.#send("POST", `${this.session}/url`, { url: "about:blank" });
    await this.#send("POST", `${this.session}/url`, { url });
    await this.until("the application's frame", () => document.querySelector("#app")?.childElementCount > 0);
  }

  async frame(run, ...args) {
    await this.#inFrame();
    return this.#script(run, args);
  }

  async shell(run, ...args) {
    await this.#send("POST", `${this.session}/frame`, { id: null });
    return this.#script(run, args);
  }

  async #element(selector) {
    await this.#inFrame();
    return this.#send("POST", `${this.session}/element`, { using: "css selector", value: selector });
  }

  async pointAndClick(selector) {
    const element = await this.#element(selector);
    await this.#send("POST", `${this.session}/element/${element[ELEMENT]}/click`, {});
  }

  async type(selector, text) {
    await this.see(selector);
    const element = await this.#element(selector);
    await this.#send("POST", `${this.session}/element/${element[ELEMENT]}/clear`, {});
    await this.#send("POST", `${this.session}/element/${element[ELEMENT]}/value`, { text });
  }

  async press(key) {
    await this.#inFrame();
    const held = key.startsWith("Shift+");
    const name = held ? key.slice(6) : key;
    const value = KEYS[name] ?? name;
    const stroke = [{ type: "keyDown", value }, { type: "keyUp", value }];
    const actions = held
      ? [{ type: "keyDown", value: KEYS.Shift }, ...stroke, { type: "keyUp", value: KEYS.Shift }]
      : stroke;
    await this.#send("POST", `${this.session}/actions`, { actions: [{ type: "key", id: "keys", actions }] });
  }

  /** Presses Enter on the control that has the focus. */
  async activate() {
    await this.press("Enter");
  }

  async setFiles(selector, paths) {
    await this.until(`find ${selector}`, (wanted) => document.querySelector(wanted) !== null, selector);
    const element = await this.#element(selector);
    await this.#send("POST", `${this.session}/element/${element[ELEMENT]}/value`, { text: paths.join("\n") });
  }

  async resize(width, height) {
    await this.#send("POST", `${this.session}/window/rect`, { width, height }).catch(() => {});
  }

  async screenshot(path) {
    await this.#send("POST", `${this.session}/frame`, { id: null });
    const picture = await this.#send("GET", `${this.session}/screenshot`);
    await writeFile(path, Buffer.from(picture, "base64"));
  }

  async close() {
    await this.#send("DELETE", this.session).catch(() => {});
    this.#stop();
  }

  #stop() {
    for (const process of this.processes.reverse()) process.kill();
  }
}

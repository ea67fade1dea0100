/**
 * The outer page: the only part with an origin. It hands the frame its data blocks and one port,
 * saves what the frame asks it to save under a checked name, keeps ciphertext records, and warns
 * before the tab is closed. It sees no plain text but the files that the person saves, builds no
 * markup from data and has no way to the network.
 */
import { LEFT } from "./lockdown.ts";
import { base64, gunzip } from "./blocks.ts";
import { dropped, type Dropped } from "./dropped.ts";
import { letGo } from "./buffers.ts";
import { JournalKeeper, nameAllowed as recordNameAllowed, RECORD_BYTES } from "./journal.ts";
import { clearPrivateFolder, download, nameAllowed, openFile, savingKind, type OpenFile } from "./saving.ts";
import type { FromShell, SavingKind, Start, TestHooks, ToShell } from "./wire.ts";

/** Bytes of one piece of a streamed file. */
const PIECE_BYTES = 64 * 1024 * 1024;
/** Streamed files open at the same time. */
const OPEN_FILES = 4;
/** Silence after which the self-test's frame counts as destroyed, in ms. */
const SELFTEST_SILENCE = 5_000;
const BLOCKS = ["frame", "engine", "worker", "selftest", "sample"] as const;
const LANGUAGES = ["da", "sv", "nb", "fi", "en"];

class Refused extends Error {}

function blockText(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

/** A packed document. */
async function unpacked(block: string): Promise<string> {
  return new TextDecoder().decode(await gunzip(base64(block).buffer));
}

/**
 * The page's own file, put together again from its parts as `xtask/src/pack.rs` wrote it: no
 * browser lets a page read its own file from disk. Its hash stands in the receipt.
 */
function ownFile(): ArrayBuffer {
  const meta = document.querySelector<HTMLMetaElement>("meta[http-equiv]");
  const parts: Record<string, string> = {
    policy: meta?.content ?? "",
    "shell-style": document.querySelector("style")?.textContent ?? "",
    shell: document.currentScript?.textContent ?? "",
  };
  for (const id of BLOCKS) parts[id] = blockText(id);
  const text = TEMPLATE.replace(/\{\{([a-z-]+)\}\}/g, (_, name: string) => parts[name] ?? "");
  return new TextEncoder().encode(text).buffer;
}

/** The page's address may carry these in builds for browser tests, never in a release. */
function hooks(): { start: TestHooks; plainSaving: boolean; catcher: string | null } {
  if (!TEST_HOOKS) return { start: {}, plainSaving: false, catcher: null };
  const given = new URLSearchParams(location.hash.slice(1));
  const start: TestHooks = {};
  const now = given.get("now");
  const seed = given.get("seed");
  const port = given.get("catcher");
  if (now !== null) start.now = Number(now);
  if (seed !== null) start.seed = Number(seed);
  const [job, record] = (given.get("stop") ?? "").split(":");
  if (job === "load" || job === "scan") start.stop = { job, record: Number(record) };
  return {
    start,
    plainSaving: given.has("plain-saving"),
    catcher: port !== null && /^\d{1,5}$/.test(port) ? `127.0.0.1:${port}` : null,
  };
}

class Shell {
  #port: MessagePort;
  #saving: SavingKind;
  #journal: JournalKeeper | null;
  #catcher: string | null;
  #files = new Map<number, OpenFile>();
  #nextFile = 1;
  #warn = (event: BeforeUnloadEvent) => event.preventDefault();

  constructor(port: MessagePort, saving: SavingKind, journal: JournalKeeper | null, catcher: string | null) {
    this.#port = port;
    this.#saving = saving;
    this.#journal = journal;
    this.#catcher = catcher;
    port.onmessage = (event: MessageEvent<ToShell>) => void this.#answer(event.data);
  }

  async #answer(request: ToShell): Promise<void> {
    const { id } = request;
    if (typeof id !== "number") return;
    try {
      const [value, transfer] = await this.#do(request);
      this.#port.postMessage({ id, value } satisfies FromShell, transfer ?? []);
    } catch (error) {
      const refused = error instanceof Refused ? error.message : error instanceof DOMException ? error.name : "failed";
      this.#port.postMessage({ id, refused } satisfies FromShell);
    }
  }

  async #do(request: ToShell): Promise<[unknown, Transferable[]?]> {
    switch (request.kind) {
      case "save": {
        if (!nameAllowed(request.name) || !(request.blob instanceof Blob)) throw new Refused("name");
        download(request.blob, request.name);
        return ["saved"];
      }
      case "open": {
        if (!nameAllowed(request.name)) throw new Refused("name");
        if (this.#files.size >= OPEN_FILES) throw new Refused("busy");
        const file = await openFile(this.#saving, request.name);
        if (!file) return [null];
        const sink = this.#nextFile++;
        this.#files.set(sink, file);
        return [sink];
      }
      case "write": {
        const { bytes } = request;
        if (!(bytes instanceof Uint8Array) || bytes.byteLength > PIECE_BYTES) throw new Refused("size");
        await this.#file(request.sink).write(bytes);
        letGo(bytes);
        return [null];
      }
      case "close": {
        const file = this.#file(request.sink);
        this.#files.delete(request.sink);
        await file.close();
        return [null];
      }
      case "abort": {
        const file = this.#file(request.sink);
        this.#files.delete(request.sink);
        await file.abort();
        return [null];
      }
      case "journal-list":
        return [await this.#records().list()];
      case "journal-get": {
        if (!recordNameAllowed(request.name)) throw new Refused("name");
        const bytes = await this.#records().get(request.name);
        return [bytes, bytes ? [bytes.buffer] : []];
      }
      case "journal-put": {
        const { name, bytes } = request;
        if (!recordNameAllowed(name)) throw new Refused("name");
        if (!(bytes instanceof Uint8Array) || bytes.byteLength > RECORD_BYTES) throw new Refused("size");
        if (!(await this.#records().put(name, bytes))) throw new Refused("full");
        return [null];
      }
      case "journal-delete":
        if (!recordNameAllowed(request.name)) throw new Refused("name");
        await this.#records().delete(request.name);
        return [null];
      case "unsaved":
        if (request.on === true) window.addEventListener("beforeunload", this.#warn);
        else window.removeEventListener("beforeunload", this.#warn);
        return [null];
      case "language":
        if (!LANGUAGES.includes(request.lang)) throw new Refused("language");
        document.documentElement.lang = request.lang;
        return [null];
      case "catch-drop":
        return [await caught()];
      case "selftest":
        if (!(request.port instanceof MessagePort)) throw new Refused("port");
        selftest(request.port, this.#catcher);
        return [null];
      default:
        throw new Refused("unknown");
    }
  }

  #file(sink: number): OpenFile {
    const file = this.#files.get(sink);
    if (!file) throw new Refused("closed");
    return file;
  }

  #records(): JournalKeeper {
    if (!this.#journal) throw new Refused("unavailable");
    return this.#journal;
  }
}

/**
 * What is dropped on the page next, with folders; null when the pointer leaves without dropping.
 * The frame asks as soon as files are dragged over it; it draws the page below.
 */
function caught(): Promise<Dropped | null> {
  const catcher = document.createElement("div");
  catcher.className = "catcher";
  return new Promise((resolve, reject) => {
    catcher.addEventListener("dragover", (event) => event.preventDefault());
    // While something is dragged there are no pointer events: one of them says that it is over.
    for (const over of ["dragleave", "pointermove", "pointerdown"]) {
      catcher.addEventListener(over, () => {
        catcher.remove();
        resolve(null);
      });
    }
    catcher.addEventListener("drop", (event) => {
      event.preventDefault();
      catcher.remove();
      if (event.dataTransfer) dropped(event.dataTransfer, true).then(resolve, reject);
      else resolve(null);
    });
    document.querySelector(".catcher")?.remove();
    document.body.append(catcher);
  });
}

let selftestText: string | null = null;

/**
 * Makes a throwaway frame with the application's own sandbox and gives it the port. Trying to
 * navigate may destroy it. Violations that the browser reports to this page (those of
 * `frame-src`) are passed on as well.
 */
function selftest(port: MessagePort, catcher: string | null): void {
  if (selftestText === null) {
    port.postMessage("done");
    return;
  }
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-downloads allow-modals");
  frame.title = "self-test";
  // Out of sight, but laid out: what is not displayed is partly not loaded.
  frame.className = "throwaway";
  frame.inert = true;
  frame.srcdoc = selftestText;
  const inner = new MessageChannel();
  let navigating = "";
  const onViolation = (event: SecurityPolicyViolationEvent) => {
    if (navigating === "") return;
    port.postMessage({ way: navigating, outcome: "refused", sign: "violation", detail: event.effectiveDirective });
    end();
  };
  function end(): void {
    clearTimeout(timer);
    document.removeEventListener("securitypolicyviolation", onViolation);
    window.removeEventListener("message", onHello);
    frame.remove();
    port.postMessage("done");
  }
  let timer = setTimeout(end, SELFTEST_SILENCE);
  const onHello = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.data !== "selftest") return;
    window.removeEventListener("message", onHello);
    frame.contentWindow?.postMessage({ catcher }, "*", [inner.port2]);
  };
  inner.port1.onmessage = (event: MessageEvent<unknown>) => {
    clearTimeout(timer);
    timer = setTimeout(end, SELFTEST_SILENCE);
    const told = event.data as { navigating?: string } | null;
    if (typeof told === "object" && told !== null && typeof told.navigating === "string") {
      navigating = told.navigating;
      // A frame that still answers after this time was not navigated.
      setTimeout(() => {
        if (!frame.isConnected) return;
        port.postMessage({ way: navigating, outcome: "no-evidence" });
        end();
      }, 1_500);
      return;
    }
    port.postMessage(told);
  };
  document.addEventListener("securitypolicyviolation", onViolation);
  window.addEventListener("message", onHello);
  document.body.append(frame);
}

/** Nothing of the application is shown: the note says so in all languages. */
function refuse(): void {
  const note = document.getElementById("note");
  if (note) note.hidden = false;
  document.querySelector("iframe")?.remove();
}

async function boot(): Promise<void> {
  const frame = document.querySelector("iframe");
  if (LEFT.length > 0 || !frame) return refuse();
  const page = ownFile();
  const hello = new Promise<Window>((resolve) => {
    const listen = (event: MessageEvent) => {
      if (event.source === null || event.source !== frame.contentWindow || event.data !== "hello") return;
      window.removeEventListener("message", listen);
      resolve(frame.contentWindow);
    };
    window.addEventListener("message", listen);
  });
  const { start: given, plainSaving, catcher } = hooks();
  const application = blockText("frame");
  const engine = blockText("engine");
  const worker = blockText("worker");
  const sample = blockText("sample");
  const selftestBlock = blockText("selftest");
  for (const id of BLOCKS) document.getElementById(id)?.remove();
  try {
    frame.srcdoc = await unpacked(application);
    selftestText = await unpacked(selftestBlock);
  } catch {
    // The file is damaged, or the browser cannot unpack.
    return refuse();
  }
  const [saving, journal, target] = await Promise.all([savingKind(plainSaving), JournalKeeper.open(), hello]);
  const start: Start = {
    engine: base64(engine).buffer,
    worker: base64(worker).buffer,
    page,
    sample: sample === "" ? null : base64(sample).buffer,
    saving,
    journal: journal !== null,
    hooks: given,
  };
  const channel = new MessageChannel();
  new Shell(channel.port1, saving, journal, catcher);
  const blocks = [start.engine, start.worker, start.page, ...(start.sample ? [start.sample] : [])];
  target.postMessage(start, "*", [channel.port2, ...blocks]);
  await clearPrivateFolder().catch(() => undefined);
}

void boot();

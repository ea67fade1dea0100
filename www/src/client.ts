/**
 * The application's side of the engine and of the shell: one worker, one job at a time, WebCrypto
 * for parts where the page has it, saving and the journal through the shell's port.
 *
 * A crash of the engine never loses work. The worker is thrown away; a new one gets the same
 * files, the last snapshot (answers and decisions by stable ids) and the commands since then.
 * Reading jobs start again by themselves; a second crash at the same record makes that record an
 * error with its place.
 */
import { PartCrypto } from "./crypto.ts";
import { gunzip } from "./blocks.ts";
import { pathOf, type Dropped } from "./dropped.ts";
import { WAYS } from "./wire.ts";
import type {
  Crash,
  EngineError,
  EngineOptions,
  FromShell,
  FromWorker,
  JournalEntry,
  Progress,
  SavingKind,
  Start,
  ToShell,
  ToWorker,
  WayResult,
} from "./wire.ts";

export type { Crash, EngineError, JournalEntry, Phase, Progress, SavingKind, Way, WayResult } from "./wire.ts";
export { WAYS } from "./wire.ts";

/** An error that the engine reported, with its sentences. */
export class EngineFailure extends Error {
  readonly detail: EngineError;
  constructor(detail: EngineError) {
    super(detail.code);
    this.name = "EngineFailure";
    this.detail = detail;
  }
}

/** The engine stopped during this request; it is being started again with the same case. */
export class EngineCrash extends Error {
  readonly crash: Crash;
  constructor(crash: Crash) {
    super(`engine stopped at ${crash.at}`);
    this.name = "EngineCrash";
    this.crash = crash;
  }
}

/** The shell refused or could not do something; `reason` is a short id such as `full`. */
export class ShellRefusal extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = "ShellRefusal";
    this.reason = reason;
  }
}

/** How to run a job. */
export interface RunOptions {
  onProgress?: (progress: Progress) => void;
  /** Aborting it cancels the job; `run` then rejects with code `cancelled`. */
  signal?: AbortSignal;
  /** Takes a bundle as it is written, instead of keeping it in the engine's store. */
  sink?: Sink;
}

/** A file that is being saved in pieces. */
export interface Sink {
  /** Bytes given so far. */
  readonly bytes: number;
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

/** How large files can be saved here. */
export interface Saving {
  kind: SavingKind;
  /** Tested limit in bytes for one file; null where the disk is the limit. */
  limit: number | null;
}

/** What happened to a save. */
export type SaveOutcome = "saved" | "cancelled";

/** Ciphertext kept by the shell between visits. */
export interface Journal {
  /** False where the browser keeps nothing. */
  readonly available: boolean;
  /** The latest first. */
  list(): Promise<JournalEntry[]>;
  get(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** `name` is `case-` and 16 hexadecimal digits. */
  put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  delete(name: string): Promise<void>;
  /** "Remove traces": deletes every record. */
  clear(): Promise<void>;
}

/** What the views are told. */
export interface ClientEvents {
  /** The engine stopped and is being started again. */
  crashed(crash: Crash): void;
  /** It holds the same case again: draw everything anew. `poisoned`: records given up. */
  restored(poisoned: number): void;
  /** The same case cannot be brought back by itself. */
  lost(error: unknown): void;
  /** The journal was written (or not). */
  autosaved(outcome: "saved" | "failed"): void;
}

/**
 * Tested limit for one file that is collected in memory before it is saved: in WebKitGTK a case of
 * 400 MB takes up to one gigabyte above the idle page (`tests/browser/bench-large.mjs`).
 */
export const MEMORY_LIMIT_BYTES = 384 * 1024 * 1024;
/** Crashes at one place, or while nothing was read, after which we stop starting again. */
const SAME_PLACE = 3;
/** Milliseconds of rest after a change before a snapshot is taken. */
const SNAPSHOT_AFTER = 300;
/** Milliseconds of rest after a change before the journal is written. */
const AUTOSAVE_AFTER = 2_000;
/** How often one reading job is started again after crashes. */
const RESTARTS = 20;

/** Requests that change the case, so that they must survive a crash. */
const CHANGES = new Set([
  "answer",
  "remove-source",
  "split-source",
  "join-sources",
  "decide",
  "mark",
  "accept-suggestions",
  "accept-twins",
  "redact-occurrence",
  "keep-occurrence",
  "undo",
  "redo",
  "set-scope",
  "set-keys",
  "same-person",
  "same-account",
  "set-own",
  "set-capacity",
  "set-account",
]);
/** Those of them that take effect when the sources are read again. */
const REREAD = new Set(["answer", "remove-source", "split-source", "join-sources"]);
/** Jobs that can simply be run again. */
const READING = new Set(["load", "reload", "scan", "gate"]);
/** Jobs that note the record at hand. */
const BY_RECORD = new Set(["load", "reload", "scan"]);

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

interface Running extends Pending {
  id: number;
  job: Typed;
  options: RunOptions;
}

/** Requests and jobs of the protocol (`protocol.gen.ts`), of which only the kind matters here. */
interface Typed {
  type: string;
}

function failure(code: string): EngineFailure {
  return new EngineFailure({ code, message: "", advice: "", args: {}, place: null });
}

export class EngineClient {
  /** Set by the application. */
  events: Partial<ClientEvents> = {};
  readonly journal: Journal;
  readonly saving: Saving;
  /** True where WebCrypto does the bulk of sealing and opening. */
  readonly webCrypto: boolean;
  /** Version and commit of this page. */
  readonly version: { version: string; commit: string };

  #shell: MessagePort;
  #start: Start;
  #module: WebAssembly.Module;
  #workerUrl: string;
  #worker: Worker | null = null;
  #ready: Promise<void> = Promise.resolve();
  #restoring: Promise<void> | null = null;
  #files: File[] = [];
  #next = 1;
  #calls = new Map<number, Pending>();
  #asked = new Map<number, Pending>();
  #running: Running | null = null;
  #writing: Promise<void> = Promise.resolve();
  #crypto: PartCrypto | null;

  #configure: Typed | null = null;
  /** Jobs that made the case, to be run again by a new engine. */
  #made: Typed[] = [];
  /** The last job `open`, which `continue` needs. */
  #opened: Typed | null = null;
  /** The job `protect`, without which a new engine writes no journal. */
  #protect: Typed | null = null;
  #scanned = false;
  #answered = false;
  /** What is searched, as it was chosen since the snapshot: a new engine needs it before it searches. */
  #search: Typed[] = [];
  #snapshot = "";
  /** Changes since the snapshot. */
  #changes: Typed[] = [];
  #stops = new Map<string, number>();
  #poisoned: [number, number][] = [];
  #snapshotTimer = 0;
  #autosaveTimer = 0;
  #autosaveName: string | null = null;

  private constructor(shell: MessagePort, start: Start, module: WebAssembly.Module, workerUrl: string) {
    this.#shell = shell;
    this.#start = start;
    this.#module = module;
    this.#workerUrl = workerUrl;
    this.#crypto = PartCrypto.available() ? new PartCrypto() : null;
    this.webCrypto = this.#crypto !== null;
    this.version = { version: VERSION, commit: COMMIT };
    this.saving = { kind: start.saving, limit: start.saving === "memory" ? MEMORY_LIMIT_BYTES : null };
    const list = async () => (await this.#ask({ kind: "journal-list" })) as JournalEntry[];
    const remove = async (name: string) => void (await this.#ask({ kind: "journal-delete", name }));
    this.journal = {
      available: start.journal,
      list,
      get: async (name) => (await this.#ask({ kind: "journal-get", name })) as Uint8Array<ArrayBuffer> | null,
      put: async (name, bytes) => void (await this.#ask({ kind: "journal-put", name, bytes })),
      delete: remove,
      clear: async () => {
        for (const { name } of await list()) await remove(name);
      },
    };
    shell.onmessage = (event: MessageEvent<FromShell>) => {
      const answer = event.data;
      const pending = this.#asked.get(answer.id);
      this.#asked.delete(answer.id);
      if ("refused" in answer) pending?.reject(new ShellRefusal(answer.refused));
      else pending?.resolve(answer.value);
    };
  }

  /** Inflates and compiles the engine and starts its worker. */
  static async start(shell: MessagePort, start: Start): Promise<EngineClient> {
    const [wasm, text] = await Promise.all([gunzip(start.engine), gunzip(start.worker)]);
    const module = await WebAssembly.compile(wasm);
    const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const client = new EngineClient(shell, start, module, url);
    client.#spawn();
    await client.#ready;
    return client;
  }

  /** A query or a short command of the protocol. */
  async call<T>(request: Typed): Promise<T> {
    await this.#restoring;
    const value = await this.#send({ kind: "call", id: this.#next++, request });
    this.#noted(request);
    return value as T;
  }

  /** Makes files known to the engine; returns their numbers for `load` and `open`. */
  async addFiles(files: File[]): Promise<number[]> {
    await this.#restoring;
    const numbers = (await this.#add(files)) as number[];
    this.#files.push(...files);
    return numbers;
  }

  /** The files that the engine knows, by number. */
  get files(): readonly File[] {
    return this.#files;
  }

  /** Forgets everything and starts with an empty engine. */
  async reset(): Promise<void> {
    this.stopAutosave();
    clearTimeout(this.#snapshotTimer);
    this.#files = [];
    this.#made = [];
    this.#opened = null;
    this.#protect = null;
    this.#scanned = false;
    this.#answered = false;
    this.#search = [];
    this.#snapshot = "";
    this.#changes = [];
    this.#stops.clear();
    this.#poisoned = [];
    this.#drop(failure("cancelled"));
    this.#spawn();
    await this.#ready;
    if (this.#configure) await this.#send({ kind: "call", id: this.#next++, request: this.#configure });
  }

  /**
   * Runs a long job to its end, one at a time. Reading jobs go on by themselves after a crash of
   * the engine; others reject with `EngineCrash` and can be started again after `restored`.
   */
  async run<R>(job: Typed, options: RunOptions = {}): Promise<R> {
    for (let starts = 0; ; starts++) {
      await this.#restoring;
      try {
        const result = await this.#run(job, options);
        this.#finished(job);
        return result as R;
      } catch (error) {
        if (!(error instanceof EngineCrash) || !READING.has(job.type) || starts >= RESTARTS) throw error;
      }
    }
  }

  /** Takes a finished file out of the engine's store. */
  async takeFile(path: string): Promise<Blob> {
    await this.#restoring;
    return (await this.#send({ kind: "take", id: this.#next++, path })) as Blob;
  }

  /** The made-up export, as if it had been chosen; null where this build has none. */
  async sample(): Promise<File | null> {
    if (!this.#start.sample) return null;
    const text = await gunzip(this.#start.sample);
    return new File([text], "sms-demo.xml", { type: "text/xml", lastModified: 0 });
  }

  /** What is dropped on the page next; null when nothing is. */
  async catchDrop(): Promise<Dropped | null> {
    return (await this.#ask({ kind: "catch-drop" })) as Dropped | null;
  }

  /** Saves a finished file through the shell. */
  async save(blob: Blob, name: string): Promise<SaveOutcome> {
    return (await this.#ask({ kind: "save", name, blob })) as SaveOutcome;
  }

  /** Opens a file for saving in pieces; null when the person cancelled. Call it right after a click. */
  async openSink(name: string): Promise<Sink | null> {
    const sink = (await this.#ask({ kind: "open", name })) as number | null;
    if (sink === null) return null;
    let written = 0;
    return {
      get bytes() {
        return written;
      },
      write: async (bytes) => {
        written += bytes.byteLength;
        await this.#ask({ kind: "write", sink, bytes }, [bytes.buffer]);
      },
      close: async () => void (await this.#ask({ kind: "close", sink })),
      abort: async () => void (await this.#ask({ kind: "abort", sink })),
    };
  }

  /** Keeps the engine's encrypted journal under this record name (see `newRecordName`). */
  startAutosave(name: string): void {
    this.#autosaveName = name;
    this.#autosaveSoon();
  }

  /** Writes no journal any more; a record that exists stays. */
  stopAutosave(): void {
    this.#autosaveName = null;
    clearTimeout(this.#autosaveTimer);
  }

  /** While on, closing the tab asks first. */
  async setUnsaved(on: boolean): Promise<void> {
    await this.#ask({ kind: "unsaved", on });
  }

  /** Tells the outer page the language, for assistive technology. */
  async setLanguage(lang: string): Promise<void> {
    await this.#ask({ kind: "language", lang });
  }

  /** Tries the ways out in a throwaway frame; tells each result as it comes. */
  async selftest(onResult?: (result: WayResult) => void): Promise<WayResult[]> {
    const channel = new MessageChannel();
    const results: WayResult[] = [];
    const ended = new Promise<void>((resolve) => {
      channel.port1.onmessage = (event: MessageEvent<WayResult | "done">) => {
        if (event.data === "done") return resolve();
        results.push(event.data);
        onResult?.(event.data);
      };
    });
    await this.#ask({ kind: "selftest", port: channel.port2 }, [channel.port2]);
    await ended;
    channel.port1.close();
    for (const way of WAYS) {
      if (results.some((result) => result.way === way)) continue;
      const silent: WayResult = { way, outcome: "no-evidence" };
      results.push(silent);
      onResult?.(silent);
    }
    return results;
  }

  async #run(job: Typed, options: RunOptions): Promise<unknown> {
    if (this.#running) throw failure("bad-request");
    if (options.signal?.aborted) throw failure("cancelled");
    const id = this.#next++;
    const cancel = () => this.#post({ kind: "cancel" });
    const ended = new Promise<unknown>((resolve, reject) => {
      this.#running = { id, job, options, resolve, reject };
    });
    options.signal?.addEventListener("abort", cancel);
    try {
      this.#post({ kind: "run", id, job, stream: options.sink !== undefined });
      const result = await ended;
      await this.#writing;
      return result;
    } finally {
      options.signal?.removeEventListener("abort", cancel);
      const running = this.#running as Running | null;
      if (running?.id === id) this.#running = null;
      this.#crypto?.forget();
    }
  }

  /** What a new engine must be told after a crash. */
  #noted(request: Typed): void {
    if (request.type === "configure") this.#configure = request;
    if (request.type === "set-search" || request.type === "set-profile") {
      this.#search.push(request);
      this.#scanned = false;
      this.#snapshotSoon();
      return;
    }
    if (!CHANGES.has(request.type)) return;
    this.#changes.push(request);
    this.#answered ||= REREAD.has(request.type);
    this.#snapshotSoon();
  }

  #finished(job: Typed): void {
    switch (job.type) {
      case "load":
        this.#made.push(job);
        this.#scanned = false;
        break;
      case "open":
        this.#opened = job;
        return;
      case "protect":
        this.#protect = job;
        return;
      case "continue":
        this.#made = [...(this.#opened ? [this.#opened] : []), job];
        this.#scanned = false;
        break;
      case "reload":
        this.#scanned = false;
        break;
      case "scan":
        this.#scanned = true;
        break;
      default:
        return;
    }
    this.#snapshotSoon();
  }

  #spawn(): void {
    const worker = new Worker(this.#workerUrl);
    this.#worker = worker;
    const options: EngineOptions = { page: new Uint8Array(this.#start.page), ...this.#start.hooks };
    this.#ready = new Promise((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<FromWorker>) => {
        if (this.#worker !== worker) return;
        if (event.data.kind === "ready") resolve();
        else this.#receive(event.data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        if (this.#worker !== worker) return;
        const error = new Error("the engine's worker stopped");
        reject(error);
        this.#drop(error);
        this.events.lost?.(error);
      };
    });
    worker.postMessage({ kind: "start", module: this.#module, options } satisfies ToWorker);
  }

  #post(message: ToWorker, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(message, transfer);
  }

  #send(message: ToWorker & { id: number }): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#calls.set(message.id, { resolve, reject });
      this.#post(message);
    });
  }

  /** A worker's copy of a file has lost its folders; they go along as text. */
  #add(files: File[]): Promise<unknown> {
    return this.#send({ kind: "add", id: this.#next++, files, paths: files.map(pathOf) });
  }

  #receive(message: FromWorker): void {
    const running = this.#running;
    switch (message.kind) {
      case "reply":
      case "error": {
        const pending = running?.id === message.id ? running : this.#calls.get(message.id);
        this.#calls.delete(message.id);
        if (message.kind === "reply") pending?.resolve(message.value);
        else pending?.reject(new EngineFailure(message.error));
        break;
      }
      case "progress":
        running?.options.onProgress?.(message.progress);
        break;
      case "crypto": {
        const { part } = message;
        const supply = (bytes: Uint8Array<ArrayBuffer> | undefined) =>
          this.#post({ kind: "supply", index: part.index, bytes }, bytes ? [bytes.buffer] : []);
        this.#crypto?.part(part).then(supply, () => supply(undefined));
        break;
      }
      case "chunk":
        if (running) this.#writing = this.#writing.then(() => this.#write(running, message.data));
        break;
      case "crash":
        this.#crashed(message.crash);
        break;
      case "ready":
        break;
    }
  }

  async #write(running: Running, data: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      await running.options.sink?.write(data);
      this.#post({ kind: "written" });
    } catch (error) {
      this.#post({ kind: "cancel" });
      running.reject(error);
    }
  }

  #snapshotSoon(): void {
    clearTimeout(this.#snapshotTimer);
    this.#snapshotTimer = setTimeout(() => void this.#takeSnapshot(), SNAPSHOT_AFTER);
    this.#autosaveSoon();
  }

  #autosaveSoon(): void {
    if (this.#autosaveName === null) return;
    clearTimeout(this.#autosaveTimer);
    this.#autosaveTimer = setTimeout(() => void this.#autosave(), AUTOSAVE_AFTER);
  }

  async #autosave(): Promise<void> {
    const name = this.#autosaveName;
    if (name === null) return;
    try {
      const bytes = await this.call<Uint8Array<ArrayBuffer> | null>({ type: "journal" });
      if (bytes === null || this.#autosaveName !== name) return;
      await this.journal.put(name, bytes);
      this.events.autosaved?.("saved");
    } catch {
      this.events.autosaved?.("failed");
    }
  }

  async #takeSnapshot(): Promise<void> {
    const known = this.#changes.length;
    try {
      const snapshot = await this.#send({ kind: "call", id: this.#next++, request: { type: "snapshot" } });
      if (typeof snapshot !== "string") return;
      this.#snapshot = snapshot;
      this.#changes.splice(0, known);
    } catch {
      // The changes stay noted and are replayed instead.
    }
  }

  #drop(reason: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const pending of this.#calls.values()) pending.reject(reason);
    this.#calls.clear();
    this.#running?.reject(reason);
    this.#running = null;
  }

  #crashed(crash: Crash): void {
    const job = this.#running?.job.type ?? "";
    const reading = BY_RECORD.has(job) && crash.file >= 0 && crash.record > 0;
    const place = reading ? `${crash.file}:${crash.record}` : crash.at;
    const times = (this.#stops.get(place) ?? 0) + 1;
    this.#stops.set(place, times);
    if (reading && times === 2) this.#poisoned.push([crash.file, crash.record]);
    clearTimeout(this.#snapshotTimer);
    // Set before the pending promises reject, so that what follows them waits.
    const restoring = this.#restore(times).then(
      () => {
        if (this.#restoring === restoring) this.#restoring = null;
        this.events.restored?.(this.#poisoned.length);
      },
      (error: unknown) => {
        if (this.#restoring === restoring) this.#restoring = null;
        // A crash while restoring has already started the next attempt.
        if (!(error instanceof EngineCrash)) this.events.lost?.(error);
      },
    );
    this.#restoring = restoring;
    this.#drop(new EngineCrash(crash));
    this.events.crashed?.(crash);
  }

  /** Brings the same case into a new engine. */
  async #restore(times: number): Promise<void> {
    await Promise.resolve();
    this.#spawn();
    await this.#ready;
    const command = (request: unknown) => this.#send({ kind: "call", id: this.#next++, request });
    if (this.#configure) await command(this.#configure);
    if (this.#files.length > 0) await this.#add(this.#files);
    // What stops again and again is not run again by itself.
    if (times > SAME_PLACE) throw new Error("the engine stops at the same place again and again");
    const poisoned = this.#poisoned;
    if (poisoned.length > 0) await command({ type: "restore-snapshot", snapshot: "", poisoned });
    if (this.#protect) await this.#run(this.#protect, {});
    for (const job of this.#made) await this.#run(job, {});
    if (this.#made.length === 0) return;
    if (this.#snapshot !== "") await command({ type: "restore-snapshot", snapshot: this.#snapshot, poisoned });
    if (this.#answered) await this.#run({ type: "reload" }, {});
    for (const choice of this.#search) await command(choice);
    if (this.#scanned) await this.#run({ type: "scan" }, {});
    for (const change of this.#changes) {
      // It works on the checklist of the present state.
      if (change.type === "accept-twins") await this.#run({ type: "gate" }, {});
      await command(change);
    }
  }

  #ask(message: DistributiveOmit<ToShell, "id">, transfer: Transferable[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#asked.set(id, { resolve, reject });
      this.#shell.postMessage({ ...message, id }, transfer);
    });
  }
}

/** A random name for a journal record. */
export function newRecordName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `case-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

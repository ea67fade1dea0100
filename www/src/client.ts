/**
 * The application's side of the engine and of the shell: one worker, one job at a time, WebCrypto
 * for parts where the page has it, saving and the journal through the shell's port.
 *
 * A crash of the engine never loses work: the worker is thrown away, a new one gets the same
 * files, and `onRestart` (set by the application) replays answers and decisions.
 */
import { PartCrypto } from "./crypto.ts";
import { gunzip } from "./blocks.ts";
import type {
  Crash,
  EngineError,
  EngineOptions,
  FromShell,
  FromWorker,
  Progress,
  SavingKind,
  Start,
  ToShell,
  ToWorker,
  WayResult,
} from "./wire.ts";

export type { Crash, EngineError, Phase, Progress, SavingKind, Way, WayResult } from "./wire.ts";
export { WAYS } from "./wire.ts";

/** An error that the engine reported. Show `errors.ftl` `error-<code>` with `args` and place. */
export class EngineFailure extends Error {
  readonly detail: EngineError;
  constructor(detail: EngineError) {
    super(detail.code);
    this.name = "EngineFailure";
    this.detail = detail;
  }
}

/** The engine stopped during this request and has been started again. */
export class EngineCrash extends Error {
  readonly crash: Crash;
  constructor(crash: Crash) {
    super(`engine stopped at ${crash.at}`);
    this.name = "EngineCrash";
    this.crash = crash;
  }
}

/** The shell refused or could not do something; `reason` is a short id such as `quota`. */
export class ShellRefusal extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = "ShellRefusal";
    this.reason = reason;
  }
}

/** A finished file of a job. */
export interface Output {
  path: string;
  blob: Blob;
}

/** What a finished job returned, and its files that did not go to a sink. */
export interface JobResult<R> {
  done: R;
  outputs: Output[];
}

/** How to run a job. */
export interface RunOptions {
  onProgress?: (progress: Progress) => void;
  /** Aborting it cancels the job; `run` then rejects with code `cancelled`. */
  signal?: AbortSignal;
  /** Takes the bytes of the output that the job streams, as they come. */
  sink?: Sink;
}

/** A file that is being saved in pieces. */
export interface Sink {
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
  list(): Promise<string[]>;
  get(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** `name` is `case-` and 16 hexadecimal digits. */
  put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  delete(name: string): Promise<void>;
}

/** Tested limit for one file that is collected in memory before it is saved. */
export const MEMORY_LIMIT_BYTES = 512 * 1024 * 1024;
/** Parts that may be with WebCrypto at the same time. */
export const PARTS_IN_FLIGHT = 4;

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

interface Running extends Pending {
  id: number;
  options: RunOptions;
  outputs: Output[];
  chunks: Map<string, Blob[]>;
}

/** Joins the collected pieces now and then, so that Chromium can move them to disk. */
const JOIN_PIECES = 64;

export class EngineClient {
  /** Called after a crash with a fresh engine that knows the files again: replay the case. */
  onRestart: ((crash: Crash, repeated: boolean) => Promise<void>) | null = null;
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
  #files: File[] = [];
  #next = 1;
  #calls = new Map<number, Pending>();
  #asked = new Map<number, Pending>();
  #running: Running | null = null;
  #writing: Promise<void> = Promise.resolve();
  #crypto: PartCrypto | null;
  #crashes = new Map<string, number>();

  private constructor(shell: MessagePort, start: Start, module: WebAssembly.Module, workerUrl: string) {
    this.#shell = shell;
    this.#start = start;
    this.#module = module;
    this.#workerUrl = workerUrl;
    this.#crypto = PartCrypto.available() ? new PartCrypto() : null;
    this.webCrypto = this.#crypto !== null;
    this.version = { version: VERSION, commit: COMMIT };
    this.saving = { kind: start.saving, limit: start.saving === "memory" ? MEMORY_LIMIT_BYTES : null };
    this.journal = {
      available: start.journal,
      list: async () => (await this.#ask({ kind: "journal-list" })) as string[],
      get: async (name) => (await this.#ask({ kind: "journal-get", name })) as Uint8Array<ArrayBuffer> | null,
      put: async (name, bytes) => void (await this.#ask({ kind: "journal-put", name, bytes })),
      delete: async (name) => void (await this.#ask({ kind: "journal-delete", name })),
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
  call<T>(request: unknown): Promise<T> {
    return this.#send({ kind: "call", id: this.#next++, request }) as Promise<T>;
  }

  /** Makes files known to the engine; returns their source indices. */
  async addFiles(files: File[]): Promise<number[]> {
    this.#files.push(...files);
    return (await this.#send({ kind: "add", id: this.#next++, files })) as number[];
  }

  /** Forgets everything and starts with an empty engine. */
  async reset(): Promise<void> {
    this.#files = [];
    this.#crashes.clear();
    this.#drop(new EngineFailure({ code: "cancelled", location: {}, args: {} }));
    this.#spawn();
    await this.#ready;
  }

  /** The files that the engine knows, by source index. */
  get files(): readonly File[] {
    return this.#files;
  }

  /** Runs a long job to its end. One at a time. */
  async run<R>(job: unknown, options: RunOptions = {}): Promise<JobResult<R>> {
    if (this.#running) throw new EngineFailure({ code: "bad-request", location: {}, args: { reason: "busy" } });
    const id = this.#next++;
    const cancel = () => this.#post({ kind: "cancel" });
    const ended = new Promise<unknown>((resolve, reject) => {
      this.#running = { id, options, resolve, reject, outputs: [], chunks: new Map() };
    });
    const running = this.#running as Running | null;
    try {
      if (options.signal?.aborted) throw new EngineFailure({ code: "cancelled", location: {}, args: {} });
      options.signal?.addEventListener("abort", cancel);
      this.#post({ kind: "run", id, job });
      const done = (await ended) as R;
      await this.#writing;
      const outputs = running?.outputs ?? [];
      for (const [path, pieces] of running?.chunks ?? []) outputs.push({ path, blob: new Blob(pieces) });
      return { done, outputs };
    } finally {
      options.signal?.removeEventListener("abort", cancel);
      if (this.#running === running) this.#running = null;
      this.#crypto?.forget();
    }
  }

  /** Takes a finished output of an earlier job out of the engine. */
  takeFile(path: string): Promise<Blob> {
    return this.#send({ kind: "take", id: this.#next++, path }) as Promise<Blob>;
  }

  /** The made-up export, as if it had been chosen; null where this build has none. */
  async sample(): Promise<File | null> {
    if (!this.#start.sample) return null;
    const text = await gunzip(this.#start.sample.slice(0));
    return new File([text], "sms-demo.xml", { type: "text/xml", lastModified: 0 });
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

  /** While on, closing the tab asks first. */
  async setUnsaved(on: boolean): Promise<void> {
    await this.#ask({ kind: "unsaved", on });
  }

  /** Tells the outer page the language, for assistive technology. */
  async setLanguage(lang: string): Promise<void> {
    await this.#ask({ kind: "language", lang });
  }

  /** Tries the ways out in a throwaway frame; reports each result as it comes. */
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
    return results;
  }

  #spawn(): void {
    const worker = new Worker(this.#workerUrl);
    this.#worker = worker;
    const options: EngineOptions = { offload: this.webCrypto, ...this.#start.hooks };
    this.#ready = new Promise((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<FromWorker>) => {
        if (this.#worker !== worker) return;
        if (event.data.kind === "ready") resolve();
        else this.#receive(event.data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        if (this.#worker !== worker) return;
        reject(new Error("the engine could not be started"));
        this.#crashed({ at: "worker", source: -1, record: 0 });
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
      case "crypto":
        this.#crypto?.part(message.part).then(
          (bytes) => this.#post({ kind: "supply", index: message.part.index, bytes }, [bytes.buffer]),
          // An empty answer is the sign that the tag did not fit.
          () => this.#post({ kind: "supply", index: message.part.index, bytes: new Uint8Array(0) }),
        );
        break;
      case "chunk":
        if (running) this.#writing = this.#writing.then(() => this.#collect(running, message.path, message.data));
        break;
      case "output":
        running?.outputs.push({ path: message.path, blob: message.blob });
        break;
      case "crash":
        this.#crashed(message.crash);
        break;
      case "ready":
        break;
    }
  }

  async #collect(running: Running, path: string, data: Uint8Array<ArrayBuffer>): Promise<void> {
    if (running !== this.#running) return;
    try {
      if (running.options.sink) {
        await running.options.sink.write(data);
      } else {
        const pieces = running.chunks.get(path) ?? [];
        pieces.push(new Blob([data]));
        running.chunks.set(path, pieces.length > JOIN_PIECES ? [new Blob(pieces)] : pieces);
      }
      this.#post({ kind: "written" });
    } catch (error) {
      this.#post({ kind: "cancel" });
      running.reject(error);
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
    const key = `${crash.source}:${crash.record}`;
    const times = (this.#crashes.get(key) ?? 0) + 1;
    this.#crashes.set(key, times);
    this.#drop(new EngineCrash(crash));
    if (crash.at === "worker") return;
    this.#spawn();
    void this.#restore(crash, times > 1);
  }

  async #restore(crash: Crash, repeated: boolean): Promise<void> {
    await this.#ready;
    if (this.#files.length > 0) await this.#send({ kind: "add", id: this.#next++, files: this.#files });
    await this.onRestart?.(crash, repeated);
  }

  #ask(message: DistributiveOmit<ToShell, "id">, transfer: Transferable[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#asked.set(id, { resolve, reject });
      this.#shell.postMessage({ ...message, id }, transfer);
    });
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

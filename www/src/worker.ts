/**
 * The engine's event loop: a classic worker from a Blob address. wasm-bindgen's glue (target
 * no-modules) stands before this text. One job at a time, in steps, so that queries, cancel and
 * finished parts come in between; progress is told at most ten times a second.
 */
import { letGo } from "./buffers.ts";
import type { CryptoPart, EngineError, EngineOptions, FromWorker, Progress, ToWorker } from "./wire.ts";

/** `web::Engine`. */
interface Engine {
  addFile(file: File, path: string): number;
  call(request: unknown): unknown;
  start(job: unknown, stream: boolean): void;
  step(): StepView;
  /** Without bytes: the tag of the part does not fit. */
  supply(index: number, bytes: Uint8Array | undefined): void;
  /** What a streamed bundle has written since the last call. */
  takeChunks(): Uint8Array<ArrayBuffer>[];
  cancel(): void;
  takeFile(path: string): Blob;
}

type StepView =
  | { type: "working"; progress: Progress }
  | ({ type: "crypto"; progress: Progress } & CryptoPart)
  | { type: "done"; result: unknown };

declare const wasm_bindgen: {
  initSync(options: { module: WebAssembly.Module }): { __wbindgen_malloc(bytes: number, align: number): number };
  Engine: new (options: EngineOptions) => Engine;
  position(): Float64Array;
};

interface WorkerScope {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  maskeraStopped?: (at: string) => void;
}

const scope = globalThis as unknown as WorkerScope;
/** Parts and pieces that may be on their way at the same time: about 64 MiB. */
const IN_FLIGHT = 4;
/** Milliseconds between two progress messages. */
const PROGRESS_EVERY = 100;

let engine: Engine | null = null;
let stopped = false;
let stoppedAt = "trap";
let job: { id: number; type: string; told: number; parts: number; pieces: number; last: string; idle: boolean } | null = null;

// The panic hook calls this with the place in the code, never with content.
scope.maskeraStopped = (at) => {
  stoppedAt = at;
};

function crash(): void {
  stopped = true;
  job = null;
  let file = -1;
  let record = 0;
  try {
    const position = wasm_bindgen.position();
    file = position[0] ?? -1;
    record = position[1] ?? 0;
  } catch {
    // Then it is not known what was being read.
  }
  scope.postMessage({ kind: "crash", crash: { at: stoppedAt, file, record } });
}

function isEngineError(error: unknown): error is EngineError {
  return typeof error === "object" && error !== null && !(error instanceof Error) && "code" in error;
}

/** Test builds: a search for this stops the engine. */
const STOP_WORD = "maskera-stop";
let trap: () => void = () => undefined;

/**
 * Test builds: at the chosen record of a load or scan (the first one at which the engine looks at
 * the clock) and at a search for `STOP_WORD` the engine runs into a real trap, in the middle of a
 * step, until a record was given up.
 */
function setTrap(exports: { __wbindgen_malloc(bytes: number, align: number): number }, stop: EngineOptions["stop"]): void {
  // More memory than there can be: the allocator ends in `unreachable`.
  trap = () => void exports.__wbindgen_malloc(0x7fff_fff0, 1);
  if (!stop) return;
  const now = performance.now.bind(performance);
  performance.now = () => {
    if (stopping && job?.type === stop.job && (wasm_bindgen.position()[1] ?? 0) >= stop.record) trap();
    return now();
  };
}

let stopping = true;

function watchRequest(request: unknown): void {
  const asked = request as { type: string; query?: string; poisoned?: unknown[] };
  if (asked.type === "restore-snapshot" && asked.poisoned && asked.poisoned.length > 0) stopping = false;
  if (asked.type === "search" && asked.query === STOP_WORD) trap();
}

/** Runs one engine call; errors of the engine are told, everything else is a crash. */
function guarded(id: number, work: (engine: Engine) => void): void {
  if (stopped || !engine) return;
  try {
    work(engine);
  } catch (error) {
    if (isEngineError(error)) {
      if (job?.id === id) job = null;
      scope.postMessage({ kind: "error", id, error });
    } else {
      crash();
    }
  }
}

const turn = new MessageChannel();
turn.port1.onmessage = () => advance();

function advance(): void {
  const running = job;
  if (!running || running.idle) return;
  guarded(running.id, (engine) => {
    const step = engine.step();
    for (const data of engine.takeChunks()) {
      running.pieces++;
      scope.postMessage({ kind: "chunk", data }, [data.buffer]);
    }
    switch (step.type) {
      case "done":
        job = null;
        scope.postMessage({ kind: "reply", id: running.id, value: step.result });
        return;
      case "crypto": {
        const { index, key, nonce, data, encrypt } = step;
        running.parts++;
        scope.postMessage({ kind: "crypto", part: { index, key, nonce, data, encrypt } }, [data.buffer]);
        break;
      }
      case "working": {
        // A step that changed nothing waits for a part that is being encrypted.
        const state = JSON.stringify(step.progress);
        running.idle = running.parts > 0 && state === running.last;
        running.last = state;
        break;
      }
    }
    const now = performance.now();
    if (now - running.told >= PROGRESS_EVERY) {
      running.told = now;
      scope.postMessage({ kind: "progress", progress: step.progress });
    }
    if (running.parts >= IN_FLIGHT || running.pieces >= IN_FLIGHT) running.idle = true;
    if (!running.idle) turn.port2.postMessage(null);
  });
}

function wake(): void {
  if (!job?.idle || job.parts >= IN_FLIGHT || job.pieces >= IN_FLIGHT) return;
  job.idle = false;
  job.last = "";
  turn.port2.postMessage(null);
}

scope.onmessage = (event) => {
  const message = event.data;
  switch (message.kind) {
    case "start": {
      const exports = wasm_bindgen.initSync({ module: message.module });
      engine = new wasm_bindgen.Engine(message.options);
      if (TEST_HOOKS) setTrap(exports, message.options.stop);
      scope.postMessage({ kind: "ready" });
      break;
    }
    case "add":
      guarded(message.id, (engine) => {
        const value = message.files.map((file, at) => engine.addFile(file, message.paths[at] ?? file.name));
        scope.postMessage({ kind: "reply", id: message.id, value });
      });
      break;
    case "call":
      guarded(message.id, (engine) => {
        if (TEST_HOOKS) watchRequest(message.request);
        scope.postMessage({ kind: "reply", id: message.id, value: engine.call(message.request) });
      });
      break;
    case "run":
      guarded(message.id, (engine) => {
        engine.start(message.job, message.stream);
        const { type } = message.job as { type: string };
        job = { id: message.id, type, told: 0, parts: 0, pieces: 0, last: "", idle: false };
        turn.port2.postMessage(null);
      });
      break;
    case "supply":
      if (!job) break;
      job.parts--;
      guarded(job.id, (engine) => {
        engine.supply(message.index, message.bytes);
        if (message.bytes) letGo(message.bytes);
        wake();
      });
      break;
    case "written":
      if (!job) break;
      job.pieces--;
      wake();
      break;
    case "take":
      guarded(message.id, (engine) => {
        scope.postMessage({ kind: "reply", id: message.id, value: engine.takeFile(message.path) });
      });
      break;
    case "cancel":
      if (!job) break;
      guarded(job.id, (engine) => {
        const { id } = job as { id: number };
        job = null;
        engine.cancel();
        const error = { code: "cancelled", message: "", advice: "", args: {}, place: null };
        scope.postMessage({ kind: "error", id, error });
      });
      break;
  }
};

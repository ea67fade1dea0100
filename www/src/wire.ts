/**
 * Messages between the shell (outer page), the frame (application) and the worker (engine).
 * Types only: the shell checks every value that it receives again.
 */

/** Options of the worker's engine. */
export interface EngineOptions {
  /** The page's own file, byte for byte, for its hash in the receipt. */
  page: Uint8Array<ArrayBuffer> | null;
  /** Only in test builds: wall clock that stands still, ms since 1970. */
  now?: number;
  /** Only in test builds: seed of the counter-based random source. */
  seed?: number;
  /** Only in test builds: the engine stops at this record of a load or scan. */
  stop?: Stop;
}

/** Where the engine of a test build stops. */
export interface Stop {
  job: "load" | "scan";
  record: number;
}

/** Phases of long jobs, as `job::Phase`. */
export type Phase = "reading" | "joining" | "scanning" | "checking" | "releasing" | "verifying" | "deriving" | "sealing" | "opening";

/** How far a job is, as `job::Progress`. */
export interface Progress {
  phase: Phase;
  done: number;
  /** 0 when unknown. */
  total: number;
  records: number;
}

/** A part for WebCrypto (AES-256-GCM, tag of 16 bytes at the end). */
export interface CryptoPart {
  index: number;
  key: Uint8Array<ArrayBuffer>;
  nonce: Uint8Array<ArrayBuffer>;
  data: Uint8Array<ArrayBuffer>;
  encrypt: boolean;
}

/** What the engine reports as an error, as `protocol::ErrorView`: sentences, never content. */
export interface EngineError {
  code: string;
  message: string;
  advice: string;
  args: Record<string, string>;
  place: string | null;
}

/** What is known when the engine stopped by itself. */
export interface Crash {
  /** Source position in the code, e.g. `src/import/sms/mod.rs:10`; never content. */
  at: string;
  /** Number of the file that was opened last, -1 when none. */
  file: number;
  /** Record that was being read, from 1; 0 when none. */
  record: number;
}

/** Frame to worker. */
export type ToWorker =
  | { kind: "start"; module: WebAssembly.Module; options: EngineOptions }
  | { kind: "add"; id: number; files: File[]; paths: string[] }
  | { kind: "call"; id: number; request: unknown }
  | { kind: "run"; id: number; job: unknown; stream: boolean }
  | { kind: "supply"; index: number; bytes: Uint8Array<ArrayBuffer> | undefined }
  | { kind: "written" }
  | { kind: "take"; id: number; path: string }
  | { kind: "cancel" };

/** Worker to frame. */
export type FromWorker =
  | { kind: "ready" }
  | { kind: "reply"; id: number; value: unknown }
  | { kind: "error"; id: number; error: EngineError }
  | { kind: "progress"; progress: Progress }
  | { kind: "crypto"; part: CryptoPart }
  | { kind: "chunk"; data: Uint8Array<ArrayBuffer> }
  | { kind: "crash"; crash: Crash };

/** How the shell can save large files here. */
export type SavingKind =
  /** Save picker: streams into the chosen file. */
  | "picker"
  /** Private disk area of the browser, then an ordinary download. */
  | "disk"
  /** Collected as a Blob, then an ordinary download. */
  | "memory";

/** A record that the shell keeps. */
export interface JournalEntry {
  name: string;
  /** Milliseconds since 1970. */
  savedAt: number;
}

/** What the shell gives the frame at the start; byte blocks are gzip. */
export interface Start {
  engine: ArrayBuffer;
  worker: ArrayBuffer;
  /** The page's own file. */
  page: ArrayBuffer;
  /** The made-up export, absent in some development builds. */
  sample: ArrayBuffer | null;
  saving: SavingKind;
  journal: boolean;
  hooks: TestHooks;
}

/** From the page's address, in test builds only. */
export interface TestHooks {
  now?: number;
  seed?: number;
  stop?: Stop;
}

/** Frame to shell; every request is answered once with its id. */
export type ToShell =
  | { kind: "save"; id: number; name: string; blob: Blob }
  | { kind: "open"; id: number; name: string }
  | { kind: "write"; id: number; sink: number; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "close"; id: number; sink: number }
  | { kind: "abort"; id: number; sink: number }
  | { kind: "journal-list"; id: number }
  | { kind: "journal-get"; id: number; name: string }
  | { kind: "journal-put"; id: number; name: string; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "journal-delete"; id: number; name: string }
  | { kind: "unsaved"; id: number; on: boolean }
  | { kind: "language"; id: number; lang: string }
  | { kind: "catch-drop"; id: number }
  | { kind: "selftest"; id: number; port: MessagePort };

/** Shell to frame. */
export type FromShell = { id: number; value: unknown } | { id: number; refused: string };

/** A way out that the self-test tries; texts are `selftest-way-<id>` in ui.ftl. */
export const WAYS = [
  "fetch",
  "xhr",
  "websocket",
  "eventsource",
  "beacon",
  "image",
  "stylesheet",
  "css-import",
  "font",
  "media",
  "script",
  "form",
  "window-open",
  "link-ping",
  "iframe",
  "object",
  "prefetch",
  "preconnect",
  "webrtc",
  "webtransport",
  "worker-fetch",
  "worker-websocket",
  "worker-import",
  "top-navigation",
  "own-navigation",
] as const;
export type Way = (typeof WAYS)[number];

/** One result of the self-test. */
export interface WayResult {
  way: Way;
  /**
   * `refused`: the browser said so; `not-offered`: the browser has no such way;
   * `no-evidence`: nothing came of it, but the browser gave no sign; `open`: it worked.
   */
  outcome: "refused" | "not-offered" | "no-evidence" | "open";
  /** For `refused`: which sign. */
  sign?: "violation" | "exception";
  /** Directive of the policy or name of the exception. */
  detail?: string;
}

// What the views need from the rest of the page: the engine behind its protocol, saving, the
// journal and the self-test. The client implements it; tests and screenshots use a made-up one.
import type { Dropped } from "./dropped.ts";
import type {
  BasisView,
  Card,
  CertificateView,
  ConversationRow,
  FoundPlaces,
  FoundSoFar,
  CoverageView,
  Decided,
  ErrorView,
  Job,
  JobResult,
  MessageView,
  Overview,
  PassphraseView,
  PeoplePage,
  Picture,
  Place,
  Progress,
  RegisterView,
  Request,
  ScopeView,
  SearchResult,
  ThreadIndex,
  ToolView,
  ValuePage,
  Ack,
} from "./protocol.gen.ts";
import type { WayResult } from "./wire.ts";

/** Answer of each request, by its type. */
export interface Answers {
  configure: ToolView;
  overview: Overview;
  answer: Ack;
  "remove-source": Ack;
  "split-source": Ack;
  "join-sources": Ack;
  conversations: ConversationRow[];
  "found-so-far": FoundSoFar;
  "found-in": FoundPlaces;
  "thread-index": ThreadIndex;
  thread: MessageView[];
  preview: (string | null)[];
  search: SearchResult;
  locate: Place;
  values: ValuePage;
  card: Card;
  "next-open": Card | null;
  decide: Decided;
  mark: Decided;
  "accept-suggestions": Decided;
  "accept-twins": Decided;
  "redact-occurrence": Decided;
  "keep-occurrence": Decided;
  undo: Decided;
  redo: Decided;
  scope: ScopeView;
  "set-scope": ScopeView;
  bases: BasisView[];
  "set-keys": Ack;
  "set-search": Ack;
  "set-profile": Ack;
  thumbnail: Picture | null;
  "generate-passphrase": PassphraseView;
  strength: PassphraseView;
  certificate: CertificateView;
  coverage: CoverageView;
  people: PeoplePage;
  "same-person": Decided;
  "same-account": Decided;
  "set-own": Decided;
  "set-capacity": Decided;
  register: RegisterView;
  "set-account": RegisterView;
  "register-csv": string;
  journal: Uint8Array | null;
  snapshot: string;
  "restore-snapshot": Ack;
}

/** A file that takes pieces while it is written. */
export interface Target {
  /** Ends it: what was written stays. */
  close(): Promise<void>;
  /** Ends it: nothing stays. */
  abort(): Promise<void>;
}

/** A job under way. */
export interface Run {
  done: Promise<JobResult>;
  cancel(): void;
}

/** Unfinished work that the shell keeps for this browser. */
export interface FoundWork {
  /** Random name of its record. */
  name: string;
  /** Milliseconds since 1970 of the last autosave. */
  savedAt: number;
}

/** An error with sentences for people, thrown by every method. */
export class PortError extends Error {
  readonly view: ErrorView;
  constructor(view: ErrorView) {
    super(view.code);
    this.view = view;
  }
}

export interface Port {
  /** Asks the engine. Throws a [PortError]. */
  ask<R extends Request>(request: R): Promise<Answers[R["type"]]>;
  /** Hands files to the engine; gives their numbers for `load` and `open`. */
  addFiles(files: readonly File[]): Promise<number[]>;
  /** What is dropped on the page next, read by the shell; null when nothing is. */
  catchDrop(): Promise<Dropped | null>;
  /** Starts a job. With a target, the bundle goes there as it is written. */
  run(job: Job, progress: (progress: Progress) => void, target?: Target | null): Run;
  /** Asks where to write a file piece by piece; right after a click. Null when declined. */
  target(name: string): Promise<Target | null>;
  /** Saves a file that a job made, under a proposed name. False when the person declined. */
  save(path: string, name: string): Promise<boolean>;
  /** Saves bytes that the page made (key sheet). */
  saveBytes(name: string, blob: Blob): Promise<boolean>;
  /** Changes the language of the engine's sentences. */
  language(lang: string): Promise<void>;
  /** Tries the ways out in a throwaway frame. */
  selfTest(line: (line: WayResult) => void): Promise<void>;
  /** Unfinished work kept by the shell, the latest first. */
  foundWork(): Promise<FoundWork[]>;
  /** Its ciphertext. */
  foundBytes(work: FoundWork): Promise<Uint8Array | null>;
  /** From now on the encrypted journal is kept; the time of each writing is told. */
  startAutosave(written: (at: number | null) => void): void;
  /** The found work is open now: autosave goes on in its record. */
  takeUpFound(work: FoundWork): void;
  /** Deletes everything that the shell keeps. */
  removeTraces(): Promise<void>;
  /** The made-up export; null where this build has none. */
  sample(): Promise<File | null>;
  /** Called when the engine was restarted after it stopped by itself. */
  onRestart(notify: (restarted: Restart) => void): void;
  /** Tells the shell whether closing must warn. */
  guard(unsaved: boolean): void;
  /** Version and SHA-256 of the tool's file, where it is known; complete after `language`. */
  readonly tool: ToolView;
  /** Largest material this browser can write, in bytes; null when only the disk limits it. */
  writeLimit: number | null;
}

/** What happened at a restart of the engine. */
export interface Restart {
  /** The decisions are back. */
  restored: boolean;
  /** Records that are listed as errors from now on. */
  poisoned: number;
}

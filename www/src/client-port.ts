// The engine client as the views see it: errors with sentences, jobs that can be cancelled, files
// by name, one autosave record.
import type { Dropped } from "./dropped.ts";
import { EngineClient, EngineCrash, EngineFailure, newRecordName, ShellRefusal, type Sink } from "./client.ts";
import { t } from "./i18n.ts";
import {
  PortError,
  type Answers,
  type FoundWork,
  type Port,
  type Restart,
  type Run,
  type Target,
} from "./port.ts";
import type { Job, JobResult, Progress, Request, ToolView } from "./protocol.gen.ts";
import type { WayResult } from "./wire.ts";

export class ClientPort implements Port {
  tool: ToolView;
  readonly writeLimit: number | null;
  private readonly client: EngineClient;
  private readonly sinks = new WeakMap<Target, Sink>();
  private autosaveName: string | null = null;

  constructor(client: EngineClient) {
    this.client = client;
    this.tool = { version: client.version.version, sha256: null };
    this.writeLimit = client.saving.limit;
  }

  async ask<R extends Request>(request: R): Promise<Answers[R["type"]]> {
    return translated(this.client.call<Answers[R["type"]]>(request));
  }

  async addFiles(files: readonly File[]): Promise<number[]> {
    return translated(this.client.addFiles([...files]));
  }

  async catchDrop(): Promise<Dropped | null> {
    return translated(this.client.catchDrop());
  }

  run(job: Job, progress: (progress: Progress) => void, target?: Target | null): Run {
    const stop = new AbortController();
    const sink = target ? this.sinks.get(target) : undefined;
    const done = translated(
      this.client.run<JobResult>(job, { onProgress: progress, signal: stop.signal, ...(sink ? { sink } : {}) }),
    );
    return { done, cancel: () => stop.abort() };
  }

  async target(name: string): Promise<Target | null> {
    const sink = await translated(this.client.openSink(name));
    if (!sink) return null;
    const target: Target = { close: () => translated(sink.close()), abort: () => translated(sink.abort()) };
    this.sinks.set(target, sink);
    return target;
  }

  async save(path: string, name: string): Promise<boolean> {
    const blob = await translated(this.client.takeFile(path));
    return this.saveBytes(name, blob);
  }

  async saveBytes(name: string, blob: Blob): Promise<boolean> {
    return (await translated(this.client.save(blob, name))) === "saved";
  }

  async language(lang: string): Promise<void> {
    await this.client.setLanguage(lang);
    this.tool = await this.ask({ type: "configure", lang, offload: this.client.webCrypto });
  }

  async selfTest(line: (line: WayResult) => void): Promise<void> {
    await translated(this.client.selftest(line));
  }

  async foundWork(): Promise<FoundWork[]> {
    return this.client.journal.available ? translated(this.client.journal.list()) : [];
  }

  async foundBytes(work: FoundWork): Promise<Uint8Array | null> {
    return translated(this.client.journal.get(work.name));
  }

  takeUpFound(work: FoundWork): void {
    this.autosaveName = work.name;
  }

  startAutosave(written: (at: number | null) => void): void {
    if (!this.client.journal.available) return;
    this.client.events.autosaved = (outcome) => written(outcome === "saved" ? Date.now() : null);
    // A new case never writes over work that was found: only work that was taken up again goes on
    // in its own record.
    this.autosaveName ??= newRecordName();
    this.client.startAutosave(this.autosaveName);
  }

  async removeTraces(): Promise<void> {
    this.client.stopAutosave();
    await translated(this.client.journal.clear());
    this.autosaveName = null;
  }

  sample(): Promise<File | null> {
    return this.client.sample();
  }

  onRestart(notify: (restarted: Restart) => void): void {
    this.client.events.restored = (poisoned) => notify({ restored: true, poisoned });
    this.client.events.lost = () => notify({ restored: false, poisoned: 0 });
  }

  guard(unsaved: boolean): void {
    void this.client.setUnsaved(unsaved);
  }
}

/** Every failure with its sentences. */
async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code, message, advice, args, place } =
      error instanceof EngineFailure
        ? error.detail
        : { code: codeOf(error), message: "", advice: "", args: {}, place: null };
    throw new PortError({
      code,
      message: message === "" ? t(`failure-${known(code)}`) : message,
      advice: advice === "" ? t(`failure-${known(code)}-advice`) : advice,
      args,
      place,
    });
  }
}

function codeOf(error: unknown): string {
  if (error instanceof EngineCrash) return "engine-stopped";
  if (error instanceof ShellRefusal) return error.reason;
  return "unknown";
}

/** Failures outside the engine that have their own sentence. */
function known(code: string): string {
  return ["engine-stopped", "full", "cancelled"].includes(code) ? code : "unknown";
}

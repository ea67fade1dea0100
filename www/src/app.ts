// The application: what is shown, and what the buttons do. Views draw from this object and call
// its methods; every rule about the material is in the engine. Nothing here is kept after the tab
// closes; the journal (ciphertext) is the shell's.
import { render } from "lit-html";
import { language, preferred, setLanguage, size, t, type Language } from "./i18n.ts";
import { PortError, type Port, type Restart, type Run, type Target } from "./port.ts";
import type { Category, ErrorView, Job, JobResult, Overview, Preset, Progress, Request, ScopeView, SourceAnswers } from "./protocol.gen.ts";
import type { EngineClient } from "./client.ts";
import { ClientPort } from "./client-port.ts";
import { dropped, foldersNeedShell, remembered, type Dropped } from "./dropped.ts";
import { Keys, typing } from "./keys.ts";
import { resetKeysDialog } from "./views/keys-dialog.ts";
import { Finish } from "./views/finish-model.ts";
import { OpenBundle } from "./views/open-model.ts";
import { People } from "./views/people-model.ts";
import { Protect } from "./views/protect-model.ts";
import { Resume } from "./views/resume-model.ts";
import { Review } from "./views/review-model.ts";
import { SoFar } from "./views/so-far-model.ts";
import { page } from "./views/page.ts";
import type { WayResult } from "./wire.ts";

export type Screen = "start" | "load" | "scope" | "review" | "finish" | "open" | "resume" | "people" | "register";
export type DialogName =
  | "protect"
  | "self-test"
  | "keys"
  | "keep"
  | "traces"
  | "howto"
  | "mark"
  | "suggestions"
  | "errors";

/** A job that runs, for the progress panel. */
export interface Busy {
  title: string;
  progress: Progress | null;
  /** What a search has found so far. */
  early: SoFar;
  startedAt: number;
  cancel: () => void;
  cancelling: boolean;
}

/** Which files are one source. */
type Regroup = Extract<Request, { type: "remove-source" | "split-source" | "join-sources" }>;

/** How often "saved … ago" is drawn again. */
const CLOCK_MS = 10_000;
/** Material from this size on is written straight into a chosen file. */
export const LARGE = 128 * 1024 * 1024;
/** The text for screen readers follows the bar at most this often. */
const ANNOUNCE_MS = 5000;

export class App {
  readonly port: Port;
  readonly review: Review;
  readonly finish: Finish;
  readonly protect: Protect;
  readonly open: OpenBundle;
  readonly resume: Resume;
  readonly people: People;
  screen: Screen = "start";
  overview: Overview | null = null;
  scope: ScopeView | null = null;
  busy: Busy | null = null;
  error: ErrorView | null = null;
  notice: string | null = null;
  dialog: DialogName | null = null;
  /** Source whose damaged records are listed in the dialog. */
  listed = 0;
  keys = new Keys();
  selfTest: { lines: WayResult[]; running: boolean } = { lines: [], running: false };
  savedAt: number | null = null;
  /** Traces were removed: nothing is kept any more until a person asks for it again. */
  traceless = false;
  dropping = false;
  announcement = "";
  private announcedAt = 0;
  private readonly root: HTMLElement;
  private drawing = false;
  private dragDepth = 0;
  /** The shell takes the next drop. */
  private catching = false;

  constructor(root: HTMLElement, port: Port) {
    this.root = root;
    this.port = port;
    this.review = new Review(this);
    this.finish = new Finish(this);
    this.protect = new Protect(this);
    this.open = new OpenBundle(this);
    this.resume = new Resume(this);
    this.people = new People(this);
  }

  /** Shows the start screen. */
  async start(): Promise<void> {
    setLanguage(preferred(navigator.languages));
    await this.port.language(language());
    this.port.onRestart((restarted) => this.restarted(restarted));
    this.listen();
    this.draw();
    await this.attempt(() => this.resume.look());
    window.setInterval(() => this.savedAt !== null && this.draw(), CLOCK_MS);
  }

  /** Draws soon; many changes in one task are drawn once. */
  draw(): void {
    if (this.drawing) return;
    this.drawing = true;
    queueMicrotask(() => {
      this.drawing = false;
      render(page(this), this.root);
      this.syncDialog();
      this.review.drawn();
    });
  }

  private syncDialog(): void {
    const element = this.root.querySelector("dialog");
    if (!element) return;
    if (this.dialog && !element.open) element.showModal();
    if (!this.dialog && element.open) element.close();
  }

  /** Changes the screen; the heading gets the focus so that it is read. */
  go(screen: Screen): void {
    if (screen !== "finish") void this.finish.stopChecking();
    this.screen = screen;
    this.error = null;
    this.notice = null;
    this.draw();
    queueMicrotask(() => {
      document.title = `Maskera – ${t(`title-${screen}`)}`;
      this.root.querySelector<HTMLElement>("h1")?.focus();
      this.root.querySelector("main")?.scrollTo(0, 0);
    });
  }

  /** Changes keys of the review; they are kept with the case. */
  setKeys(keys: Keys): void {
    this.keys = keys;
    this.draw();
    void this.attempt(() => this.port.ask({ type: "set-keys", keys: { ...keys.changed } }));
  }

  show(dialog: DialogName): void {
    if (dialog === "keys") resetKeysDialog();
    this.dialog = dialog;
    this.draw();
  }

  hide(): void {
    this.dialog = null;
    this.draw();
  }

  /** Runs something that may fail; the error is shown, nothing is lost. */
  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  /** Shows an error: what happened, what it means, what to do. */
  fail(error: unknown): void {
    if (error instanceof PortError) {
      if (error.view.code === "cancelled") this.notice = t("notice-cancelled");
      else this.error = error.view;
    } else {
      const message = error instanceof Error ? error.message : String(error);
      this.error = {
        code: "page",
        message: t("error-page"),
        advice: t("error-page-advice"),
        args: {},
        place: message,
      };
    }
    this.draw();
    queueMicrotask(() => this.root.querySelector<HTMLElement>(".alert")?.focus());
  }

  /** Runs a job with the progress panel. */
  async job(job: Job, title: string, target: Target | null = null): Promise<JobResult | undefined> {
    if (this.busy) return undefined;
    await this.finish.stopChecking();
    if (this.busy) return undefined;
    this.error = null;
    this.notice = null;
    const holder: { run: Run | null } = { run: null };
    this.busy = {
      title,
      progress: null,
      early: new SoFar(this),
      startedAt: performance.now(),
      cancelling: false,
      cancel: () => {
        if (this.busy) this.busy.cancelling = true;
        holder.run?.cancel();
        this.draw();
      },
    };
    this.announce(title);
    this.draw();
    try {
      holder.run = this.port.run(job, (progress) => this.progressed(progress), target);
      return await holder.run.done;
    } catch (error) {
      this.fail(error);
      return undefined;
    } finally {
      this.review.begin = this.busy.early.last ?? this.review.begin;
      this.busy = null;
      this.announce("");
      this.draw();
    }
  }

  private progressed(progress: Progress): void {
    if (!this.busy) return;
    this.busy.progress = progress;
    if (performance.now() - this.announcedAt > ANNOUNCE_MS && progress.total > 0) {
      this.announce(t("progress-percent", { percent: Math.floor((progress.done / progress.total) * 100) }));
    }
    if (progress.phase === "scanning") void this.busy.early.ask();
    this.draw();
  }

  /** Says something to screen readers without moving the focus. */
  announce(text: string): void {
    this.announcement = text;
    this.announcedAt = performance.now();
  }

  // ---- files -----------------------------------------------------------------------------

  /** Files were chosen or dropped. */
  async files(files: readonly File[]): Promise<void> {
    if (files.length === 0 || this.busy) return;
    if (this.screen === "open") return this.open.choose(files);
    if (this.screen === "finish" && files.every((file) => /\.(pem|crt|cer|der)$/i.test(file.name))) {
      return this.finish.addCertificates(files);
    }
    if (this.tooLarge(files)) return;
    if (this.screen === "resume") return this.resume.give(files);
    await this.load(files);
  }

  /** Loads message exports. */
  async load(files: readonly File[]): Promise<void> {
    const first = !this.overview || this.overview.sources.length === 0;
    const ids = await this.attempt(() => this.port.addFiles(files));
    if (!ids) return;
    const result = await this.job({ type: "load", files: ids }, t("busy-loading", { files: files.length }));
    await this.refresh();
    this.people.forget();
    if (!result) return;
    const failure = this.error;
    this.go("load");
    this.error = failure;
    if (first) this.protect.offer();
  }

  /** Loads the embedded made-up export. */
  async sample(): Promise<void> {
    const file = await this.attempt(() => this.port.sample());
    if (file) await this.load([file]);
  }

  /** Asks the engine how things stand. */
  async refresh(): Promise<void> {
    await this.attempt(async () => {
      this.overview = await this.port.ask({ type: "overview" });
      this.keys = new Keys(this.overview.keys);
      this.scope = await this.port.ask({ type: "scope" });
      this.port.guard(this.overview.unsaved);
    });
    this.draw();
  }

  /** Takes an answer to a question of a source and reads the sources again. */
  async answer(source: number, change: Partial<SourceAnswers>): Promise<void> {
    const before = this.overview?.sources.find((one) => one.id === source)?.answers;
    if (!before) return;
    const done = await this.attempt(() =>
      this.port.ask({ type: "answer", source, answers: { ...before, ...change } }),
    );
    if (!done) return;
    await this.job({ type: "reload" }, t("busy-reading-again"));
    await this.refresh();
    this.people.forget();
  }

  async removeSource(source: number): Promise<void> {
    await this.regroup({ type: "remove-source", source });
  }

  /** Changes which files are one source, or which are there, and reads them again. */
  async regroup(request: Regroup): Promise<void> {
    if (!(await this.attempt(() => this.port.ask(request)))) return;
    await this.job({ type: "reload" }, t("busy-reading-again"));
    await this.refresh();
    this.people.forget();
  }

  // ---- steps -----------------------------------------------------------------------------

  async toScope(): Promise<void> {
    await this.attempt(() => this.review.loadConversations());
    await this.attempt(() => this.people.load());
    await this.refresh();
    this.go("scope");
  }

  /** Who writes in the material. */
  async toPeople(): Promise<void> {
    this.go("people");
    await this.attempt(() => this.people.load());
  }

  /** The authority's accounts. */
  async toRegister(): Promise<void> {
    this.go("register");
    await this.attempt(() => this.people.loadRegister());
  }

  /** Searches what was not searched yet, then opens the review. */
  async toReview(): Promise<void> {
    if (!this.overview || this.overview.sources.length === 0) return;
    if (!this.overview.scanned) {
      const result = await this.job({ type: "scan" }, t("busy-scanning"));
      await this.refresh();
      if (!result) return;
    }
    this.go("review");
    await this.attempt(() => this.review.enter());
  }

  async toFinish(): Promise<void> {
    if (!this.overview || this.overview.messages === 0) return;
    if (!this.overview.scanned) {
      const result = await this.job({ type: "scan" }, t("busy-scanning"));
      await this.refresh();
      if (!result) return;
    }
    this.go("finish");
    await this.attempt(() => this.finish.enter());
  }

  /** Changes what the case covers. */
  async setScope(change: Partial<Pick<ScopeView, "excluded" | "people" | "from" | "to" | "zone">>): Promise<void> {
    if (!this.scope) return;
    const { excluded, people, from, to, zone } = { ...this.scope, ...change };
    await this.attempt(async () => {
      this.scope = await this.port.ask({ type: "set-scope", excluded, people, from, to, zone });
      await this.review.loadConversations();
      this.overview = await this.port.ask({ type: "overview" });
    });
    this.draw();
  }

  /** Changes what is searched. */
  async setSearch(preset: Preset, off: Category[]): Promise<void> {
    await this.attempt(() => this.port.ask({ type: "set-search", preset, off }));
    await this.refresh();
  }

  /** Takes an authority's profile, or none any more. */
  async setProfile(file: File | null): Promise<void> {
    await this.attempt(async () => {
      await this.port.ask({ type: "set-profile", profile: file ? await file.text() : null });
    });
    const failure = this.error;
    await this.refresh();
    this.error = failure;
    this.draw();
  }

  // ---- saving ----------------------------------------------------------------------------

  /** Writes everything into one encrypted working file. */
  async saveWork(): Promise<void> {
    if (!this.overview || this.overview.sources.length === 0 || this.busy) return;
    if (!this.protect.passphrase) {
      this.protect.afterwards = () => void this.saveWork();
      this.show("protect");
      return;
    }
    const job: Job = { type: "seal", secrets: this.finish.secrets(), workingFile: true };
    const name = t("file-name-work");
    const target = this.large ? await this.attempt(() => this.port.target(name)) : null;
    if (this.large && !target) return;
    const result = await this.job(job, t("busy-saving-work"), target ?? null);
    const saved =
      result?.type === "seal" &&
      (target ? await this.ended(target, true) : await this.attempt(() => this.port.save(result.value.file.path, name)));
    if (target && result?.type !== "seal") await this.ended(target, false);
    await this.refresh();
    if (saved) this.notice = t("notice-work-saved");
    this.draw();
  }

  /** The material is too large to be collected in memory first. */
  get large(): boolean {
    return (this.overview?.sources ?? []).reduce((sum, source) => sum + source.size, 0) >= LARGE;
  }

  /** Refuses what this browser could not write in the end, before any work goes into it. */
  tooLarge(files: readonly File[]): boolean {
    const limit = this.port.writeLimit;
    if (limit === null) return false;
    const loaded = (this.overview?.sources ?? []).reduce((sum, source) => sum + source.size, 0);
    const all = files.reduce((sum, file) => sum + file.size, loaded);
    if (all <= limit) return false;
    this.fail(
      new PortError({
        code: "write-limit",
        message: t("write-too-large", { all: size(all), limit: size(limit) }),
        advice: t("write-too-large-advice"),
        args: {},
        place: null,
      }),
    );
    return true;
  }

  /** Ends a file that was written piece by piece. */
  async ended(target: Target, keep: boolean): Promise<boolean> {
    const done = await this.attempt(async () => {
      await (keep ? target.close() : target.abort());
      return true;
    });
    return done === true && keep;
  }

  /** Keeps the encrypted journal from now on. */
  autosave(): void {
    this.traceless = false;
    this.port.startAutosave((at) => {
      if (at === null) this.notice = t("notice-autosave-failed");
      else this.savedAt = at;
      this.draw();
    });
  }

  async removeTraces(): Promise<void> {
    const removed = await this.attempt(async () => {
      await this.port.removeTraces();
      return true;
    });
    this.hide();
    if (!removed) return;
    this.savedAt = null;
    this.traceless = true;
    this.resume.found = [];
    this.notice = t("notice-traces-removed");
    this.draw();
  }

  /** The engine was thrown away and started again. */
  private restarted(restarted: Restart): void {
    // The notice takes the place of "is being started again".
    if (this.error?.code === "engine-stopped") this.error = null;
    this.notice = restarted.restored
      ? t("notice-restarted", { poisoned: restarted.poisoned })
      : t("notice-restart-failed");
    void this.refresh().then(() => (this.screen === "review" ? this.review.enter() : undefined));
  }

  async runSelfTest(): Promise<void> {
    if (this.selfTest.running) return;
    this.selfTest = { lines: [], running: true };
    this.draw();
    await this.attempt(() =>
      this.port.selfTest((line) => {
        this.selfTest.lines.push(line);
        this.draw();
      }),
    );
    this.selfTest.running = false;
    this.draw();
  }

  async changeLanguage(next: Language): Promise<void> {
    setLanguage(next);
    document.title = `Maskera – ${t(`title-${this.screen}`)}`;
    await this.attempt(() => this.port.language(next));
    await this.refresh();
    this.people.forget();
    if (this.screen === "people" || this.screen === "scope") await this.attempt(() => this.people.load());
    if (this.screen === "register") await this.attempt(() => this.people.loadRegister());
    await this.attempt(() => this.review.relabel());
    if (this.screen === "finish") await this.attempt(() => this.finish.enter());
    this.draw();
  }

  // ---- listeners -------------------------------------------------------------------------

  private listen(): void {
    window.addEventListener("dragenter", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      if (foldersNeedShell()) return void this.catchDrop();
      this.dragDepth += 1;
      this.setDropping(true);
    });
    window.addEventListener("dragover", (event) => event.preventDefault());
    window.addEventListener("dragleave", () => {
      if (this.catching) return;
      this.dragDepth = Math.max(0, this.dragDepth - 1);
      if (this.dragDepth === 0) this.setDropping(false);
    });
    window.addEventListener("drop", (event) => {
      event.preventDefault();
      this.dragDepth = 0;
      this.setDropping(false);
      const { dataTransfer } = event;
      if (dataTransfer) void this.take(dropped(dataTransfer, false));
    });
    window.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("beforeunload", (event) => {
      if (this.overview?.unsaved) event.preventDefault();
    });
  }

  /** The shell stands in front while files are dragged over the page, and reads what is dropped. */
  private async catchDrop(): Promise<void> {
    if (this.catching) return;
    this.catching = true;
    this.setDropping(true);
    await this.take(this.port.catchDrop(), () => {
      this.catching = false;
      this.setDropping(false);
    });
  }

  /** Takes over what was dropped. */
  private async take(drop: Promise<Dropped | null>, read?: () => void): Promise<void> {
    const given = await drop.then(
      (found) => found,
      () => "failed" as const,
    );
    read?.();
    if (given === "failed") {
      const [message, advice] = [t("drop-failed"), t("drop-failed-advice")];
      this.fail(new PortError({ code: "drop", message, advice, args: {}, place: null }));
    } else if (given) {
      await this.attempt(() => this.files(remembered(given)));
    }
  }

  private setDropping(dropping: boolean): void {
    if (this.dropping === dropping) return;
    this.dropping = dropping;
    this.draw();
  }

  private key(event: KeyboardEvent): void {
    const found = this.keys.command(event);
    if (!found || this.dialog || this.busy) return;
    if (found.command === "save") {
      event.preventDefault();
      void this.saveWork();
      return;
    }
    if (this.screen !== "review" || typing(event.target)) return;
    if (!(event.target instanceof Element) || !event.target.closest(".review")) return;
    event.preventDefault();
    void this.attempt(() => this.review.command(found));
  }
}

/** Starts the application in the frame. */
export function startApp(client: EngineClient): void {
  const root = document.getElementById("app") ?? document.body.appendChild(document.createElement("div"));
  const app = new App(root, new ClientPort(client));
  void app.start();
}

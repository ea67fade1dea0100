// State of "continue saved work": the journal that the shell kept, its secret, and the files that
// belong to it. The journal holds no source bytes, so the same files are asked for and compared by
// their SHA-256.
import type { App } from "../app.ts";
import { t } from "../i18n.ts";
import type { FoundWork } from "../port.ts";
import type { JournalSource, JournalView } from "../protocol.gen.ts";

export class Resume {
  private readonly app: App;
  /** Unfinished work, the latest first. */
  found: FoundWork[] = [];
  /** Which of it is to be opened. */
  private at = 0;
  passphrase = "";
  journal: JournalView | null = null;

  constructor(app: App) {
    this.app = app;
  }

  /** Asks the shell for unfinished work. */
  async look(): Promise<void> {
    this.found = await this.app.port.foundWork();
    this.app.draw();
  }

  get chosen(): FoundWork | null {
    return this.found[this.at] ?? null;
  }

  choose(work: FoundWork): void {
    this.at = Math.max(0, this.found.indexOf(work));
    this.app.draw();
  }

  async unlock(): Promise<void> {
    const { passphrase, chosen } = this;
    if (!chosen || passphrase === "") return;
    const bytes = await this.app.attempt(() => this.app.port.foundBytes(chosen));
    if (!bytes) return;
    const result = await this.app.job(
      { type: "open-journal", bytes: [...bytes], passphrase },
      t("busy-unlocking"),
    );
    if (result?.type === "journal") this.journal = result.value;
    this.app.draw();
  }

  /** True when a source of the journal is loaded, with its files in whatever company. */
  has(source: JournalSource): boolean {
    const loaded = this.app.overview?.sources ?? [];
    const known = new Set(loaded.flatMap((one) => [one.sha256, ...one.files.map((file) => file.sha256)]));
    return known.has(source.sha256) || source.files.every((file) => known.has(file.sha256));
  }

  get complete(): boolean {
    return this.journal !== null && this.journal.sources.every((source) => this.has(source));
  }

  /** Loads the files that were given. */
  async give(files: readonly File[]): Promise<void> {
    if (!this.journal) return;
    const ids = await this.app.attempt(() => this.app.port.addFiles(files));
    if (!ids) return;
    await this.app.job({ type: "load", files: ids }, t("busy-loading", { files: files.length }));
    await this.app.refresh();
  }

  /** Brings the decisions back. */
  async restore(): Promise<void> {
    const journal = this.journal;
    if (!journal) return;
    const { passphrase, chosen } = this;
    const done = await this.app.attempt(() =>
      this.app.port.ask({ type: "restore-snapshot", snapshot: journal.snapshot, poisoned: [] }),
    );
    if (!done) return;
    await this.app.job({ type: "reload" }, t("busy-reading-again"));
    const result = await this.app.job({ type: "protect", passphrase }, t("busy-protecting"));
    if (result) {
      if (chosen) this.app.port.takeUpFound(chosen);
      this.app.protect.use(passphrase, passphrase.includes("-"));
      this.app.autosave();
    }
    this.passphrase = "";
    this.journal = null;
    await this.app.refresh();
    this.app.go("load");
    this.app.notice = t("notice-resumed", { decisions: journal.decisions });
    this.app.draw();
  }
}

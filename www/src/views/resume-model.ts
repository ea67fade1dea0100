// State of "continue saved work": the journal that the shell kept, its secret, and the files that
// belong to it. The journal holds no source bytes, so the same files are asked for and compared by
// their SHA-256.
import type { App } from "../app.ts";
import { t } from "../i18n.ts";
import type { FoundWork } from "../port.ts";
import type { JournalSource, JournalView } from "../protocol.gen.ts";

export class Resume {
  private readonly app: App;
  found: FoundWork | null = null;
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

  async unlock(): Promise<void> {
    const passphrase = this.passphrase;
    const bytes = await this.app.attempt(() => this.app.port.foundBytes());
    if (!bytes || passphrase === "") return;
    const result = await this.app.job(
      { type: "open-journal", bytes: [...bytes], passphrase },
      t("busy-unlocking"),
    );
    if (result?.type === "journal") this.journal = result.value;
    this.app.draw();
  }

  /** Files of the journal that are loaded. */
  has(source: JournalSource): boolean {
    return this.app.overview?.sources.some((one) => one.sha256 === source.sha256) ?? false;
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
    const passphrase = this.passphrase;
    const done = await this.app.attempt(() =>
      this.app.port.ask({ type: "restore-snapshot", snapshot: journal.snapshot, poisoned: [] }),
    );
    if (!done) return;
    await this.app.job({ type: "reload" }, t("busy-reading-again"));
    const result = await this.app.job({ type: "protect", passphrase }, t("busy-protecting"));
    if (result) {
      this.app.port.takeUpFound();
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

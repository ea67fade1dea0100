// State of "open a bundle": the file, the secret, and what was found inside.
import type { App } from "../app.ts";
import { t } from "../i18n.ts";
import type { OpenSecret, OpenView } from "../protocol.gen.ts";

export type SecretKind = "passphrase" | "private-key" | "nothing";

export class OpenBundle {
  private readonly app: App;
  file: File | null = null;
  kind: SecretKind = "passphrase";
  passphrase = "";
  key: File | null = null;
  view: OpenView | null = null;
  saved = new Set<string>();

  constructor(app: App) {
    this.app = app;
  }

  /** A file was chosen or dropped: a key file by its name, else the bundle. */
  async choose(files: readonly File[]): Promise<void> {
    for (const file of files) {
      if (/\.(pem|key)$/i.test(file.name)) {
        this.key = file;
        this.kind = "private-key";
      } else {
        this.file = file;
        this.view = null;
        this.saved.clear();
      }
    }
    this.app.draw();
  }

  setKind(kind: SecretKind): void {
    this.kind = kind;
    this.app.draw();
  }

  get ready(): boolean {
    if (!this.file || this.app.busy) return false;
    if (this.kind === "passphrase") return this.passphrase !== "";
    return this.kind === "nothing" || this.key !== null;
  }

  private async secret(): Promise<OpenSecret> {
    if (this.kind === "passphrase") return { type: "passphrase", passphrase: this.passphrase };
    if (this.kind === "private-key" && this.key) {
      return { type: "private-key", bytes: [...new Uint8Array(await this.key.arrayBuffer())] };
    }
    return { type: "nothing" };
  }

  async open(): Promise<void> {
    const file = this.file;
    if (!file || !this.ready) return;
    this.view = null;
    const result = await this.app.attempt(async () => {
      const [id] = await this.app.port.addFiles([file]);
      if (id === undefined) return undefined;
      return this.app.job({ type: "open", file: id, secret: await this.secret() }, t("busy-opening"));
    });
    if (result?.type === "open") this.view = result.value;
    this.app.draw();
    if (this.view) queueMicrotask(() => document.querySelector<HTMLElement>("#results")?.focus());
  }

  /** Goes on with a working file. */
  async goOn(): Promise<void> {
    if (this.file && this.app.tooLarge([this.file])) return;
    const result = await this.app.job({ type: "continue" }, t("busy-continuing"));
    if (!result) return;
    if (this.kind === "passphrase") {
      const passphrase = this.passphrase;
      if (await this.app.job({ type: "protect", passphrase }, t("busy-protecting"))) {
        this.app.protect.use(passphrase, passphrase.includes("-"));
        this.app.autosave();
      }
    }
    this.passphrase = "";
    await this.app.refresh();
    this.app.people.forget();
    this.app.go("load");
  }

  async save(path: string): Promise<void> {
    const name = path.split("/").pop() ?? path;
    if (this.view?.inside.includes(path)) {
      // Too large to be held: it goes out of the bundle piece by piece.
      const target = await this.app.attempt(() => this.app.port.target(name));
      if (!target) return;
      const done = await this.app.job({ type: "extract", path }, t("busy-extracting"), target);
      if (await this.app.ended(target, done?.type === "file")) this.saved.add(path);
      this.app.draw();
      return;
    }
    if (await this.app.attempt(() => this.app.port.save(path, name))) this.saved.add(path);
    this.app.draw();
  }
}

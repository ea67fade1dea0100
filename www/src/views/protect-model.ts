// The secret of the case: generated words or an own passphrase, the key sheet, and the proof that
// somebody has it (two of its words typed again; an own passphrase is typed again whole).
import type { App } from "../app.ts";
import { t } from "../i18n.ts";
import type { PassphraseView } from "../protocol.gen.ts";

export type Way = "generated" | "own";

export class Protect {
  private readonly app: App;
  /** The secret in use, `null` until one was chosen. */
  passphrase: string | null = null;
  generated = false;
  way: Way = "generated";
  proposal: PassphraseView | null = null;
  own = "";
  strength: PassphraseView | null = null;
  sheetSaved = false;
  /** Positions (from 0) of the words that are asked for. */
  asked: number[] = [];
  typed: string[] = [];
  confirmed = false;
  /** "Later" was chosen: the warning stands in the footer. */
  later = false;
  /** What waited for a secret. */
  afterwards: (() => void) | null = null;

  constructor(app: App) {
    this.app = app;
  }

  /** Opens the dialog once, when the first file was loaded. */
  offer(): void {
    if (this.passphrase === null && !this.later) this.begin();
  }

  begin(): void {
    this.app.show("protect");
    void this.app.attempt(async () => {
      this.proposal ??= await this.app.port.ask({ type: "generate-passphrase" });
      this.app.draw();
    });
  }

  async another(): Promise<void> {
    await this.app.attempt(async () => {
      this.proposal = await this.app.port.ask({ type: "generate-passphrase" });
    });
    this.app.draw();
  }

  choose(way: Way): void {
    this.way = way;
    this.app.draw();
  }

  async setOwn(text: string): Promise<void> {
    this.own = text;
    const strength = text === "" ? null : await this.app.port.ask({ type: "strength", passphrase: text });
    if (this.own === text) this.strength = strength;
    this.app.draw();
  }

  get ready(): boolean {
    return this.way === "generated" ? this.proposal !== null : this.strength?.accepted === true;
  }

  postpone(): void {
    this.later = true;
    this.afterwards = null;
    this.app.hide();
  }

  /** Takes the chosen secret and starts the autosave with it. */
  async accept(): Promise<void> {
    const chosen = this.way === "generated" ? this.proposal?.text : this.own;
    if (!chosen || !this.ready) return;
    this.app.hide();
    const result = await this.app.job({ type: "protect", passphrase: chosen }, t("busy-protecting"));
    if (!result) return;
    this.use(chosen, this.way === "generated");
    this.app.autosave();
    this.own = "";
    this.strength = null;
    this.app.notice = t("notice-protected");
    this.app.draw();
    const next = this.afterwards;
    this.afterwards = null;
    next?.();
  }

  /** Sets a secret that is known to be right, for example from resumed work. */
  use(passphrase: string, generated: boolean): void {
    this.passphrase = passphrase;
    this.generated = generated;
    this.sheetSaved = false;
    this.confirmed = false;
    this.later = false;
    const words = this.words();
    this.asked = [];
    if (words.length >= 4) {
      const pool = words.map((_, index) => index);
      const random = crypto.getRandomValues(new Uint32Array(2));
      for (const number of random) {
        const [taken] = pool.splice(number % pool.length, 1);
        if (taken !== undefined) this.asked.push(taken);
      }
      this.asked.sort((a, b) => a - b);
    }
    this.typed = this.asked.length > 0 ? this.asked.map(() => "") : [""];
  }

  /** The words of a generated secret; an own one is one piece. */
  words(): string[] {
    if (this.passphrase === null) return [];
    return this.generated ? this.passphrase.split(/[\s-]+/).filter((word) => word !== "") : [this.passphrase];
  }

  type(position: number, text: string): void {
    this.typed[position] = text;
    const words = this.words();
    const wanted = this.asked.length > 0 ? this.asked.map((at) => words[at]) : [this.passphrase ?? ""];
    this.confirmed = wanted.every((word, index) => same(word ?? "", this.typed[index] ?? "", this.generated));
    this.app.draw();
  }

  print(): void {
    this.sheetSaved = true;
    window.print();
    this.app.draw();
  }

  async saveSheet(text: string): Promise<void> {
    const blob = new Blob([text], { type: "text/plain;charset=utf-8" });
    const saved = await this.app.attempt(() => this.app.port.saveBytes(t("file-name-sheet"), blob));
    if (saved) this.sheetSaved = true;
    this.app.draw();
  }
}

/** Generated words are compared without case; an own passphrase exactly. */
function same(wanted: string, typed: string, fold: boolean): boolean {
  const a = wanted.normalize("NFC");
  const b = typed.trim().normalize("NFC");
  return fold ? a.toLowerCase() === b.toLowerCase() : a === typed.normalize("NFC");
}

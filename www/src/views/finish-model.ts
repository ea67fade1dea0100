// State of the finish screen: the checklist, who can open the bundle, and what was written.
import type { App } from "../app.ts";
import { t } from "../i18n.ts";
import { PortError, type Run } from "../port.ts";
import type { CertificateView, GatePlace, GateView, OccurrenceView, ReleaseView, SealView, Secrets } from "../protocol.gen.ts";

export interface Certificate {
  bytes: number[];
  view: CertificateView;
  /** Expired ones are used only on purpose. */
  allowed: boolean;
}

/** A place with a few words around it. */
export type Around = Pick<GatePlace, "before" | "text" | "after">;

/** A certificate is never larger than this. */
const CERTIFICATE_BYTES = 262_144;

export class Finish {
  private readonly app: App;
  gate: GateView | null = null;
  /** Every text is being read for the checklist. */
  checking: Run | null = null;
  /** How far, in percent. */
  checked = 0;
  certificates: Certificate[] = [];
  release: ReleaseView | null = null;
  seal: SealView | null = null;
  /** Paths that were saved. */
  saved = new Set<string>();
  /** The bundle that was written straight into a chosen file: it cannot be saved again. */
  streamed: string | null = null;

  /** Lines of the checklist with all their places shown. */
  opened = new Set<string>();
  /** What is to be kept on purpose; the dialog asks why. */
  keeping: { value: OccurrenceView; around: Around | null; reason: string } | null = null;

  constructor(app: App) {
    this.app = app;
  }

  async enter(): Promise<void> {
    await this.stopChecking();
    const run = this.app.port.run({ type: "gate" }, (progress) => {
      this.checked = progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
      this.app.draw();
    });
    this.checking = run;
    this.checked = 0;
    this.app.draw();
    try {
      const result = await run.done;
      if (result.type === "gate") this.gate = result.value;
    } catch (error) {
      // Something else was begun, and with it the checklist is made again.
      if (!(error instanceof PortError && error.view.code === "cancelled")) throw error;
    } finally {
      if (this.checking === run) this.checking = null;
      this.app.draw();
    }
  }

  /** Reading for the checklist ends, because another job begins. */
  async stopChecking(): Promise<void> {
    const run = this.checking;
    if (!run) return;
    run.cancel();
    await run.done.catch(() => undefined);
  }

  async addCertificates(files: readonly File[]): Promise<void> {
    for (const file of files) {
      if (file.size > CERTIFICATE_BYTES) {
        this.app.notice = t("certificate-too-large", { name: file.name });
        continue;
      }
      const bytes = [...new Uint8Array(await file.arrayBuffer())];
      const view = await this.app.attempt(() => this.app.port.ask({ type: "certificate", bytes }));
      if (!view || this.certificates.some((one) => one.view.fingerprint === view.fingerprint)) continue;
      this.certificates.push({ bytes, view, allowed: !view.expired });
    }
    this.app.draw();
  }

  removeCertificate(certificate: Certificate): void {
    this.certificates = this.certificates.filter((one) => one !== certificate);
    this.app.draw();
  }

  allow(certificate: Certificate): void {
    certificate.allowed = true;
    this.app.draw();
  }

  /** The secrets for the bundle: each opens it alone. */
  secrets(): Secrets {
    const passphrase = this.app.protect.passphrase;
    return {
      passphrases: passphrase === null ? [] : [passphrase],
      certificates: this.certificates.filter((one) => one.allowed).map((one) => one.bytes),
    };
  }

  /** Somebody will be able to open the bundle. */
  get keysReady(): boolean {
    const { passphrase, sheetSaved, confirmed } = this.app.protect;
    return (passphrase !== null && sheetSaved && confirmed) || this.certificates.some((one) => one.allowed);
  }

  get ready(): boolean {
    return this.gate?.ready === true && this.checking === null && this.keysReady && !this.app.busy;
  }

  /** Writes and checks the released copy, then the bundle with its receipt. */
  async write(): Promise<void> {
    if (!this.ready) return;
    this.release = null;
    this.seal = null;
    this.saved.clear();
    this.streamed = null;
    // The picker opens only right after the click, so large bundles get their file now.
    const large = this.app.large;
    const target = large ? await this.app.attempt(() => this.app.port.target(t("file-name-bundle"))) : null;
    if (large && !target) return;
    const released = await this.app.job({ type: "release" }, t("busy-releasing"));
    if (released?.type === "release") this.release = released.value;
    if (this.release?.verified) {
      const sealed = await this.app.job(
        { type: "seal", secrets: this.secrets(), workingFile: false },
        t("busy-sealing"),
        target ?? null,
      );
      if (sealed?.type === "seal") this.seal = sealed.value;
    }
    const seal = this.seal;
    if (target && (await this.app.ended(target, seal !== null)) && seal) {
      this.saved.add(seal.file.path);
      this.streamed = seal.file.path;
    }
    await this.again();
    queueMicrotask(() => document.querySelector<HTMLElement>("#results")?.focus());
  }

  private async again(): Promise<void> {
    const failure = this.app.error;
    await this.app.refresh();
    await this.app.attempt(() => this.enter());
    if (failure) this.app.error = failure;
    this.app.draw();
  }

  async save(path: string, name: string): Promise<void> {
    if (await this.app.attempt(() => this.app.port.save(path, name))) this.saved.add(path);
    this.app.draw();
  }

  /** Redacts every place of the values that are hidden in one place and visible in another. */
  async redactTwins(): Promise<void> {
    const decided = await this.app.attempt(async () => {
      await this.enter();
      return this.app.port.ask({ type: "accept-twins" });
    });
    if (decided) this.app.notice = t("notice-twins", { places: decided.changed });
    await this.again();
  }

  openLine(id: string): void {
    this.opened.add(id);
    this.app.draw();
  }

  /** Redacts a removed value where it is still visible. */
  async redactHere({ place, category, key }: OccurrenceView): Promise<void> {
    const decided = await this.app.attempt(() =>
      this.app.port.ask({ type: "redact-occurrence", place, category, key }),
    );
    if (decided) this.app.notice = t("notice-twins", { places: decided.changed });
    await this.again();
  }

  /** Asks why a removed value is to stay visible here. */
  keepHere(value: OccurrenceView | null, around: Around | null): void {
    if (!value) return;
    this.keeping = { value, around, reason: "" };
    this.app.show("keep");
  }

  /** Keeps it, once there is a reason. */
  async keep(): Promise<void> {
    const keeping = this.keeping;
    if (!keeping || keeping.reason.trim() === "") return;
    const { place, category, key } = keeping.value;
    this.app.hide();
    this.keeping = null;
    const decided = await this.app.attempt(() =>
      this.app.port.ask({ type: "keep-occurrence", place, category, key, reason: keeping.reason }),
    );
    if (decided) {
      this.app.notice = t("notice-kept");
      const leaks = this.release?.leaks.filter((leak) => leak.value?.place !== place || leak.value.key !== key);
      if (this.release && leaks) this.release = leaks.length > 0 ? { ...this.release, leaks } : null;
    }
    await this.again();
  }

  /** Opens the review at a place of the checklist. */
  async jump(place: { finding: number | null; message: number | null }): Promise<void> {
    await this.app.toReview();
    if (place.finding !== null) await this.app.attempt(() => this.app.review.openFinding(place.finding ?? 0));
    else if (place.message !== null) await this.app.attempt(() => this.app.review.jump(place.message ?? 0));
  }
}

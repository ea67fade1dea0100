// What stands around every screen: header, progress, messages and footer.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { ago, count, LANGUAGE_NAMES, LANGUAGES, language, size, t, type Language } from "../i18n.ts";
import { button } from "./controls.ts";

/** Screens that belong to the first step. */
const BESIDE: ReadonlySet<string> = new Set(["scope", "people", "register"]);
const STEPS = ["load", "review", "finish"] as const;

/** Name, case, steps, promise and language: the same height on every screen. */
export function header(app: App): TemplateResult {
  const overview = app.overview;
  const loaded = overview !== null && overview.sources.length > 0;
  const at = BESIDE.has(app.screen) ? "load" : app.screen;
  const done: Record<(typeof STEPS)[number], boolean> = {
    load: loaded && (overview?.scanned ?? false),
    review: loaded && overview?.scanned === true && overview.review.open + overview.review.unsure === 0,
    finish: app.finish.seal !== null,
  };
  const open: Record<(typeof STEPS)[number], boolean> = {
    load: true,
    review: (overview?.messages ?? 0) > 0,
    finish: overview?.scanned === true && overview.messages > 0,
  };
  const go: Record<(typeof STEPS)[number], () => unknown> = {
    load: () => app.go(loaded ? "load" : "start"),
    review: () => app.toReview(),
    finish: () => app.toFinish(),
  };
  return html`<header class="bar">
    <a class="skip" href="#main" @click=${skip}>${t("skip-to-content")}</a>
    <div class="bar-name">
      <span class="brand">Maskera</span>
      <span class="case"
        >${loaded
          ? t("case-line", { files: overview.sources.length, messages: overview.messages })
          : t("case-empty")}</span
      >
    </div>
    <nav class="steps" aria-label=${t("steps-label")}>
      <ol>
        ${STEPS.map((step, index) => {
          const off = !open[step] || app.busy !== null;
          const current = at === step || (step === "load" && (at === "start" || at === "resume"));
          return html`<li>
            <button
              type="button"
              class="step"
              aria-current=${current ? "step" : nothing}
              aria-disabled=${off ? "true" : nothing}
              @click=${() => (off ? undefined : void go[step]())}
            >
              ${done[step] && !current ? html`<span class="tick" aria-hidden="true">✓</span>` : nothing}
              ${count(index + 1)} ${t(`step-${step}`)}
              ${done[step] ? html`<span class="hidden">${t("step-done")}</span>` : nothing}
            </button>
          </li>`;
        })}
      </ol>
    </nav>
    <div class="bar-end">
      <button type="button" class="promise" @click=${() => app.show("self-test")}>
        <span aria-hidden="true">✓</span> <span class="promise-long">${t("promise")}</span
        ><span class="promise-short">${t("promise-short")}</span>
      </button>
      <label class="hidden" for="language">${t("language")}</label>
      <select id="language" class="language" @change=${(event: Event) => pickLanguage(app, event)}>
        ${LANGUAGES.map(
          (one) =>
            html`<option value=${one} lang=${one} .selected=${one === language()}>${LANGUAGE_NAMES[one]}</option>`,
        )}
      </select>
    </div>
  </header>`;
}

function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("main h1, main [tabindex='0']")?.focus();
}

function pickLanguage(app: App, event: Event): void {
  const value = event.target instanceof HTMLSelectElement ? event.target.value : "en";
  void app.changeLanguage(LANGUAGES.find((one): one is Language => one === value) ?? "en");
}

/** Progress with words and a way out; `below` is what can be looked at meanwhile. */
export function progress(app: App, below: unknown): TemplateResult {
  const busy = app.busy;
  if (!busy) return html``;
  const now = busy.progress;
  const known = now !== null && now.total > 0;
  const percent = known ? Math.min(100, Math.floor((now.done / now.total) * 100)) : 0;
  return html`<section class="sheet progress" aria-labelledby="progress-title">
    <h1 id="progress-title" tabindex="-1">${busy.title}</h1>
    <p class="lead">${now ? t(`phase-${now.phase}`) : t("phase-starting")}</p>
    ${known
      ? html`<progress max="100" .value=${percent} aria-labelledby="progress-title"></progress>`
      : html`<progress aria-labelledby="progress-title"></progress>`}
    <p class="numbers">${numbers(app)}</p>
    ${button(t(busy.cancelling ? "cancelling" : "cancel"), busy.cancel, { disabled: busy.cancelling, id: "cancel" })}
    <p class="hint">${t("cancel-hint")}</p>
    ${below}
  </section>`;
}

function numbers(app: App): string {
  const now = app.busy?.progress;
  if (!now) return "\u00a0";
  if (now.phase === "deriving") {
    return now.total > 0 ? t("progress-percent", { percent: Math.floor((now.done / now.total) * 100) }) : "\u00a0";
  }
  // its parts are counted, not its bytes
  if (now.phase === "scanning" && now.total > 0) {
    return t("progress-percent", { percent: Math.floor((now.done / now.total) * 100) });
  }
  const args = { done: size(now.done), total: size(now.total), records: now.records };
  if (now.total === 0) return t("progress-open", args);
  return now.records > 0 ? t("progress-records", args) : t("progress-bytes", args);
}

/** What went wrong: what happened, what it means for the material, what to do. */
export function alert(app: App): TemplateResult {
  const error = app.error;
  if (!error) return html``;
  return html`<div class="alert" role="alert" tabindex="-1">
    <h2>${t("error-heading")}</h2>
    <p class="what">${error.message}</p>
    ${error.place ? html`<p class="where">${t("error-place", { place: error.place })}</p>` : nothing}
    <p>${error.advice}</p>
    ${button(t("close"), () => {
      app.error = null;
      app.draw();
    })}
  </div>`;
}

/** A plain message. */
export function notice(app: App): TemplateResult {
  return html`<div class="notice-place" role="status">
    ${app.notice
      ? html`<div class="notice">
          <p>${app.notice}</p>
          ${button(
            t("close"),
            () => {
              app.notice = null;
              app.draw();
            },
            { kind: "link" },
          )}
        </div>`
      : nothing}
  </div>`;
}

const FOOT_KEYS = ["next", "redact", "keep", "unsure", "redact-all", "undo", "help"] as const;

/** Hints on the left, the state of saving on the right. */
export function footer(app: App): TemplateResult {
  return html`<footer class="foot">
    <div class="foot-left">${hints(app)}</div>
    <div class="foot-right">${saving(app)}</div>
  </footer>`;
}

function hints(app: App): unknown {
  if (app.screen === "review" && !app.busy) {
    if (!app.keys.on) {
      return html`<span>${t("keys-off")}</span> ${button(t("key-help"), () => app.show("keys"), { kind: "link" })}`;
    }
    return html`<span class="foot-keys"
        >${FOOT_KEYS.map((name) => {
          const key = app.keys.of(name);
          if (key === "") return nothing;
          const shown = name === "next" ? [key, app.keys.of("previous")].filter((one) => one !== "").join(" ") : key;
          return html`<span class="foot-key"><kbd>${shown}</kbd> ${t(`key-short-${name}`)}</span>`;
        })}</span
      >${button(t("key-help"), () => app.show("keys"), { kind: "link" })}`;
  }
  if (app.screen === "finish" || app.screen === "start") {
    const { version, sha256 } = app.port.tool;
    return html`<span class="tool"
      >${sha256
        ? t("tool-line", { hash: `${sha256.slice(0, 4)}…${sha256.slice(-4)}`, version })
        : t("tool-line-short", { version })}</span
    >`;
  }
  return html`<span>${t("drop-hint")}</span>`;
}

function saving(app: App): unknown {
  const loaded = (app.overview?.sources.length ?? 0) > 0;
  if (!loaded) {
    return app.resume.found.length > 0 || app.savedAt !== null
      ? button(t("remove-traces"), () => app.show("traces"), { kind: "link" })
      : html`<span>${t("nothing-stored")}</span>`;
  }
  const traces = button(t("remove-traces"), () => app.show("traces"), { kind: "link", id: "remove-traces" });
  const save = button(t("save-work"), () => app.saveWork(), { kind: "link", id: "save-work" });
  if (app.traceless && app.protect.passphrase !== null) {
    return html`<span class="warn">${t("not-saved")}</span> ${save}
      ${button(t("autosave-again"), () => app.autosave(), { kind: "link", id: "autosave-again" })}`;
  }
  if (app.protect.passphrase === null) {
    return html`<span class="warn">${t("not-saved")}</span> ${button(
        t("choose-protection"),
        () => app.protect.begin(),
        { kind: "link", id: "protect-now" },
      )}`;
  }
  return html`<span
      >${app.savedAt === null
        ? t("autosave-soon")
        : t("autosaved", { ago: ago((Date.now() - app.savedAt) / 1000) })}</span
    >
    ${save} ${traces}`;
}

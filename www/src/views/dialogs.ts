// The one dialog and what can stand in it. No forms: buttons and keys only.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App, DialogName } from "../app.ts";
import { button, choice, textField } from "../components/controls.ts";
import { count, either, t } from "../i18n.ts";
import { quoted, toolLine } from "./finish.ts";
import { spanOfSelection } from "./selection.ts";
import { howtoDialog } from "./howto.ts";
import { keysDialog } from "./keys-dialog.ts";

const CONTENT: Record<DialogName, (app: App) => TemplateResult> = {
  protect: protectDialog,
  "self-test": selfTestDialog,
  keys: (app) => keysDialog(app, closeButton(app)),
  howto: (app) => howtoDialog(closeButton(app)),
  traces: tracesDialog,
  mark: markDialog,
  suggestions: suggestionsDialog,
  errors: errorsDialog,
  keep: keepDialog,
};

export function dialog(app: App): TemplateResult {
  const close = (): void => {
    // Escape closes by itself; the state follows.
    if (app.dialog === "protect" && app.protect.passphrase === null) app.protect.later = true;
    app.dialog = null;
    app.draw();
  };
  return html`<dialog aria-labelledby="dialog-title" @close=${close}>
    ${app.dialog ? CONTENT[app.dialog](app) : nothing}
  </dialog>`;
}

function closeButton(app: App): TemplateResult {
  return button(t("close"), () => app.hide(), { id: "dialog-close" });
}

function protectDialog(app: App): TemplateResult {
  const protect = app.protect;
  return html`<h2 id="dialog-title">${t("protect-title")}</h2>
    <p>${t("protect-lead")}</p>
    ${choice({
      name: "protect",
      value: "generated",
      label: t("protect-generated"),
      hint: t("protect-generated-hint"),
      checked: protect.way === "generated",
      choose: () => protect.choose("generated"),
    })}
    ${protect.way === "generated"
      ? html`<div class="panel secret">
          <p><code class="passphrase" id="proposal">${protect.proposal?.text ?? "…"}</code></p>
          <p class="small">${t("protect-bits", { bits: protect.proposal?.bits ?? 0 })}</p>
          ${button(t("protect-another"), () => protect.another(), { kind: "link" })}
        </div>`
      : nothing}
    ${choice({
      name: "protect",
      value: "own",
      label: t("protect-own"),
      checked: protect.way === "own",
      choose: () => protect.choose("own"),
    })}
    ${protect.way === "own"
      ? html`<div class="panel secret">
          ${textField({
            id: "own-passphrase",
            type: "password",
            label: t("passphrase"),
            autocomplete: "new-password",
            value: protect.own,
            input: (text) => app.attempt(() => protect.setOwn(text)),
          })}
          <p role="status" class=${protect.strength?.accepted ? "good" : "small"}>${strength(app)}</p>
        </div>`
      : nothing}
    <p class="hint">${t("protect-sheet-later")}</p>
    <div class="buttons">
      ${button(t("protect-use"), () => protect.accept(), { kind: "primary", disabled: !protect.ready, id: "protect-use" })}
      ${button(t("protect-later"), () => protect.postpone(), { id: "protect-later" })}
    </div>
    <p class="hint">${t("protect-later-hint")}</p>`;
}

function strength(app: App): unknown {
  const strength = app.protect.strength;
  if (!strength) return t("strength-empty");
  const reasons = strength.reasons.map((id) => either(`strength-${id}`, "strength-other"));
  return html`${t(strength.accepted ? "strength-good" : "strength-weak", { bits: strength.bits })}
  ${reasons.map((reason) => html` ${reason}`)}`;
}

function selfTestDialog(app: App): TemplateResult {
  const { lines, running } = app.selfTest;
  const open = lines.filter((line) => line.outcome === "open").length;
  return html`<h2 id="dialog-title">${t("selftest-title")}</h2>
    <p>${t("selftest-lead")}</p>
    <div class="buttons">
      ${button(t(running ? "selftest-running" : lines.length > 0 ? "selftest-again" : "selftest-run"), () => app.runSelfTest(), {
        kind: "primary",
        disabled: running,
        id: "selftest-run",
      })}
      ${closeButton(app)}
    </div>
    <div role="status">
      ${lines.length > 0 && !running
        ? html`<p class=${open > 0 ? "warn" : "good"}>
            ${open > 0 ? t("selftest-bad", { ways: open }) : t("selftest-good", { ways: lines.length })}
          </p>`
        : nothing}
    </div>
    ${lines.length > 0
      ? html`<table class="selftest">
          <thead>
            <tr>
              <th scope="col">${t("selftest-col-way")}</th>
              <th scope="col">${t("selftest-col-result")}</th>
            </tr>
          </thead>
          <tbody>
            ${lines.map(
              (line) => html`<tr data-way=${line.way} data-outcome=${line.outcome}>
                <td>${either(`selftest-way-${line.way}`, "selftest-way-other", { id: line.way })}</td>
                <td>${t(`selftest-${line.outcome}${line.sign ? `-${line.sign}` : ""}`)}</td>
              </tr>`,
            )}
          </tbody>
        </table>`
      : nothing}
    <p class="hint">${t("selftest-rest")}</p>
    ${toolLine(app)}`;
}

function tracesDialog(app: App): TemplateResult {
  return html`<h2 id="dialog-title">${t("traces-title")}</h2>
    <p>${t("traces-text")}</p>
    <div class="buttons">
      ${button(t("traces-remove"), () => app.removeTraces(), { kind: "primary", id: "traces-remove" })}
      ${button(t("cancel"), () => app.hide())}
    </div>`;
}

function suggestionsDialog(app: App): TemplateResult {
  const counts = app.overview?.review;
  return html`<h2 id="dialog-title">${t("suggestions-title")}</h2>
    <p>${t("suggestions-text", { open: counts?.open ?? 0, kept: counts?.openC ?? 0 })}</p>
    <div class="buttons">
      ${button(
        t("suggestions-do", { places: counts?.open ?? 0 }),
        () => {
          app.hide();
          return app.attempt(() => app.review.acceptSuggestions());
        },
        { kind: "primary", id: "suggestions-do" },
      )}
      ${button(t("cancel"), () => app.hide())}
    </div>`;
}

function markDialog(app: App): TemplateResult {
  const marking = app.review.marking;
  if (!marking) return html`<h2 id="dialog-title">${t("mark-title")}</h2>`;
  const take = (): unknown => {
    const area = document.querySelector<HTMLTextAreaElement>("#mark-text");
    if (!area) return undefined;
    const span = spanOfSelection(marking.field.text, area.selectionStart, area.selectionEnd);
    return app.attempt(() => app.review.markByHand(span));
  };
  return html`<h2 id="dialog-title">${t("mark-title")}</h2>
    <p id="mark-hint">${t("mark-lead")}</p>
    ${marking.message.fields.length > 1
      ? marking.message.fields.map((field, index) =>
          choice({
            name: "mark-field",
            value: String(index),
            label: t(`field-${field.field.kind}`),
            checked: field === marking.field,
            choose: () => {
              marking.field = field;
              app.draw();
            },
          }),
        )
      : nothing}
    <label for="mark-text">${t("mark-text")}</label>
    <textarea id="mark-text" readonly rows="8" aria-describedby="mark-hint" .value=${marking.field.text}></textarea>
    <div class="buttons">
      ${button(t("mark-do"), take, { kind: "primary", id: "mark-do" })} ${button(t("cancel"), () => app.hide())}
    </div>`;
}

function keepDialog(app: App): TemplateResult {
  const finish = app.finish;
  const keeping = finish.keeping;
  if (!keeping) return html`<h2 id="dialog-title">${t("keep-title")}</h2>`;
  return html`<h2 id="dialog-title">${t("keep-title")}</h2>
    ${keeping.around ? html`<p class="occurrence">${quoted(keeping.around)}</p>` : nothing}
    <p>${t("keep-text")}</p>
    ${textField({
      id: "keep-reason",
      label: t("keep-reason"),
      hint: t("keep-reason-hint"),
      value: keeping.reason,
      wide: true,
      input: (text) => {
        keeping.reason = text;
        app.draw();
      },
      enter: () => finish.keep(),
    })}
    <div class="buttons">
      ${button(t("keep-do"), () => finish.keep(), { kind: "primary", disabled: keeping.reason.trim() === "", id: "keep-do" })}
      ${button(t("cancel"), () => app.hide())}
    </div>`;
}

function errorsDialog(app: App): TemplateResult {
  const source = app.overview?.sources.find((one) => one.id === app.listed);
  const rest = source ? source.errorCount - source.errors.length : 0;
  return html`<h2 id="dialog-title">${t("errors-title")}</h2>
    <p>${t("errors-lead", { file: source?.name ?? "" })}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${t("errors-col-record")}</th>
          <th scope="col">${t("errors-col-what")}</th>
          <th scope="col">${t("errors-col-place")}</th>
        </tr>
      </thead>
      <tbody>
        ${source?.errors.map(
          (error) => html`<tr>
            <td>${count(error.record)}</td>
            <td>${error.message}</td>
            <td>
              ${error.member === null
                ? t("errors-byte", { byte: error.byte })
                : t("errors-member-byte", { member: error.member, byte: error.byte })}
            </td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${rest > 0 ? html`<p class="hint">${t("errors-more", { records: rest })}</p>` : nothing}
    <div class="buttons">${closeButton(app)}</div>`;
}

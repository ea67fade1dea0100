// The keys of the review: what they do, and other keys for them.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, check } from "../components/controls.ts";
import { t } from "../i18n.ts";
import { type Command, keyName, Keys, KEYS } from "../keys.ts";

/** The command whose new key is being waited for, and what was said last. */
let waiting: Command | null = null;
let said = "";

/** Nothing is waited for when the dialog opens. */
export function resetKeysDialog(): void {
  waiting = null;
  said = "";
}

export function keysDialog(app: App, close: TemplateResult): TemplateResult {
  return html`<h2 id="dialog-title">${t("keys-help-title")}</h2>
    <p>${t("keys-help-lead")}</p>
    ${check({
      id: "keys-on",
      label: t("keys-help-on"),
      checked: app.keys.on,
      change: (on) => app.setKeys(app.keys.switched(on)),
    })}
    <p class="hint">${t("keys-help-change-lead")}</p>
    <p role="status" class="small" id="keys-said">${said}</p>
    <table class="keylist">
      <thead>
        <tr>
          <th scope="col">${t("keys-help-col-key")}</th>
          <th scope="col">${t("keys-help-col-does")}</th>
        </tr>
      </thead>
      <tbody>
        ${KEYS.map(
          ({ command, key, fixed }) =>
            html`<tr>
              <td>${fixed ? html`<kbd>${key}</kbd>` : changeable(app, command)}</td>
              <td>${t(`key-${command}`)}</td>
            </tr>`,
        )}
        <tr>
          <td><kbd>↑</kbd> <kbd>↓</kbd> <kbd>Home</kbd> <kbd>End</kbd></td>
          <td>${t("key-arrows")}</td>
        </tr>
      </tbody>
    </table>
    <div class="buttons">
      ${close}
      ${Object.keys(app.keys.changed).length > 0
        ? button(
            t("keys-help-standard"),
            () => {
              resetKeysDialog();
              app.setKeys(new Keys());
            },
            { id: "keys-standard" },
          )
        : nothing}
    </div>`;
}

/** The key as a button that waits for another one. */
function changeable(app: App, command: Command): TemplateResult {
  const key = app.keys.of(command);
  const begin = (): void => {
    waiting = waiting === command ? null : command;
    said = waiting === null ? "" : t("keys-help-press", { command: t(`key-${command}`) });
    app.draw();
  };
  const press = (event: KeyboardEvent): void => {
    if (waiting !== command || ["Tab", "Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") {
      resetKeysDialog();
      app.draw();
      return;
    }
    const name = event.key === "Delete" || event.key === "Backspace" ? "" : keyName(event);
    if (name === null) {
      said = t("keys-help-refused");
      app.draw();
      return;
    }
    const { keys, lost } = app.keys.with(command, name);
    waiting = null;
    const does = t(`key-${command}`);
    said =
      name === ""
        ? t("keys-help-switched-off", { command: does })
        : lost === null
          ? t("keys-help-changed", { command: does, key: name })
          : t("keys-help-moved", { command: does, key: name, lost: t(`key-${lost}`) });
    app.setKeys(keys);
  };
  return html`<button
    type="button"
    class="keycap"
    data-key=${command}
    aria-pressed=${waiting === command}
    aria-label=${t("keys-help-change", { command: t(`key-${command}`), key: key === "" ? t("keys-help-none") : key })}
    @click=${begin}
    @keydown=${press}
    @blur=${() => {
      if (waiting === command) {
        resetKeysDialog();
        app.draw();
      }
    }}
  >
    <kbd>${waiting === command ? "…" : key === "" ? t("keys-help-none") : key}</kbd>
  </button>`;
}

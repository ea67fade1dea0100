// Open a bundle: the file, a secret, and the account of what was found inside.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, choice, fileButton, hash, heading, textField } from "../components/controls.ts";
import { size, t } from "../i18n.ts";
import type { SecretKind } from "./open-model.ts";

const KINDS: readonly SecretKind[] = ["passphrase", "private-key", "nothing"];

export function openScreen(app: App): TemplateResult {
  const open = app.open;
  return html`<section class="sheet open">
    ${heading(t("open-title"), t("open-lead"))}
    <div class="panel">
      <h2>${t("open-file")}</h2>
      <p>
        ${open.file
          ? html`<strong class="file-name">${open.file.name}</strong> <span class="small">${size(open.file.size)}</span>`
          : t("open-no-file")}
      </p>
      ${fileButton(t(open.file ? "open-other-file" : "open-choose"), (files) => open.choose(files), {
        kind: open.file ? "plain" : "primary",
        id: "bundle-file",
      })}
    </div>
    <fieldset class="panel">
      <legend>${t("open-secret")}</legend>
      ${KINDS.map((kind) =>
        choice({
          name: "secret",
          value: kind,
          label: t(`open-with-${kind}`),
          hint: t(`open-with-${kind}-hint`),
          checked: open.kind === kind,
          choose: () => open.setKind(kind),
        }),
      )}
      ${open.kind === "passphrase"
        ? textField({
            id: "open-passphrase",
            type: "password",
            label: t("passphrase"),
            autocomplete: "current-password",
            value: open.passphrase,
            input: (text) => {
              open.passphrase = text;
              app.draw();
            },
            enter: () => open.open(),
          })
        : nothing}
      ${open.kind === "private-key"
        ? html`<p>${open.key ? html`<strong class="file-name">${open.key.name}</strong>` : t("open-no-key")}</p>
            ${fileButton(t("open-choose-key"), (files) => open.choose(files.map(asKey)), {
              accept: ".pem,.key",
              id: "key-file",
            })}`
        : nothing}
    </fieldset>
    <div class="buttons wide">
      ${button(t(open.kind === "nothing" ? "open-check" : "open-button"), () => open.open(), {
        kind: "primary",
        disabled: !open.ready,
        why: "open-why",
        id: "open-go",
      })}
      ${button(t("back-to-start"), () => app.go((app.overview?.sources.length ?? 0) > 0 ? "load" : "start"))}
    </div>
    ${open.ready ? nothing : html`<p class="hint" id="open-why">${t("open-why")}</p>`} ${inside(app)}
  </section>`;
}

/** A key file that was chosen as such is one, whatever its name. */
function asKey(file: File): File {
  return /\.(pem|key)$/i.test(file.name) ? file : new File([file], `${file.name}.key`);
}

function inside(app: App): unknown {
  const { view, saved } = app.open;
  if (!view) return nothing;
  const state = !view.intact ? "damaged" : view.opened ? "intact" : "form";
  return html`<div class="panel results" id="results" tabindex="-1">
    <h2>${t(`open-result-${state}`)}</h2>
    <p class=${view.intact ? "good" : "warn"}>
      ${t(`open-result-${state}-text`, { parts: view.parts, files: view.files.length })}
    </p>
    ${view.damaged.length > 0
      ? html`<ul class="damaged">
          ${view.damaged.map((entry) => html`<li>${t("open-damaged-entry", { entry })}</li>`)}
        </ul>`
      : nothing}
    ${view.workingFile && view.opened
      ? html`<div class="buttons">
          ${button(t("open-continue"), () => app.open.goOn(), { kind: "primary", id: "open-continue" })}
        </div>`
      : nothing}
    ${view.files.length > 0
      ? html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t("open-files")}>
          <table>
            <thead>
              <tr>
                <th scope="col">${t("open-files")}</th>
                <th scope="col">${t("open-size")}</th>
                <th scope="col"><span class="hidden">${t("save")}</span></th>
              </tr>
            </thead>
            <tbody>
              ${view.files.map(
                (file) => html`<tr>
                  <td data-label=${t("open-files")}>
                    <span class="file-name">${file.path}</span>
                    ${file.sha256 === "" ? nothing : html`<span class="small">${hash(file.sha256)}</span>`}
                  </td>
                  <td data-label=${t("open-size")}>${size(file.size)}</td>
                  <td>
                    ${view.opened
                      ? button(t(saved.has(file.path) ? "save-again" : "save"), () => app.open.save(file.path), {
                          about: file.path,
                        })
                      : nothing}
                  </td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`
      : nothing}
  </div>`;
}

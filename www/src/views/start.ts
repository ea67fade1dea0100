// First screen: three plain choices.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, fileButton, heading } from "../components/controls.ts";
import { size, t } from "../i18n.ts";
import { since } from "./resume.ts";

export function startScreen(app: App): TemplateResult {
  const [found, ...others] = app.resume.found;
  return html`<section class="sheet start">
    ${heading(t("start-title"), t("start-lead"))}
    ${found
      ? html`<div class="panel found">
          <h2>${t("start-found-title")}</h2>
          <p>${others.length > 0 ? t("start-found-several", { cases: others.length + 1, ago: since(found) }) : t("start-found", { ago: since(found) })}</p>
          <div class="buttons">
            ${button(t("start-resume"), () => app.go("resume"), { kind: "primary", id: "resume" })}
            ${button(t("remove-traces"), () => app.show("traces"))}
          </div>
        </div>`
      : nothing}
    <div class="choices">
      <div class="way">
        <h2>${t("start-load-title")}</h2>
        <p>${t("start-load-text")} ${t("start-formats")}</p>
        ${fileButton(t("choose-files"), (files) => app.files(files), {
          kind: found ? "plain" : "primary",
          multiple: true,
          id: "files",
        })}
        ${fileButton(t("choose-folder"), (files) => app.files(files), { folder: true, id: "folder" })}
        <p>${button(t("howto-link"), () => app.show("howto"), { kind: "link", id: "howto" })}</p>
      </div>
      <div class="way">
        <h2>${t("start-open-title")}</h2>
        <p>${t("start-open-text")}</p>
        ${button(t("start-open-button"), () => app.go("open"), { id: "open-bundle" })}
      </div>
      <div class="way">
        <h2>${t("start-continue-title")}</h2>
        <p>${t("start-continue-text")}</p>
        ${button(t("start-continue-button"), () => app.go(found ? "resume" : "open"), { id: "continue" })}
      </div>
    </div>
    <div class="panel try">
      <h2>${t("start-try-title")}</h2>
      <p>${t("start-try-text")}</p>
      ${button(t("start-try-button"), () => app.sample(), { id: "try" })}
    </div>
    ${app.port.writeLimit === null
      ? nothing
      : html`<p class="hint">${t("write-limit", { size: size(app.port.writeLimit) })}</p>`}
    <p class="privacy">
      ${t("start-privacy")} ${button(t("start-check"), () => app.show("self-test"), { kind: "link" })}
    </p>
  </section>`;
}

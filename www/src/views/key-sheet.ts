// The key sheet: seen only on paper.
import { html, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { t } from "../i18n.ts";

export function keySheet(app: App): TemplateResult {
  const passphrase = app.protect.passphrase;
  if (passphrase === null) return html``;
  return html`<div class="print-only" aria-hidden="true">
    <p class="print-title">${t("sheet-title")}</p>
    <p>${t("sheet-text")}</p>
    <p class="print-secret">${passphrase}</p>
    <p>${t("keys-lost")}</p>
    <p>${t("sheet-store")}</p>
    <p class="print-line">${t("sheet-case")}</p>
    <p class="print-line">${t("sheet-date")}</p>
    <p class="print-line">${t("sheet-holder")}</p>
  </div>`;
}

// "How do I get this file?": steps that a member of staff can follow, one block per kind of phone
// or service.
import { html, type TemplateResult } from "lit-html";
import { t } from "../i18n.ts";

/** Blocks in the order of the list: `howto-<id>` is the title, `howto-<id>-steps` one step a line. */
const BLOCKS = [
  "iphone",
  "android",
  "whatsapp",
  "meta",
  "telegram",
  "signal",
  "google",
  "bluesky",
  "x",
  "teams",
  "slack",
  "mastodon",
  "tiktok",
  "snapchat",
  "linkedin",
  "reddit",
  "mail",
  "contacts",
  "table",
] as const;

/** What stands in the dialog; `close` ends it. */
export function howtoDialog(close: TemplateResult): TemplateResult {
  return html`<h2 id="dialog-title">${t("howto-title")}</h2>
    <p>${t("howto-lead")}</p>
    ${BLOCKS.map(
      (block) =>
        html`<details class="howto">
          <summary>${t(`howto-${block}`)}</summary>
          <ol>
            ${t(`howto-${block}-steps`)
              .split("\n")
              .map((step) => html`<li>${step}</li>`)}
          </ol>
        </details>`,
    )}
    <div class="buttons">${close}</div>`;
}

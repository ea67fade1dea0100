// Continue saved work: the secret first, then the same files again.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, choice, fileButton, hash, heading, textField } from "../components/controls.ts";
import { ago, moment, size, t } from "../i18n.ts";
import type { FoundWork } from "../port.ts";

export function resumeScreen(app: App): TemplateResult {
  const resume = app.resume;
  const journal = resume.journal;
  return html`<section class="sheet resume">
    ${heading(
      t("resume-title"),
      resume.found.length > 0 ? t("resume-lead", { cases: resume.found.length }) : t("resume-none"),
    )}
    ${journal === null
      ? html`<div class="panel">
          ${resume.found.length > 1
            ? html`<fieldset>
                <legend>${t("resume-choose")}</legend>
                ${resume.found.map((work) =>
                  choice({
                    name: "resume-case",
                    value: work.name,
                    label: t("resume-saved", { ago: since(work), time: moment(work.savedAt) }),
                    checked: work === resume.chosen,
                    choose: () => resume.choose(work),
                  }),
                )}
              </fieldset>`
            : nothing}
          ${textField({
            id: "resume-passphrase",
            type: "password",
            label: t("passphrase"),
            hint: t("resume-hint"),
            autocomplete: "current-password",
            value: resume.passphrase,
            input: (text) => {
              resume.passphrase = text;
              app.draw();
            },
            enter: () => resume.unlock(),
          })}
          <div class="buttons">
            ${button(t("resume-unlock"), () => resume.unlock(), {
              kind: "primary",
              disabled: resume.passphrase === "" || resume.chosen === null,
              id: "resume-unlock",
            })}
            ${button(t("remove-traces"), () => app.show("traces"))} ${button(t("back-to-start"), () => app.go("start"))}
          </div>
        </div>`
      : html`<p>${t("resume-files-lead", { decisions: journal.decisions })}</p>
          <ul class="checklist">
            ${journal.sources.map((source) => {
              const here = resume.has(source);
              return html`<li class="check check-${here ? "ok" : "block"}">
                <span class="sign" aria-hidden="true">${here ? "✓" : "!"}</span>
                <div>
                  <p class="check-title"><span class="file-name">${source.name}</span> · ${size(source.size)}</p>
                  <p class="small">${t(here ? "resume-file-here" : "resume-file-missing")}</p>
                  <p class="small">SHA-256 ${hash(source.sha256)}</p>
                </div>
              </li>`;
            })}
          </ul>
          <div class="buttons wide">
            ${button(t("resume-go"), () => resume.restore(), {
              kind: resume.complete ? "primary" : "plain",
              disabled: !resume.complete,
              why: "resume-why",
              id: "resume-go",
            })}
            ${fileButton(t("choose-files"), (files) => resume.give(files), {
              multiple: true,
              kind: resume.complete ? "plain" : "primary",
              id: "resume-files",
            })}
            ${fileButton(t("choose-folder"), (files) => resume.give(files), { folder: true, id: "resume-folder" })}
          </div>
          ${resume.complete ? nothing : html`<p class="hint" id="resume-why">${t("resume-why")}</p>`}`}
  </section>`;
}

/** How long ago it was saved. */
export function since(work: FoundWork): string {
  return ago((Date.now() - work.savedAt) / 1000);
}

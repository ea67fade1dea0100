// What was in the files: recognised as, the account of every record, what the files leave open.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, check, choice, fileButton, heading, select, textField } from "../components/controls.ts";
import { either, numeric, period, size, t } from "../i18n.ts";
import type { Question, SourceView } from "../protocol.gen.ts";
import { coveragePanel } from "./coverage.ts";
import { columns } from "./columns.ts";

export function loadScreen(app: App): TemplateResult {
  const sources = app.overview?.sources ?? [];
  const all = sources.flatMap((source) => source.questions.map((question) => ({ source, question })));
  const open = all.filter(({ question }) => !settled(question));
  const readable = (app.overview?.messages ?? 0) > 0;
  return html`<section class="sheet load">
    ${heading(t("load-title"), t("load-lead"))}
    ${sources.length === 0
      ? html`<p class="empty">${t("load-empty")}</p>`
      : html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t("load-table")}>
          <table class="files">
            <thead>
              <tr>
                <th scope="col">${t("load-col-file")}</th>
                <th scope="col">${t("load-col-format")}</th>
                <th scope="col">${t("load-col-read")}</th>
                <th scope="col">${t("load-col-period")}</th>
              </tr>
            </thead>
            <tbody>
              ${sources.map((source) => row(app, source))}
            </tbody>
          </table>
        </div>`}
    ${open.length > 0
      ? html`<h2>${t("load-questions", { questions: open.length })}</h2>
          <p class="hint">${t("load-questions-hint")}</p>
          ${open.map(({ source, question }) => ask(app, source, question))}`
      : nothing}
    ${all
      .filter(({ question }) => settled(question))
      .map(
        ({ source, question }) =>
          html`<details class="panel question">
            <summary>${t("columns-settled", { file: source.name })}</summary>
            ${answers(app, source, question, `q-${source.id}-${question.kind}`)}
          </details>`,
      )}
    ${readable
      ? html`${coveragePanel(app)}
          <div class="buttons beside">
            ${button(t("people-open", { likely: app.overview?.likely ?? 0 }), () => app.toPeople(), { id: "open-people" })}
            ${button(t("register-open"), () => app.toRegister(), { id: "open-register" })}
          </div>`
      : nothing}
    <div class="buttons wide">
      ${button(t("load-go-on"), () => app.toScope(), {
        kind: "primary",
        disabled: !readable,
        why: "load-why",
        id: "go-on",
      })}
      ${button(t("howto-link"), () => app.show("howto"), { kind: "link", id: "howto" })}
      ${fileButton(t("load-more"), (files) => app.files(files), { multiple: true, id: "more-files" })}
      ${fileButton(t("choose-folder"), (files) => app.files(files), { folder: true, id: "more-folder" })}
    </div>
    ${readable ? nothing : html`<p class="hint" id="load-why">${t("load-nothing-readable")}</p>`}
  </section>`;
}

/** An answer that stays open to change. */
function settled(question: Question): boolean {
  return question.kind === "columns" && question.confirmed;
}

function row(app: App, source: SourceView): TemplateResult {
  return html`<tr>
    <td data-label=${t("load-col-file")}>
      <strong class="file-name">${source.name}</strong>
      <span class="small">${size(source.size)}</span>
      ${company(app, source)}
      ${button(t("load-remove"), () => app.removeSource(source.id), { kind: "link", about: source.name })}
    </td>
    <td data-label=${t("load-col-format")}>${format(app, source)}</td>
    ${source.format === null
      ? html`<td data-label=${t("load-col-read")} colspan="2">
          ${t("load-unknown")}${warnings(source)}
        </td>`
      : html`<td data-label=${t("load-col-read")}>${account(app, source)}</td>
          <td data-label=${t("load-col-period")}>${period(source.first, source.last)}</td>`}
  </tr>`;
}

/** The files of a source, and a way to take them apart or to put sources together. */
function company(app: App, source: SourceView): unknown {
  const others = (app.overview?.sources ?? []).filter((other) => other.id !== source.id);
  const several = source.fileCount > 1;
  if (!several && others.length === 0) return nothing;
  const more = source.fileCount - source.files.length;
  return html`<details class="small">
    <summary>${t("load-files", { files: source.fileCount })}</summary>
    ${several
      ? html`<ul class="file-list">
            ${source.files.map((file) => html`<li><span class="file-name">${file.path}</span> ${size(file.size)}</li>`)}
          </ul>
          ${more > 0 ? html`<p>${t("load-files-more", { files: more })}</p>` : nothing}
          ${source.filesListed > 0 ? html`<p>${t("load-files-listed", { files: source.filesListed })}</p>` : nothing}
          ${button(t("load-split"), () => app.regroup({ type: "split-source", source: source.id }), {
            kind: "link",
            about: source.name,
          })}`
      : nothing}
    ${others.length > 0
      ? select({
          id: `join-${source.id}`,
          label: t("load-join"),
          value: "",
          options: [
            { value: "", label: t("load-join-none") },
            ...others.map((other) => ({ value: String(other.id), label: other.name })),
          ],
          change: (other) =>
            other === ""
              ? undefined
              : app.regroup({ type: "join-sources", sources: [source.id, Number(other)] }),
        })
      : nothing}
  </details>`;
}

function format(app: App, source: SourceView): TemplateResult {
  const name = source.format === null ? t("format-unknown") : either(`format-${source.format}`, "format-other");
  const formats = app.overview?.formats ?? [];
  return html`${name}
    ${source.fromDocumentation ? html`<p class="small">${t("format-unseen")}</p>` : nothing}
    ${source.variant ? html`<span class="small">${source.variant}</span>` : nothing}
    ${formats.length > 0
      ? html`<details class="small">
          <summary>${t("load-format-wrong")}</summary>
          ${select({
            id: `format-${source.id}`,
            label: t("load-format-choose"),
            value: source.answers.format ?? "",
            options: [
              { value: "", label: t("load-format-auto") },
              ...formats.map((id) => ({ value: id, label: either(`format-${id}`, "format-other") })),
            ],
            change: (value) => app.answer(source.id, { format: value === "" ? null : value }),
          })}
        </details>`
      : nothing}`;
}

/** The account in words: everything that was seen is named. */
function account(app: App, source: SourceView): TemplateResult {
  const repaired = Object.values(source.repairs).reduce((sum, one) => sum + one, 0);
  const facts: unknown[] = [
    ...(source.shared > 0 ? [t("load-shared", { messages: source.shared })] : []),
    ...(repaired > 0 ? [t("load-repaired", { places: repaired })] : []),
  ];
  return html`<span data-account>${source.account}</span>
    ${facts.map((fact) => html`<span class="small">${fact}</span>`)}
    ${source.errorCount > 0
      ? html`<span class="small warn"
          >${t("load-errors", { records: source.errorCount })}
          ${button(
            t("load-errors-list"),
            () => {
              app.listed = source.id;
              app.show("errors");
            },
            { kind: "link", id: `errors-${source.id}` },
          )}</span
        >`
      : nothing}
    ${source.partial ? html`<span class="small warn">${t("load-partial")}</span>` : nothing}
    ${source.attachmentsMissing > 0
      ? html`<span class="small warn"
          >${t("load-missing", { missing: source.attachmentsMissing, all: source.attachments })}</span
        >`
      : nothing}
    ${warnings(source)}`;
}

function warnings(source: SourceView): unknown {
  return source.warnings.map(
    (warning) =>
      html`<span class="small warn"
        >${either(`warning-${warning.id}`, "warning-other", { ...numeric(warning.args), id: warning.id })}</span
      >`,
  );
}

// ---- questions ---------------------------------------------------------------------------

function ask(app: App, source: SourceView, question: Question): TemplateResult {
  const name = `q-${source.id}-${question.kind}`;
  return html`<fieldset class="panel question">
    <legend>${t(`question-${question.kind}`, { file: source.name, secret: secretOf(question) })}</legend>
    ${answers(app, source, question, name)}
  </fieldset>`;
}

/** What opens an encrypted export: chooses the words of the question. */
function secretOf(question: Question): string {
  return question.kind === "password" ? question.secret : "";
}

function answers(app: App, source: SourceView, question: Question, name: string): TemplateResult {
  const unknown = source.answers.unknown;
  const notKnown = choice({
    name,
    value: "unknown",
    label: t("answer-not-known"),
    hint: t(`answer-not-known-${question.kind}`),
    checked: unknown.includes(question.kind),
    choose: () => app.answer(source.id, { unknown: [...unknown, question.kind] }),
  });
  const known = unknown.filter((kind) => kind !== question.kind);
  switch (question.kind) {
    case "time-zone": {
      const likely = [question.suggested ?? "Europe/Copenhagen", ...NEAR_ZONES].filter(
        (zone, index, all) => all.indexOf(zone) === index,
      );
      return html`<p class="hint">${t("question-time-zone-hint", { messages: question.clockChanges })}</p>
        ${likely.map((zone, index) =>
          choice({
            name,
            value: zone.replaceAll("/", "-"),
            label: index === 0 ? t("answer-likely", { answer: zone }) : zone,
            checked: source.answers.zone === zone,
            choose: () => app.answer(source.id, { zone, unknown: known }),
          }),
        )}
        ${select({
          id: `${name}-other`,
          label: t("answer-other-zone"),
          value: "",
          options: [
            { value: "", label: t("answer-choose") },
            ...zones().map((zone) => ({ value: zone, label: zone })),
          ],
          change: (zone) => (zone === "" ? undefined : app.answer(source.id, { zone, unknown: known })),
        })}
        ${notKnown}`;
    }
    case "date-order":
      return html`<p class="hint">${t("question-date-order-hint")}</p>
        ${question.fitting.map((order) =>
          choice({
            name,
            value: order,
            label: t(`answer-date-${order}`),
            checked: source.answers.dateOrder === order,
            choose: () => app.answer(source.id, { dateOrder: order, unknown: known }),
          }),
        )}
        ${notKnown}`;
    case "columns":
      return columns(app, source, question);
    case "password": {
      const use = (): unknown => {
        const password = passwords.get(source.id) ?? "";
        if (password === "") return undefined;
        passwords.delete(source.id);
        return app.answer(source.id, { password, unknown: known });
      };
      return html`<p class="hint">${t("question-password-hint", { secret: question.secret })}</p>
        ${question.wrong ? html`<p class="hint" role="alert">${t("question-password-wrong", { secret: question.secret })}</p>` : nothing}
        ${textField({
          id: `${name}-password`,
          type: "password",
          label: t("question-password-label", { secret: question.secret }),
          autocomplete: "off",
          value: passwords.get(source.id) ?? "",
          input: (text) => {
            passwords.set(source.id, text);
            app.draw();
          },
          enter: use,
        })}
        <div class="buttons">${button(t("question-password-use"), use)}</div>
        ${notKnown}`;
    }
    case "owner": {
      const owners = source.answers.owners;
      return html`<p class="hint">${t("question-owner-hint")}</p>
        ${question.candidates.map((candidate, index) =>
          check({
            id: `${name}-${index}`,
            label: index === 0 ? t("answer-likely", { answer: candidate }) : candidate,
            checked: owners.includes(candidate),
            change: (on) =>
              app.answer(source.id, {
                owners: on ? [...owners, candidate] : owners.filter((one) => one !== candidate),
                unknown: known,
              }),
          }),
        )}
        ${notKnown}`;
    }
  }
}

/** What is being typed; gone as soon as it is used. */
const passwords = new Map<number, string>();

const NEAR_ZONES = ["Europe/Copenhagen", "Europe/Stockholm", "Europe/Oslo", "Europe/Helsinki"];

/** All zones that the browser knows. */
export function zones(): string[] {
  return Intl.supportedValuesOf("timeZone");
}

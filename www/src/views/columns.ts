// Which column of a table holds what: shown with sample rows, corrected here, kept as a file.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, check, fileButton, select, textField } from "../components/controls.ts";
import { t } from "../i18n.ts";
import type { Mapping, Question, Role, SourceView } from "../protocol.gen.ts";

type Columns = Extract<Question, { kind: "columns" }>;

const ROLES: readonly Role[] = [
  "time",
  "clock",
  "sender",
  "sender-handle",
  "receiver",
  "conversation",
  "text",
  "subject",
  "direction",
  "attachment",
  "quoted",
  "reactions",
  "other",
];

/** Changes that are not yet applied, by source. */
const drafts = new Map<number, Mapping>();

/** The question about the columns of a table. */
export function columns(app: App, source: SourceView, question: Columns): TemplateResult {
  const mapping = drafts.get(source.id) ?? question.mapping;
  const change = (next: Mapping): void => {
    drafts.set(source.id, next);
    app.draw();
  };
  const role = (at: number, to: string): void => {
    const chosen = ROLES.find((one) => one === to) ?? "other";
    change({
      ...mapping,
      columns: mapping.columns.map((column, index) => (index === at ? { ...column, role: chosen } : column)),
    });
  };
  const apply = async (given: Mapping): Promise<void> => {
    await app.answer(source.id, { mapping: given });
    drafts.delete(source.id);
    app.draw();
  };
  const id = `columns-${source.id}`;
  return html`<p class="hint">${t("question-columns-hint")}</p>
    <div class="scroll-x" tabindex="0" role="region" aria-label=${t("columns-table")}>
      <table class="columns">
        <thead>
          <tr>
            ${mapping.columns.map((column, at) => {
              const name = column.header || t("columns-number", { number: at + 1 });
              return html`<th scope="col">
                <span class="column-name">${name}</span>
                ${select({
                  id: `${id}-${at}`,
                  label: t("columns-role", { column: name }),
                  labelHidden: true,
                  value: column.role,
                  options: ROLES.map((one) => ({ value: one, label: t(`role-${one}`) })),
                  change: (to) => role(at, to),
                })}
              </th>`;
            })}
          </tr>
        </thead>
        <tbody>
          ${question.rows.map(
            (row) => html`<tr>${mapping.columns.map((_, at) => html`<td dir="auto">${row[at] ?? ""}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${check({
      id: `${id}-header`,
      label: t("columns-header"),
      checked: mapping.header,
      change: (on) => change({ ...mapping, header: on }),
    })}
    ${textField({
      id: `${id}-name`,
      label: t("columns-name"),
      hint: t("columns-name-hint"),
      value: mapping.name,
      input: (name) => change({ ...mapping, name }),
    })}
    ${usable(mapping) ? nothing : html`<p class="hint" id="${id}-why">${t("columns-unusable")}</p>`}
    <div class="buttons">
      ${button(t("columns-apply"), () => apply(mapping), {
        kind: "primary",
        disabled: !usable(mapping),
        why: `${id}-why`,
        id: `${id}-apply`,
      })}
      ${button(t("columns-save"), () => save(app, mapping))}
      ${fileButton(t("columns-load"), (files) => load(app, files, apply), { accept: ".json,application/json" })}
    </div>`;
}

/** Enough to make messages of rows; the engine checks again. */
function usable(mapping: Mapping): boolean {
  const holds = (role: Role): boolean => mapping.columns.some((column) => column.role === role);
  return (holds("text") || holds("attachment")) && (holds("time") || holds("sender") || holds("sender-handle"));
}

async function save(app: App, mapping: Mapping): Promise<void> {
  const blob = new Blob([`${JSON.stringify(mapping, null, 2)}\n`], { type: "application/json" });
  const name = mapping.name.replaceAll(/[^\p{Letter}\p{Number} _-]/gu, "").trim() || t("columns-file");
  await app.attempt(() => app.port.saveBytes(`${name}.mapping.json`, blob));
}

async function load(app: App, files: readonly File[], apply: (mapping: Mapping) => Promise<void>): Promise<void> {
  const file = files[0];
  if (!file) return;
  const mapping = read(await file.text());
  if (mapping === null) {
    app.notice = t("columns-load-failed", { file: file.name });
    app.draw();
    return;
  }
  await apply(mapping);
}

function read(text: string): Mapping | null {
  try {
    const given: unknown = JSON.parse(text);
    return isMapping(given) && usable(given) ? given : null;
  } catch {
    return null;
  }
}

function isMapping(given: unknown): given is Mapping {
  if (typeof given !== "object" || given === null) return false;
  const { name, header, columns: list } = given as Record<string, unknown>;
  return (
    typeof name === "string" &&
    typeof header === "boolean" &&
    Array.isArray(list) &&
    list.every((one: unknown) => {
      if (typeof one !== "object" || one === null) return false;
      const { header: title, role } = one as Record<string, unknown>;
      return typeof title === "string" && ROLES.some((known) => known === role);
    })
  );
}

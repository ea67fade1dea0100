// The account register: which accounts the authority has, who answers for them, and when they are
// to be captured again.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, heading, select, textField } from "../components/controls.ts";
import { day, t } from "../i18n.ts";
import type { AccountEntry, AccountRow } from "../protocol.gen.ts";

/** Fields of words, in the order of the form. */
const WORDS = [
  "platform",
  "handle",
  "unit",
  "responsible",
  "deputy",
  "purpose",
  "statedAt",
  "writers",
  "riskRef",
  "disposalRef",
  "capturedFrom",
] as const satisfies readonly (keyof AccountEntry)[];
const DATES = ["opened", "closed", "termsRead", "captured"] as const satisfies readonly (keyof AccountEntry)[];
const ANSWERS = ["removable", "login"] as const satisfies readonly (keyof AccountEntry)[];
const MONTHS: readonly number[] = [0, 1, 3, 6, 12, 24];

const EMPTY: AccountEntry = {
  platform: "",
  handle: "",
  unit: "",
  responsible: "",
  deputy: "",
  purpose: "",
  statedAt: "",
  writers: "",
  removable: null,
  login: null,
  opened: "",
  closed: "",
  termsRead: "",
  riskRef: "",
  disposalRef: "",
  capturedFrom: "",
  captured: "",
  intervalMonths: 0,
};

export function registerScreen(app: App): TemplateResult {
  const people = app.people;
  const view = people.register;
  return html`<section class="sheet register">
    ${heading(t("register-title"), t("register-lead"))}
    <div class="buttons">
      ${button(t("back-to-files"), () => app.go("load"), { id: "register-back" })}
      ${button(t("register-add"), () => people.edit(null, EMPTY), { id: "register-add" })}
      ${button(t("register-save"), () => app.attempt(() => people.saveRegister()), {
        id: "register-save",
        disabled: (view?.accounts.length ?? 0) === 0,
      })}
      ${button(t("undo"), () => app.attempt(() => people.undo(false)), {
        disabled: !(view?.canUndo ?? false),
        id: "register-undo",
      })}
      ${button(t("redo"), () => app.attempt(() => people.undo(true)), {
        disabled: !(view?.canRedo ?? false),
        id: "register-redo",
      })}
    </div>
    ${people.editing ? form(app, people.editing.entry) : nothing}
    ${view && view.accounts.length === 0 ? html`<p class="empty">${t("register-none")}</p>` : nothing}
    <ul class="persons">
      ${(view?.accounts ?? []).map((account) => row(app, account))}
    </ul>
  </section>`;
}

function row(app: App, account: AccountRow): TemplateResult {
  const { entry } = account;
  const title = entry.handle === "" ? t("register-untitled") : entry.handle;
  const name = `${entry.platform} ${title}`;
  const facts = WORDS.filter((field) => field !== "platform" && field !== "handle" && entry[field] !== "");
  const dates = DATES.filter((field) => entry[field] !== "");
  const answers = ANSWERS.filter((field) => entry[field] !== null);
  return html`<li class="person panel" data-account=${account.id}>
    <div>
      <h2>
        ${entry.platform} <bdi>${title}</bdi>
        ${account.proposed ? html`<span class="tag">${t("register-proposed")}</span>` : nothing}
        ${account.overdue ? html`<span class="tag tag-warn">${t("register-overdue")}</span>` : nothing}
      </h2>
      <dl class="facts">
        ${facts.map((field) => fact(t(`account-${field}`), entry[field]))}
        ${dates.map((field) => fact(t(`account-${field}`), day(entry[field])))}
        ${answers.map((field) => fact(t(`account-${field}`), t(entry[field] === true ? "answer-yes" : "answer-no")))}
        ${entry.intervalMonths > 0
          ? fact(t("account-intervalMonths"), t("register-months", { months: entry.intervalMonths }))
          : nothing}
        ${account.due === null ? nothing : fact(t("register-due"), day(account.due))}
      </dl>
    </div>
    <div class="person-tools">
      ${button(t("register-edit"), () => app.people.edit(account.id, entry), { about: name, id: `edit-${account.id}` })}
      ${button(t("register-remove"), () => app.attempt(() => app.people.setAccount(account.id, null)), {
        kind: "link",
        about: name,
      })}
    </div>
  </li>`;
}

function fact(name: string, value: string): TemplateResult {
  return html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`;
}

function form(app: App, entry: AccountEntry): TemplateResult {
  const people = app.people;
  const yesNo = (value: string): boolean | null => (value === "yes" ? true : value === "no" ? false : null);
  const shown = (value: boolean | null): string => (value === null ? "" : value ? "yes" : "no");
  return html`<fieldset class="panel">
    <legend>${t(people.editing?.id === null ? "register-new" : "register-change")}</legend>
    <div class="fields">
      ${WORDS.map((field) =>
        textField({
          id: `account-${field}`,
          label: t(`account-${field}`),
          value: entry[field],
          input: (value) => people.change({ [field]: value }),
        }),
      )}
      ${DATES.map((field) =>
        textField({
          id: `account-${field}`,
          type: "date",
          label: t(`account-${field}`),
          value: entry[field],
          input: (value) => people.change({ [field]: value }),
        }),
      )}
      ${ANSWERS.map(
        (field) =>
          html`<div class="field">
            ${select({
              id: `account-${field}`,
              label: t(`account-${field}`),
              value: shown(entry[field]),
              options: [
                { value: "", label: t("answer-not-stated") },
                { value: "yes", label: t("answer-yes") },
                { value: "no", label: t("answer-no") },
              ],
              change: (value) => people.change({ [field]: yesNo(value) }),
            })}
          </div>`,
      )}
      <div class="field">
        ${select({
          id: "account-intervalMonths",
          label: t("account-intervalMonths"),
          value: String(entry.intervalMonths),
          options: [...new Set([...MONTHS, entry.intervalMonths])].map((months) => ({
            value: String(months),
            label: months === 0 ? t("answer-not-stated") : t("register-months", { months }),
          })),
          change: (months) => people.change({ intervalMonths: Number(months) }),
        })}
      </div>
    </div>
    <div class="buttons">
      ${button(t("register-keep"), () => app.attempt(() => people.keep()), { kind: "primary", id: "account-keep" })}
      ${button(t("cancel"), () => {
        people.editing = null;
        app.draw();
      })}
    </div>
  </fieldset>`;
}

// The finish screen: a checklist that explains itself, who can open the bundle, the results.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, fileButton, hash, heading, textField } from "../components/controls.ts";
import { count, day, either, list, numeric, size, t } from "../i18n.ts";
import type { FileView, GateLine, GatePlace, OccurrenceView } from "../protocol.gen.ts";
import type { Around, Certificate } from "./finish-model.ts";
import { notSearchedList, switchedOff } from "./searched.ts";

/** The copy as one file, in the job's store. */
const RELEASED_ZIP = "released.zip";
/** Places shown before the others are asked for. */
const PLACES = 5;
const SIGNS: Record<string, string> = { ok: "✓", block: "!", info: "i" };

export function finishScreen(app: App): TemplateResult {
  const finish = app.finish;
  const gate = finish.gate;
  const blocked = gate?.lines.filter((line) => line.state === "block").length ?? 0;
  return html`<section class="sheet finish">
    ${heading(t("finish-title"), t("finish-lead"))} ${results(app)}
    ${gate
      ? html`<h2 class="hidden">${t("finish-checklist")}</h2>
          <ul class="checklist">
            ${gate.lines.map((line) => gateLine(app, line))}
            ${Object.keys(gate.perBasis).length > 0
              ? html`<li class="check check-info">
                  <span class="sign" aria-hidden="true">i</span>
                  <div>
                    <p class="check-title">${t("finish-reasons")}</p>
                    <p class="small">
                      ${list(Object.entries(gate.perBasis).map(([basis, places]) => `${basis} (${count(places)})`))}
                    </p>
                  </div>
                </li>`
              : nothing}
          </ul>`
      : html`<p class="empty">${t("finish-checking")} ${t("progress-percent", { percent: finish.checked })}</p>`}
    ${capacities(app)}
    <h2>${t("keys-title")}</h2>
    <p>${t("keys-lead")}</p>
    ${keys(app)}
    <p class="hint">${t("keys-lost")}</p>
    ${app.port.writeLimit === null ? nothing : html`<p class="warn">${t("write-limit", { size: size(app.port.writeLimit) })}</p>`}
    <div class="buttons wide">
      ${button(t("finish-write"), () => finish.write(), {
        kind: "primary",
        disabled: !finish.ready,
        why: "finish-why",
        id: "finish-write",
      })}
      ${button(t("finish-later"), () => app.saveWork(), { id: "finish-later" })}
    </div>
    <p class="hint" id="finish-why">
      ${blocked > 0 ? t("finish-why-blocked", { points: blocked }) : finish.keysReady ? nothing : t("finish-why-keys")}
      ${t("finish-why-after")} ${t("finish-no-second")}
    </p>
    ${toolLine(app)}
  </section>`;
}

/** How many messages nobody said a capacity of, once somebody said one of any. */
function capacities(app: App): unknown {
  const counts = app.overview?.capacities;
  if (!counts || counts.official + counts.elected + counts.private + counts.outside === 0) return nothing;
  return html`<p class="hint" id="finish-capacities">${t("finish-capacities", { ...counts })}</p>`;
}

/** Version and checksum of this page's own file, as the receipt names them. */
export function toolLine(app: App): TemplateResult {
  const { version, sha256 } = app.port.tool;
  return html`<p class="hint tool-full">
    Maskera ${version}${sha256 === null ? nothing : html` · ${t("tool-file")} ${hash(sha256)}`}
  </p>`;
}

function gateLine(app: App, line: GateLine): TemplateResult {
  const args = { ...numeric(line.args), state: line.state };
  const first = line.places[0];
  return html`<li class="check check-${line.state}" data-gate=${line.id}>
    <span class="sign" aria-hidden="true">${SIGNS[line.state] ?? "i"}</span>
    <div>
      <p class="check-title"><span class="hidden">${t(`check-${line.state}`)}</span> ${either(`gate-${line.id}`, "gate-other", { ...args, id: line.id })}</p>
      ${details(line)}
      ${line.id === "inconsistent" && line.state === "block"
        ? html`<p>${button(t("gate-twins"), () => app.finish.redactTwins(), { id: "gate-twins" })}</p>`
        : nothing}
      ${line.id === "not-searched"
        ? html`${notSearchedList(app)} ${switchedOff(app)}`
        : nothing}
      ${places(app, line)}
    </div>
    ${first && first.value === null ? button(t("go-there"), () => app.finish.jump(first), { kind: "link" }) : nothing}
  </li>`;
}

/** The first places of a line, or all that are listed. */
function places(app: App, line: GateLine): unknown {
  if (line.places.length === 0) return nothing;
  const all = app.finish.opened.has(line.id) ? line.places : line.places.slice(0, PLACES);
  const rest = line.places.length - all.length;
  return html`<ul class="places">
      ${all.map((place) => html`<li>${place.value ? occurrence(app, place, place.value) : plainPlace(app, place)}</li>`)}
    </ul>
    ${rest > 0 ? button(t("gate-places-more", { places: rest }), () => app.finish.openLine(line.id), { kind: "link" }) : nothing}`;
}

function plainPlace(app: App, place: GatePlace): TemplateResult {
  const text = html`<bdi>${place.text === "" ? t("gate-place-message") : place.text}</bdi>`;
  return place.finding === null && place.message === null
    ? html`${text}`
    : button(text, () => app.finish.jump(place), { kind: "link" });
}

/** A removed value that is visible here: look at it, redact it or keep it for a reason. */
function occurrence(app: App, place: GatePlace, value: OccurrenceView): TemplateResult {
  return html`<p class="occurrence">${quoted(place)} <span class="small">${t(`category-${value.category}`)}</span></p>
    <div class="buttons">
      ${button(t("go-there"), () => app.finish.jump(place), { kind: "link", about: place.text })}
      ${button(t("gate-redact-here"), () => app.finish.redactHere(value), { about: place.text })}
      ${button(t("gate-keep-here"), () => app.finish.keepHere(value, place), { about: place.text })}
    </div>`;
}

/** The visible place with a few words around it. */
export function quoted(place: Around): TemplateResult {
  return html`<bdi>${place.before}<mark>${place.text}</mark>${place.after}</bdi>`;
}

/** Further sentences of a line. */
function details(line: GateLine): unknown {
  const number = (name: string): number => Number(line.args[name] ?? 0);
  const texts: string[] = [];
  if (line.id === "open") {
    texts.push(t("gate-open-account", { redacted: number("redacted"), kept: number("kept"), whole: number("whole") }));
  }
  if (line.id === "damaged") {
    if (number("partial") > 0) texts.push(t("gate-damaged-partial", { files: number("partial") }));
    if (number("unread") > 0) texts.push(t("gate-damaged-unread", { files: number("unread") }));
  }
  return texts.map((text) => html`<p class="small">${text}</p>`);
}

function keys(app: App): TemplateResult {
  const { protect, finish } = app;
  return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t("keys-title")}>
      <table class="keys">
        <thead>
          <tr>
            <th scope="col">${t("keys-col-key")}</th>
            <th scope="col">${t("keys-col-kept")}</th>
            <th scope="col">${t("keys-col-state")}</th>
          </tr>
        </thead>
        <tbody>
          ${protect.passphrase === null
            ? html`<tr>
                <td data-label=${t("keys-col-key")}>${t("keys-none")}</td>
                <td data-label=${t("keys-col-kept")}>
                  ${button(t("choose-protection"), () => protect.begin(), { id: "choose-protection" })}
                </td>
                <td></td>
              </tr>`
            : passphraseRow(app)}
          ${finish.certificates.map((one) => certificateRow(app, one))}
        </tbody>
      </table>
    </div>
    ${protect.passphrase === null ? nothing : confirm(app)}
    <p>
      ${fileButton(t("certificate-add"), (files) => finish.addCertificates(files), {
        multiple: true,
        accept: ".pem,.crt,.cer,.der",
        id: "certificates",
      })}
    </p>
    <p class="hint">${t("certificate-hint")}</p>`;
}

function passphraseRow(app: App): TemplateResult {
  const protect = app.protect;
  return html`<tr>
    <td data-label=${t("keys-col-key")}>
      ${t("keys-passphrase")}
      ${protect.generated ? html`<code class="passphrase">${protect.passphrase}</code>` : html`<span class="small">${t("keys-own")}</span>`}
    </td>
    <td data-label=${t("keys-col-kept")}>
      <p class="small">${t(protect.sheetSaved ? "sheet-saved" : "sheet-not-saved")}</p>
      <div class="buttons">
        ${button(t("sheet-print"), () => protect.print(), { id: "sheet-print" })}
        ${button(t("sheet-save"), () => protect.saveSheet(sheetText(app)), { id: "sheet-save" })}
      </div>
    </td>
    <td data-label=${t("keys-col-state")}>
      ${protect.confirmed && protect.sheetSaved
        ? html`<span class="good">✓ ${t("keys-proved")}</span>`
        : html`<span class="warn">${t(protect.sheetSaved ? "keys-not-proved" : "keys-no-sheet")}</span>`}
    </td>
  </tr>`;
}

/** The key sheet as plain text. */
export function sheetText(app: App): string {
  return [
    t("sheet-title"),
    "",
    t("sheet-text"),
    "",
    app.protect.passphrase ?? "",
    "",
    t("keys-lost"),
    t("sheet-store"),
    "",
  ].join("\r\n");
}

function confirm(app: App): TemplateResult {
  const protect = app.protect;
  if (protect.confirmed) return html``;
  return html`<fieldset class="panel">
    <legend>${t(protect.asked.length > 0 ? "prove-words" : "prove-whole")}</legend>
    <p class="hint">${t("prove-hint")}</p>
    <div class="fields">
      ${protect.typed.map((typed, index) => {
        const word = protect.asked[index];
        return textField({
          id: `prove-${index}`,
          label: word === undefined ? t("prove-again") : t("prove-word", { number: word + 1 }),
          type: word === undefined ? "password" : "text",
          autocomplete: word === undefined ? "current-password" : "off",
          value: typed,
          input: (text) => protect.type(index, text),
        });
      })}
    </div>
  </fieldset>`;
}

function certificateRow(app: App, one: Certificate): TemplateResult {
  const { view } = one;
  return html`<tr>
    <td data-label=${t("keys-col-key")}>
      ${t("keys-certificate", { subject: view.subject })}
      <span class="small">${t("certificate-issuer", { issuer: view.issuer, key: view.key })}</span>
      <span class="small">${t("certificate-fingerprint")} ${hash(view.fingerprint)}</span>
    </td>
    <td data-label=${t("keys-col-kept")}>
      ${t("certificate-valid", { from: day(view.validFrom), to: day(view.validTo) })}
    </td>
    <td data-label=${t("keys-col-state")}>
      ${one.allowed
        ? html`<span class="good">✓ ${t("certificate-used")}</span>`
        : html`<span class="warn">${t("certificate-expired")}</span>
            ${button(t("certificate-use-anyway"), () => app.finish.allow(one), { kind: "link" })}`}
      ${button(t("remove"), () => app.finish.removeCertificate(one), { kind: "link" })}
    </td>
  </tr>`;
}

// ---- results -----------------------------------------------------------------------------

function results(app: App): unknown {
  const { release, seal } = app.finish;
  if (!release) return nothing;
  if (release.leaks.length > 0) {
    return html`<div class="alert" id="results" tabindex="-1" role="alert">
      <h2>${t("leak-title", { leaks: release.leaks.length })}</h2>
      <p>${t("leak-text")}</p>
      <ul>
        ${release.leaks.map(
          (leak) => html`<li>
            ${t("leak-line", { category: t(`category-${leak.category}`), path: leak.path, place: leak.place })}
            ${leak.message === null
              ? nothing
              : button(t("go-there"), () => app.finish.jump({ finding: null, message: leak.message }), { kind: "link" })}
            ${leak.value === null
              ? nothing
              : button(t("gate-keep-here"), () => app.finish.keepHere(leak.value, null), { kind: "link", about: leak.place })}
          </li>`,
        )}
      </ul>
    </div>`;
  }
  if (!release.verified) return nothing;
  // One ZIP holds all files of the copy; their checksums are those inside.
  const size = release.files.reduce((sum, file) => sum + file.size, 0);
  const rows = [
    { id: "released", file: { path: RELEASED_ZIP, size, sha256: "" }, name: t("file-name-released") },
    ...(seal
      ? [
          { id: "bundle", file: seal.file, name: t("file-name-bundle") },
          { id: "receipt", file: seal.receipt, name: t("file-name-receipt") },
        ]
      : []),
  ];
  return html`<div class="panel results" id="results" tabindex="-1">
    <h2>${t(seal ? "results-title" : "results-title-part")}</h2>
    <p>
      ${t("results-account", {
        messages: release.messages,
        partly: release.partly,
        withheld: release.withheld,
        outside: release.outside,
      })}
      ${t("results-attachments", { withheld: release.attachmentsWithheld, pictures: release.pictures })}
    </p>
    <p class="good">✓ ${t("results-verified", { values: release.searchedValues })}</p>
    ${rows.map(({ id, file, name }) => result(app, id, file, name))}
    <details>
      <summary>${t("results-files", { files: release.files.length })}</summary>
      <ul class="inside">
        ${release.files.map(
          (file) => html`<li><span class="file-name">${file.path}</span> ${hash(file.sha256)}</li>`,
        )}
      </ul>
    </details>
    ${seal
      ? html`<p class="hint">${t("results-slots", { slots: seal.slots.length, parts: seal.parts })}</p>
          <ul class="slots">
            ${seal.slots.map(
              (slot) => html`<li>
                ${t(slot.role === "passphrase" ? "keys-passphrase" : "keys-certificate-slot")} <code>${slot.fingerprint}</code>
              </li>`,
            )}
          </ul>
          <p class="hint">${t("results-next")}</p>`
      : nothing}
  </div>`;
}

function result(app: App, id: string, file: FileView, name: string): TemplateResult {
  const saved = app.finish.saved.has(file.path);
  return html`<div class="result" data-result=${id}>
    <div>
      <p class="check-title">${t(`result-${id}`)}</p>
      <p class="small">${t(`result-${id}-hint`)} ${size(file.size)}</p>
      ${file.sha256 === "" ? nothing : html`<p class="small">SHA-256 ${hash(file.sha256)}</p>`}
    </div>
    <div class="result-save">
      ${app.finish.streamed === file.path
        ? nothing
        : button(t(saved ? "save-again" : "save"), () => app.finish.save(file.path, name), {
            kind: saved ? "plain" : "primary",
            id: `save-${id}`,
            about: t(`result-${id}`),
          })}
      <span class="good" role="status">${saved ? html`✓ ${t("saved")}` : nothing}</span>
    </div>
  </div>`;
}

// Small controls that every screen uses. Buttons only: the frame has no forms.
import { html, nothing, type TemplateResult } from "lit-html";
import { chosen } from "../dropped.ts";
import { t } from "../i18n.ts";

export interface ButtonOptions {
  kind?: "primary" | "plain" | "link" | "quiet";
  disabled?: boolean;
  /** Id of a text that says why it is off. */
  why?: string;
  key?: string;
  id?: string;
  pressed?: boolean;
  /** What it works on, where the label alone does not say it. */
  about?: string;
}

/** A button. A switched-off one stays reachable so that its reason can be read. */
export function button(label: unknown, act: () => unknown, options: ButtonOptions = {}): TemplateResult {
  const { kind = "plain", disabled = false } = options;
  return html`<button
    type="button"
    class="button ${kind}"
    id=${options.id ?? nothing}
    aria-disabled=${disabled ? "true" : nothing}
    aria-describedby=${disabled ? (options.why ?? nothing) : nothing}
    aria-pressed=${options.pressed === undefined ? nothing : String(options.pressed)}
    aria-label=${options.about !== undefined && typeof label === "string" ? `${label}: ${options.about}` : nothing}
    aria-keyshortcuts=${options.key ?? nothing}
    @click=${() => (disabled ? undefined : void act())}
  >
    <span>${label}</span>${options.key ? html` <kbd aria-hidden="true">${options.key}</kbd>` : nothing}
  </button>`;
}

/** A button that opens the file chooser. */
export function fileButton(
  label: string,
  take: (files: File[]) => unknown,
  options: { kind?: "primary" | "plain"; multiple?: boolean; folder?: boolean; accept?: string; id?: string } = {},
): TemplateResult {
  const change = (event: Event): void => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const files = chosen([...(input.files ?? [])]);
    input.value = "";
    if (files.length > 0) void take(files);
  };
  return html`<label class="button file ${options.kind ?? "plain"}"
    ><input
      type="file"
      class="hidden"
      id=${options.id ?? nothing}
      ?multiple=${options.multiple ?? false}
      ?webkitdirectory=${options.folder ?? false}
      accept=${options.accept ?? nothing}
      @change=${change}
    /><span>${label}</span></label
  >`;
}

/** A text field with its label above and an optional hint. */
export function textField(options: {
  id: string;
  label: string;
  value: string;
  input: (value: string) => unknown;
  hint?: string;
  type?: "text" | "password" | "search" | "date";
  autocomplete?: string;
  enter?: () => unknown;
  wide?: boolean;
}): TemplateResult {
  const read = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) void options.input(event.target.value);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.isComposing) void options.enter?.();
  };
  return html`<div class="field ${options.wide ? "wide" : ""}">
    <label for=${options.id}>${options.label}</label>
    ${options.hint ? html`<p class="hint" id="${options.id}-hint">${options.hint}</p>` : nothing}
    <input
      id=${options.id}
      type=${options.type ?? "text"}
      .value=${options.value}
      autocomplete=${options.autocomplete ?? "off"}
      autocapitalize="none"
      spellcheck="false"
      aria-describedby=${options.hint ? `${options.id}-hint` : nothing}
      @input=${read}
      @keydown=${key}
    />
  </div>`;
}

/** One choice of several. */
export function choice(options: {
  name: string;
  value: string;
  label: string;
  hint?: string;
  checked: boolean;
  choose: () => unknown;
}): TemplateResult {
  const id = `${options.name}-${options.value}`;
  return html`<div class="choice">
    <input
      type="radio"
      name=${options.name}
      id=${id}
      .checked=${options.checked}
      aria-describedby=${options.hint ? `${id}-hint` : nothing}
      @change=${() => void options.choose()}
    />
    <label for=${id}>${options.label}</label>
    ${options.hint ? html`<p class="hint" id="${id}-hint">${options.hint}</p>` : nothing}
  </div>`;
}

/** A check box. */
export function check(options: {
  id: string;
  label: unknown;
  checked: boolean;
  change: (on: boolean) => unknown;
  hint?: unknown;
}): TemplateResult {
  const change = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) void options.change(event.target.checked);
  };
  return html`<div class="choice">
    <input type="checkbox" id=${options.id} .checked=${options.checked} @change=${change} />
    <label for=${options.id}>${options.label}</label>
    ${options.hint ? html`<p class="hint">${options.hint}</p>` : nothing}
  </div>`;
}

/** A drop-down list. */
export function select(options: {
  id: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  change: (value: string) => unknown;
  labelHidden?: boolean;
}): TemplateResult {
  const change = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) void options.change(event.target.value);
  };
  return html`<label for=${options.id} class=${options.labelHidden ? "hidden" : ""}>${options.label}</label>
    <select id=${options.id} @change=${change}>
      ${options.options.map(
        (one) => html`<option value=${one.value} .selected=${one.value === options.value}>${one.label}</option>`,
      )}
    </select>`;
}

/** Heading of a screen: gets the focus when the screen opens. */
export function heading(text: string, lead?: string): TemplateResult {
  return html`<h1 tabindex="-1">${text}</h1>
    ${lead ? html`<p class="lead">${lead}</p>` : nothing}`;
}

/** A SHA-256 in groups that can be compared by eye. */
export function hash(hex: string): TemplateResult {
  return html`<code class="hash" aria-label=${t("hash-label", { hash: hex })}
    >${hex.match(/.{1,8}/g)?.map((part) => html`<span>${part}</span> `) ?? "–"}</code
  >`;
}

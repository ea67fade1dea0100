// What is searched: preset, categories, and the authority's profile.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, check, choice, fileButton } from "../components/controls.ts";
import { t } from "../i18n.ts";
import type { Preset, SearchView } from "../protocol.gen.ts";

const PRESETS: readonly Preset[] = ["strict", "normal", "everything"];

export function searchChoice(app: App, search: SearchView): TemplateResult {
  const off = new Set(search.off);
  return html`<fieldset class="panel">
      <legend>${t("search-preset")}</legend>
      ${PRESETS.map((preset) =>
        choice({
          name: "preset",
          value: preset,
          label: t(`search-preset-${preset}`),
          hint: t(`search-preset-${preset}-hint`),
          checked: search.preset === preset,
          choose: () => app.setSearch(preset, search.off),
        }),
      )}
    </fieldset>
    <details class="panel plain">
      <summary>${t("search-categories", { on: search.categories.length - off.size, all: search.categories.length })}</summary>
      <div class="checks">
        ${search.categories.map((category) =>
          check({
            id: `search-${category}`,
            label: t(`category-${category}`),
            checked: !off.has(category),
            change: (on) =>
              app.setSearch(
                search.preset,
                on ? search.off.filter((one) => one !== category) : [...search.off, category],
              ),
          }),
        )}
      </div>
    </details>
    <div class="panel plain">
      <p>
        ${search.profile === null
          ? t("search-profile-none")
          : search.profile === ""
            ? t("search-profile-unnamed")
            : t("search-profile-named", { name: search.profile })}
      </p>
      <div class="buttons">
        ${fileButton(t("search-profile-load"), (files) => app.setProfile(files[0] ?? null), {
          accept: ".toml",
          id: "profile",
        })}
        ${search.profile === null
          ? nothing
          : button(t("search-profile-remove"), () => app.setProfile(null), { kind: "link" })}
      </div>
    </div>`;
}

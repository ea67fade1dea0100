// The whole page: header, one screen, footer, one dialog, one live region.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { alert, footer, header, notice, progress } from "../components/frame.ts";
import { t } from "../i18n.ts";
import { dialog } from "./dialogs.ts";
import { finishScreen } from "./finish.ts";
import { loadScreen } from "./load.ts";
import { openScreen } from "./open.ts";
import { resumeScreen } from "./resume.ts";
import { reviewScreen } from "./review.ts";
import { scopeScreen } from "./scope.ts";
import { soFar } from "./so-far.ts";
import { startScreen } from "./start.ts";
import { peopleScreen } from "./people.ts";
import { registerScreen } from "./register.ts";
import { keySheet } from "./key-sheet.ts";

const SCREENS: Record<App["screen"], (app: App) => TemplateResult> = {
  start: startScreen,
  load: loadScreen,
  scope: scopeScreen,
  review: reviewScreen,
  finish: finishScreen,
  open: openScreen,
  resume: resumeScreen,
  people: peopleScreen,
  register: registerScreen,
};

export function page(app: App): TemplateResult {
  const wide = app.screen === "review" && !app.busy;
  return html`<div class="page">
      ${header(app)}
      <main id="main" class=${wide ? "wide" : "narrow"}>
        ${alert(app)} ${notice(app)}
        ${app.busy ? progress(app, soFar(app.busy.early)) : SCREENS[app.screen](app)}
      </main>
      ${footer(app)}
      <div class="hidden" role="status" aria-live="polite">${app.announcement}</div>
      ${app.dropping ? html`<div class="drop-veil"><p>${t("drop-now")}</p></div>` : nothing}
      ${dialog(app)}
    </div>
    ${keySheet(app)}`;
}

// Pages with one wall taken down. Hashes are made again, so that only the named wall is missing.
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The outer page's script. It holds the word "<script>" itself, so its hash tells where it begins. */
function shellScript(page) {
  const end = page.lastIndexOf("</script>");
  for (let at = page.lastIndexOf("<script>"); at >= 0; at = page.lastIndexOf("<script>", at - 1)) {
    const text = page.slice(at + "<script>".length, end);
    if (page.includes(hash(text))) return text;
  }
  throw new Error("the page's policy allows none of its scripts");
}

/** Takes the page apart, changes every script, puts it together with new hashes. */
function scripts(page, change) {
  let out = page;
  const renew = (before) => {
    const after = change(before);
    out = out.replace(hash(before), () => hash(after));
    return after;
  };
  const inside = (html) => html.replace(/<script>([^]*?)<\/script>/g, (_, text) => `<script>${renew(text)}</script>`);
  const shell = shellScript(page);
  const newShell = renew(shell);
  out = out.replace(shell, () => newShell);
  for (const id of ["frame", "selftest"]) {
    const block = new RegExp(`<script type="text/plain" id="${id}">([^<]*)<`).exec(page)[1];
    const text = inside(gunzipSync(Buffer.from(block, "base64")).toString());
    out = out.replace(block, () => gzipSync(text).toString("base64"));
  }
  return out;
}

function changed(page, mutant, name) {
  if (page === mutant) throw new Error(`the page has nothing to change for: ${name}`);
  return mutant;
}

/** Every mutant with the engines in which its wall is the one that counts. */
export function mutants(page) {
  const inline = page.replace(/script-src [^;]*;/, "script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:;");
  const webrtc = scripts(page, (text) => text.replace(/("RTCPeerConnection",\s*)"webkitRTCPeerConnection"/, '$1"x"'));
  const sandbox = scripts(page, (text) => text.replace(/([\w$]+)\.setAttribute\("sandbox",\s*"[^"]*"\)/g, "void 0"))
    .replace(/ sandbox="[^"]*"/, "");
  const connect = page.replace("connect-src 'none'", "connect-src *").replace("default-src 'none'", "default-src *");
  return [
    { name: "'unsafe-inline' in the policy", page: changed(page, inline, "inline"), engines: ["chromium"] },
    { name: "webkitRTCPeerConnection kept", page: changed(page, webrtc, "webrtc"), engines: ["chromium"] },
    { name: "no sandbox", page: changed(page, sandbox, "sandbox"), engines: ["chromium", "firefox"] },
    { name: "connections allowed", page: changed(page, connect, "connect"), engines: ["chromium", "firefox", "webkit"] },
  ];
}

/**
 * The self-test, alone in a throwaway frame with the application's sandbox and policy: tries every
 * way out that we know and says what the browser did. Judged by policy-violation events and
 * exceptions, not by return values: `sendBeacon` says true while nothing is sent. It aims at a
 * reserved name that cannot exist; only test builds aim at a catcher on the loopback address.
 */
import { LEFT } from "./lockdown.ts";
import type { Way, WayResult } from "./wire.ts";

/** How long one way may take to show a sign, in ms. */
const PATIENCE = 700;

type Sign = { outcome: WayResult["outcome"]; sign?: "violation" | "exception"; detail?: string };

const violation = (detail: string): Sign => ({ outcome: "refused", sign: "violation", detail });
const exception = (error: unknown): Sign => ({
  outcome: "refused",
  sign: "exception",
  detail: error instanceof Error || error instanceof DOMException ? error.name : "error",
});
const OPEN: Sign = { outcome: "open" };
const NOT_OFFERED: Sign = { outcome: "not-offered" };
const NO_EVIDENCE: Sign = { outcome: "no-evidence" };

let http = "";
let websocket = "";
let host = "";

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  set: (element: HTMLElementTagNameMap[K]) => void,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  set(made);
  document.body.append(made);
  return made;
}

/**
 * What a way does: returns a sign at once, or one that comes later, or nothing. Each attempt has
 * its own path, by which a violation event is told apart; events without a path count by directive.
 */
type Attempt = (address: string, told: (sign: Sign) => void) => Sign | void;

const loads = (told: (sign: Sign) => void) => () => told(OPEN);

function inWorker(body: string): Attempt {
  return (address, told) => {
    const source = `
      self.addEventListener("securitypolicyviolation", (event) => postMessage("v:" + event.effectiveDirective));
      const told = (text) => postMessage(text);
      // A NetworkError would also come where nothing listens: it is no evidence.
      try { ${body} } catch (error) { if (error.name !== "NetworkError") postMessage("x:" + error.name); }`;
    const url = URL.createObjectURL(new Blob([source.replaceAll("ADDRESS", JSON.stringify(address))]));
    const worker = new Worker(url);
    worker.onmessage = (event: MessageEvent<string>) => {
      if (event.data.startsWith("v:")) told(violation(event.data.slice(2)));
      else if (event.data.startsWith("x:")) told({ outcome: "refused", sign: "exception", detail: event.data.slice(2) });
      else if (event.data === "open") told(OPEN);
    };
    setTimeout(() => worker.terminate(), PATIENCE + 200);
  };
}

const ATTEMPTS: Record<Exclude<Way, "own-navigation">, { directive?: string; attempt: Attempt }> = {
  fetch: {
    directive: "connect-src",
    attempt: (address, told) => void fetch(address, { mode: "no-cors" }).then(loads(told), () => undefined),
  },
  xhr: {
    directive: "connect-src",
    attempt: (address, told) => {
      const request = new XMLHttpRequest();
      request.onload = loads(told);
      request.open("GET", address);
      request.send();
    },
  },
  websocket: {
    directive: "connect-src",
    attempt: (_, told) => {
      new WebSocket(`${websocket}websocket`).onopen = loads(told);
    },
  },
  eventsource: {
    directive: "connect-src",
    attempt: (address, told) => {
      if (!("EventSource" in globalThis)) return NOT_OFFERED;
      const source = new EventSource(address);
      source.onopen = loads(told);
      setTimeout(() => source.close(), PATIENCE);
      return undefined;
    },
  },
  beacon: {
    directive: "connect-src",
    attempt: (address) => {
      if (!("sendBeacon" in navigator)) return NOT_OFFERED;
      navigator.sendBeacon(address, "x");
      return undefined;
    },
  },
  image: {
    directive: "img-src",
    attempt: (address, told) => {
      const image = new Image();
      image.onload = loads(told);
      image.src = address;
    },
  },
  stylesheet: {
    directive: "style-src",
    attempt: (address, told) => {
      element("link", (link) => {
        link.onload = loads(told);
        link.rel = "stylesheet";
        link.href = address;
      });
    },
  },
  "css-import": {
    directive: "style-src",
    attempt: (address) => {
      const style = element("style", (style) => {
        style.textContent = `@import url("${address}");`;
      });
      // An inline style without a hash is refused before its import is looked at.
      return style.sheet && style.sheet.cssRules.length > 0 ? OPEN : undefined;
    },
  },
  font: {
    directive: "font-src",
    attempt: (address, told) => {
      if (!("FontFace" in globalThis)) return NOT_OFFERED;
      void new FontFace("selftest", `url("${address}")`).load().then(loads(told), () => undefined);
      return undefined;
    },
  },
  media: {
    directive: "media-src",
    attempt: (address, told) => {
      element("video", (video) => {
        video.onloadedmetadata = loads(told);
        video.src = address;
      });
    },
  },
  script: {
    directive: "script-src",
    attempt: (address, told) => {
      element("script", (script) => {
        script.onload = loads(told);
        script.src = address;
      });
    },
  },
  form: {
    directive: "form-action",
    attempt: (address) => {
      element("form", (form) => {
        form.method = "post";
        form.action = address;
        form.target = "_blank";
      }).submit();
    },
  },
  "window-open": {
    attempt: (address) => {
      const opened = window.open(address);
      if (opened === null) return NO_EVIDENCE;
      opened.close();
      return OPEN;
    },
  },
  "link-ping": {
    directive: "connect-src",
    attempt: (address) => {
      if (!("ping" in HTMLAnchorElement.prototype)) return NOT_OFFERED;
      // A bare fragment would be one of the outer page's address and destroy this frame.
      element("a", (link) => {
        link.href = "about:srcdoc#selftest";
        link.ping = address;
      }).click();
      return undefined;
    },
  },
  iframe: {
    directive: "frame-src",
    attempt: (address) => {
      element("iframe", (frame) => {
        frame.src = address;
      });
    },
  },
  object: {
    directive: "object-src",
    attempt: (address, told) => {
      element("object", (object) => {
        object.onload = loads(told);
        object.type = "image/svg+xml";
        object.data = address;
      });
    },
  },
  prefetch: {
    directive: "default-src",
    attempt: (address, told) => {
      element("link", (link) => {
        link.onload = loads(told);
        link.rel = "prefetch";
        link.href = address;
      });
    },
  },
  preconnect: {
    attempt: () => {
      element("link", (link) => {
        link.rel = "preconnect";
        link.href = http;
      });
    },
  },
  webrtc: {
    attempt: (_, told) => {
      type Peer = new (options: unknown) => {
        createDataChannel(name: string): void;
        createOffer(): Promise<unknown>;
        setLocalDescription(offer: unknown): Promise<void>;
      };
      const names = globalThis as unknown as Record<string, Peer | undefined>;
      const Found = names["RTCPeerConnection"] ?? names["webkitRTCPeerConnection"];
      if (!Found) return NOT_OFFERED;
      const peer = new Found({ iceServers: [{ urls: `stun:${host}` }] });
      peer.createDataChannel("selftest");
      void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
      told(OPEN);
      return undefined;
    },
  },
  webtransport: {
    directive: "connect-src",
    attempt: (address) => {
      type Transport = new (address: string) => { ready: Promise<void>; closed: Promise<void> };
      const Found = (globalThis as unknown as Record<string, Transport | undefined>)["WebTransport"];
      if (!Found) return NOT_OFFERED;
      const transport = new Found(address.replace("http:", "https:"));
      transport.ready.catch(() => undefined);
      transport.closed.catch(() => undefined);
      return undefined;
    },
  },
  "worker-fetch": {
    attempt: inWorker(`fetch(ADDRESS, { mode: "no-cors" }).then(() => told("open"), () => undefined);`),
  },
  "worker-websocket": {
    attempt: inWorker(`new WebSocket(ADDRESS.replace("http", "ws")).onopen = () => told("open");`),
  },
  "worker-import": {
    attempt: inWorker(`importScripts(ADDRESS); told("open");`),
  },
  "top-navigation": {
    attempt: (address) => {
      if (window.top) window.top.location.href = address;
    },
  },
};

function tryWay(way: Exclude<Way, "own-navigation">): Promise<WayResult> {
  const { directive, attempt } = ATTEMPTS[way];
  const address = `${http}${way}`;
  return new Promise((resolve) => {
    let ended = false;
    const told = (sign: Sign) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      document.removeEventListener("securitypolicyviolation", onViolation);
      resolve({ way, ...sign });
    };
    const onViolation = (event: SecurityPolicyViolationEvent) => {
      const ours = event.blockedURI.endsWith(`/${way}`) || !/\/[a-z-]+$/.test(event.blockedURI);
      if (ours && directive && event.effectiveDirective.startsWith(directive)) told(violation(event.effectiveDirective));
      else if (ours && event.effectiveDirective !== "") told(violation(event.effectiveDirective));
    };
    const timer = setTimeout(() => told(NO_EVIDENCE), PATIENCE);
    document.addEventListener("securitypolicyviolation", onViolation);
    try {
      const sign = attempt(address, told);
      if (sign) told(sign);
    } catch (error) {
      told(exception(error));
    }
  });
}

async function test(port: MessagePort, catcher: string | null): Promise<void> {
  host = catcher ?? "self-test.invalid:3478";
  http = catcher === null ? "http://self-test.invalid/" : `http://${catcher}/`;
  websocket = http.replace("http", "ws");
  if (LEFT.length > 0) port.postMessage({ way: "webrtc", outcome: "open", detail: LEFT.join(" ") });
  for (const way of Object.keys(ATTEMPTS) as (keyof typeof ATTEMPTS)[]) {
    if (LEFT.length > 0 && way === "webrtc") continue;
    port.postMessage(await tryWay(way));
  }
  // Last, because a refused navigation of the frame itself may destroy it.
  port.postMessage({ navigating: "own-navigation" });
  setTimeout(() => {
    location.href = `${http}own-navigation`;
  }, 50);
}

window.addEventListener("message", (event: MessageEvent<{ catcher: string | null }>) => {
  const port = event.ports[0];
  if (event.source !== window.parent || !port) return;
  void test(port, event.data.catcher);
});
window.parent.postMessage("selftest", "*");

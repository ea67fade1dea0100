/**
 * First statement of shell, frame and self-test: takes the ways out away that a content security
 * policy does not close. Chromium has WebRTC under two names. A fresh child frame is of another
 * (opaque) origin, so the constructors cannot be fetched back.
 */
const NAMES = ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection", "WebTransport"];

for (const name of NAMES) {
  try {
    Reflect.deleteProperty(globalThis, name);
  } catch {
    // Looked at below.
  }
}

/** Names that are still there although they must not be. */
export const LEFT: readonly string[] = NAMES.filter((name) => name in globalThis);

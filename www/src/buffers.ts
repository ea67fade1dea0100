/**
 * Buffers of some megabytes that are no longer needed. Firefox's collector sees small objects and
 * waits until hundreds of megabytes have gathered; moving the content away frees it at once.
 * Chromium frees moved content only when it collects, and no longer counts it towards collecting:
 * there nothing is moved (`cargo xtask bench --large` measures both).
 */

/** Frees the bytes now, where that helps; nobody may read them afterwards. */
export function letGo(bytes: Uint8Array): void {
  if ("userAgentData" in (globalThis.navigator ?? {})) return;
  const buffer = bytes.buffer as ArrayBuffer & { transfer?: (length: number) => ArrayBuffer };
  // Missing before Safari 17.4 and Firefox 122: then the collector does it.
  buffer.transfer?.(0);
}

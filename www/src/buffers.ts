/**
 * Buffers of some megabytes that are no longer needed. The collector sees small objects and waits,
 * until hundreds of megabytes have gathered; moving the content away frees it at once.
 */

/** Frees the bytes now; nobody may read them afterwards. */
export function letGo(bytes: Uint8Array): void {
  const buffer = bytes.buffer as ArrayBuffer & { transfer?: (length: number) => ArrayBuffer };
  // Missing before Safari 17.4, Firefox 122 and Chrome 114: then the collector does it.
  buffer.transfer?.(0);
}

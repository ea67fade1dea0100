/**
 * Saving, in the shell: downloads from inside the sandboxed frame vanish silently in Firefox and
 * WebKit. Small files go through a download link. Large ones stream into the picked file where
 * the browser has a save picker, else through its private disk area, else they are collected.
 */
import type { SavingKind } from "./wire.ts";

/** Longest file name in characters. */
const NAME_LENGTH = 150;
/** How long a download may still read its Blob, in ms. */
const DOWNLOAD_GRACE = 10 * 60 * 1000;
/** Age at which an unfinished file was left behind, in ms. */
const LEFT_AFTER = 24 * 60 * 60 * 1000;
/** Folder of unfinished files in the private disk area. */
const FOLDER = "maskera-saving";

interface PickerWindow {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
}

/** One plain file name: no folders, no control or reserved characters, no leading dot. */
export function nameAllowed(name: unknown): name is string {
  return (
    typeof name === "string" &&
    name.length > 0 &&
    name.length <= NAME_LENGTH &&
    !/[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name) &&
    !/^[. ]|[. ]$/u.test(name)
  );
}

/** Offers a Blob as an ordinary download. */
export function download(blob: Blob, name: string, released?: () => void): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
    released?.();
  }, DOWNLOAD_GRACE);
}

/** A file that takes pieces. */
export interface OpenFile {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

/** How this browser saves large files; `plain` (test builds) keeps to downloads. */
export async function savingKind(plain: boolean): Promise<SavingKind> {
  if (!plain && "showSaveFilePicker" in window) return "picker";
  try {
    const folder = await privateFolder();
    const probe = await folder.getFileHandle("probe", { create: true });
    const writable = await probe.createWritable();
    await writable.close();
    await folder.removeEntry("probe");
    return "disk";
  } catch {
    return "memory";
  }
}

/** Removes what earlier visits left in the private disk area; another tab may still be saving. */
export async function clearPrivateFolder(): Promise<void> {
  const folder = await privateFolder();
  for await (const name of folder.keys()) {
    if (!(Date.now() - Number.parseInt(name, 10) < LEFT_AFTER)) await folder.removeEntry(name);
  }
}

async function privateFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

/** Opens a file for pieces; null when the person cancelled the picker. */
export async function openFile(kind: SavingKind, name: string): Promise<OpenFile | null> {
  if (kind === "picker") return pickedFile(name);
  if (kind === "disk") return diskFile(name);
  return memoryFile(name);
}

async function pickedFile(name: string): Promise<OpenFile | null> {
  const picker = (window as PickerWindow).showSaveFilePicker;
  if (!picker) return memoryFile(name);
  let handle: FileSystemFileHandle;
  try {
    handle = await picker.call(window, { suggestedName: name });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    return memoryFile(name);
  }
  const writable = await handle.createWritable();
  return {
    write: (bytes) => writable.write(bytes),
    close: () => writable.close(),
    abort: () => writable.abort(),
  };
}

let diskFiles = 0;

async function diskFile(name: string): Promise<OpenFile> {
  const folder = await privateFolder();
  const entry = `${Date.now()}-${++diskFiles}`;
  const handle = await folder.getFileHandle(entry, { create: true });
  const writable = await handle.createWritable();
  const remove = () => folder.removeEntry(entry).catch(() => undefined);
  return {
    write: (bytes) => writable.write(bytes),
    close: async () => {
      await writable.close();
      download(await handle.getFile(), name, () => void remove());
    },
    abort: async () => {
      await writable.abort();
      await remove();
    },
  };
}

/** Pieces that are joined at once, so that Chromium can move the Blob to disk. */
const JOIN_PIECES = 64;

function memoryFile(name: string): OpenFile {
  let pieces: Blob[] = [];
  return {
    write: async (bytes) => {
      pieces.push(new Blob([bytes]));
      if (pieces.length > JOIN_PIECES) pieces = [new Blob(pieces)];
    },
    close: async () => download(new Blob(pieces, { type: "application/octet-stream" }), name),
    abort: async () => {
      pieces = [];
    },
  };
}

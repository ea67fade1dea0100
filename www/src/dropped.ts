// Files and whole folders that a person drops or chooses. A File knows its folders only where it
// was chosen through a folder button; for dropped ones they are remembered here.

const paths = new WeakMap<File, string>();

/** The file's name behind the folders that it was given with. */
export function pathOf(file: File): string {
  return paths.get(file) ?? (file.webkitRelativePath || file.name);
}

/** Files with their folders. */
export interface Dropped {
  files: File[];
  paths: string[];
}

/** Remembers the folders; gives the files. */
export function remembered(dropped: Dropped): File[] {
  dropped.files.forEach((file, at) => {
    const path = dropped.paths[at];
    if (path !== undefined) paths.set(file, path);
  });
  return dropped.files;
}

/** Hidden files that an operating system leaves in folders are not part of an export. */
function visible(name: string): boolean {
  return !name.startsWith(".");
}

/** The chosen files of a folder button. */
export function chosen(files: readonly File[]): File[] {
  const kept = files.filter((file) => pathOf(file).split("/").every(visible) || file.webkitRelativePath === "");
  // Each browser lists a folder in an order of its own: sources are numbered in the command's.
  return kept.every((file) => file.webkitRelativePath !== "") ? kept.sort((a, b) => byPath(pathOf(a), pathOf(b))) : kept;
}

/** The order of the command: folder by folder, by name. */
export function byPath(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  const at = left.findIndex((part, index) => part !== right[index]);
  const [one, other] = [left[at] ?? "", right[at] ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * True where a folder that is dropped on the frame cannot be read there: Chromium ties the entries
 * of a folder to the origin, which the frame does not have. The shell takes the drop instead.
 */
export function foldersNeedShell(): boolean {
  return "webkitRequestFileSystem" in window;
}

/** Chromium's newer way to a folder; it needs an origin and a secure context. */
type Handles = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> };

/** Everything that was dropped, folders with all that is in them. Call it within the drop event. */
export function dropped(transfer: DataTransfer, own: boolean): Promise<Dropped> {
  // All lists are only there during the event.
  const items: Handles[] = [...transfer.items].filter((item) => item.kind === "file");
  const given = items.map((item) => {
    const entry = item.webkitGetAsEntry();
    // A frame without an origin must not ask for a handle: Chromium stops as a whole.
    const handle = own && entry?.isDirectory ? item.getAsFileSystemHandle?.() : undefined;
    return { entry, handle, file: item.getAsFile() };
  });
  return (async () => {
    const found: Dropped = { files: [], paths: [] };
    for (const { entry, handle, file } of given) {
      if (entry?.isDirectory) {
        const folder = await handle;
        const inside: Dropped = { files: [], paths: [] };
        if (folder) await walkHandle(folder as FileSystemDirectoryHandle, entry.name, inside);
        else await walk(entry as FileSystemDirectoryEntry, entry.name, inside);
        const order = [...inside.paths.entries()].sort(([, a], [, b]) => byPath(a, b));
        for (const [at, path] of order) {
          const held = inside.files[at];
          if (!held) continue;
          found.files.push(held);
          found.paths.push(path);
        }
      } else if (file) {
        found.files.push(file);
        found.paths.push(file.name);
      }
    }
    return found;
  })();
}

async function walkHandle(folder: FileSystemDirectoryHandle, path: string, found: Dropped): Promise<void> {
  for await (const [name, entry] of folder.entries()) {
    if (!visible(name)) continue;
    if (entry.kind === "directory") {
      await walkHandle(entry as FileSystemDirectoryHandle, `${path}/${name}`, found);
    } else {
      found.files.push(await (entry as FileSystemFileHandle).getFile());
      found.paths.push(`${path}/${name}`);
    }
  }
}

async function walk(folder: FileSystemDirectoryEntry, path: string, found: Dropped): Promise<void> {
  const reader = folder.createReader();
  // A reader gives a part at a time, at most 100 in Chromium, and nothing at the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return;
    for (const entry of entries.filter(({ name }) => visible(name))) {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory) {
        await walk(entry as FileSystemDirectoryEntry, inner, found);
      } else {
        const file = await new Promise<File>((resolve, reject) =>
          (entry as FileSystemFileEntry).file(resolve, reject),
        );
        found.files.push(file);
        found.paths.push(inner);
      }
    }
  }
}

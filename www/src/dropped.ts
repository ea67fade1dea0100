// Files and whole folders that a person drops or chooses. A File knows its folders only where it
// was chosen through a folder button; for dropped ones they are remembered here.

const paths = new WeakMap<File, string>();

/** The file's name behind the folders that it was given with. */
export function pathOf(file: File): string {
  return paths.get(file) ?? (file.webkitRelativePath || file.name);
}

/** Hidden files that an operating system leaves in folders are not part of an export. */
function visible(name: string): boolean {
  return !name.startsWith(".");
}

/** The chosen files of a folder button. */
export function chosen(files: readonly File[]): File[] {
  return files.filter((file) => pathOf(file).split("/").every(visible) || file.webkitRelativePath === "");
}

/** Everything that was dropped, folders with all that is in them. Call it within the drop event. */
export function dropped(transfer: DataTransfer): Promise<File[]> {
  // Both lists are only there during the event.
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const given = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return (async () => {
    const files: File[] = [];
    for (const { entry, file } of given) {
      if (entry?.isDirectory) await walk(entry as FileSystemDirectoryEntry, entry.name, files);
      else if (file) files.push(file);
    }
    return files;
  })();
}

async function walk(folder: FileSystemDirectoryEntry, path: string, files: File[]): Promise<void> {
  const reader = folder.createReader();
  // A reader gives a part at a time, at most 100 in Chromium, and nothing at the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return;
    for (const entry of entries.filter(({ name }) => visible(name))) {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory) {
        await walk(entry as FileSystemDirectoryEntry, inner, files);
      } else {
        const file = await new Promise<File>((resolve, reject) =>
          (entry as FileSystemFileEntry).file(resolve, reject),
        );
        paths.set(file, inner);
        files.push(file);
      }
    }
  }
}

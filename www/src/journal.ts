/**
 * The journal's keeper, in the shell: ciphertext records in IndexedDB. In Chromium this store is
 * shared by all local HTML files, so nothing but ciphertext may ever come here. Records are found
 * by random names; names and sizes are checked.
 */
import type { JournalEntry } from "./wire.ts";

const DATABASE = "maskera";
const STORE = "journal";
const NAME = /^case-[0-9a-f]{16}$/;
/** Largest record in bytes. */
export const RECORD_BYTES = 64 * 1024 * 1024;
/** Most records that are kept. */
export const RECORDS = 8;

/** True for a record name that we make. */
export function nameAllowed(name: unknown): name is string {
  return typeof name === "string" && NAME.test(name);
}

/** A record as it is stored: ciphertext and the time of writing. */
interface Kept {
  bytes: Uint8Array;
  savedAt: number;
}

function isRecord(value: unknown): value is Kept {
  return (
    typeof value === "object" &&
    value !== null &&
    "bytes" in value &&
    value.bytes instanceof Uint8Array &&
    "savedAt" in value &&
    typeof value.savedAt === "number"
  );
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("storage"));
  });
}

export class JournalKeeper {
  #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  /** Null where the browser keeps nothing. */
  static async open(): Promise<JournalKeeper | null> {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      return new JournalKeeper(await finished(request));
    } catch {
      return null;
    }
  }

  /** All records, the latest first. */
  async list(): Promise<JournalEntry[]> {
    const store = this.#store("readonly");
    const [keys, records] = await Promise.all([finished(store.getAllKeys()), finished(store.getAll())]);
    const entries: JournalEntry[] = [];
    keys.forEach((name, at) => {
      const record: unknown = records[at];
      if (nameAllowed(name) && isRecord(record)) entries.push({ name, savedAt: record.savedAt });
    });
    return entries.sort((a, b) => b.savedAt - a.savedAt);
  }

  async get(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const record: unknown = await finished(this.#store("readonly").get(name));
    return isRecord(record) ? new Uint8Array(record.bytes) : null;
  }

  /** Writes a record; `false` when there are too many already. */
  async put(name: string, bytes: Uint8Array): Promise<boolean> {
    const store = this.#store("readwrite");
    const keys = await finished(store.getAllKeys());
    if (!keys.includes(name) && keys.length >= RECORDS) return false;
    await finished(store.put({ bytes, savedAt: Date.now() } satisfies Kept, name));
    return true;
  }

  async delete(name: string): Promise<void> {
    await finished(this.#store("readwrite").delete(name));
  }

  #store(mode: IDBTransactionMode): IDBObjectStore {
    return this.#database.transaction(STORE, mode).objectStore(STORE);
  }
}

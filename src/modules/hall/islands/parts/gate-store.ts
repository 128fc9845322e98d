/** One thing that happened at the door, as it will be told. Its body goes once the office knows it; that it happened stays. */
export type Entry = {
  readonly seq?: number;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly kind: 'in' | 'out' | 'none';
  readonly people: number;
  readonly state: 'waiting' | 'sent' | 'refused' | 'dropped';
};
/** Places this door may fill without a line, until an instant of this device’s clock (milliseconds). */
export type Lease = { readonly leaseId: string; readonly places: number; readonly until: number };

export type Store = {
  /** The entry and what it leaves of the lease are written together, or not at all. */
  readonly append: (entry: Entry, lease: Lease | undefined) => Promise<number>;
  readonly settle: (entry: Entry, lease: Lease | undefined) => Promise<void>;
  readonly waiting: () => Promise<Entry[]>;
  readonly keep: (key: string, value: unknown) => Promise<void>;
  readonly kept: <T>(key: string) => Promise<T | undefined>;
};

const keptRecords = 500;

export async function openStore(name: string): Promise<Store> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('entry', { keyPath: 'seq', autoIncrement: true });
    opening.result.createObjectStore('kept');
  };
  const db = await answer(opening);
  const write = async <T>(work: (entries: IDBObjectStore, kept: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const transaction = db.transaction(['entry', 'kept'], 'readwrite', { durability: 'strict' });
    const request = work(transaction.objectStore('entry'), transaction.objectStore('kept'));
    await new Promise<void>((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onerror = () => failed(transaction.error);
      transaction.onabort = () => failed(transaction.error);
    });
    return request.result;
  };
  return {
    append: (entry, lease) =>
      write((entries, kept) => {
        if (lease) kept.put(lease, 'lease');
        return entries.add(entry);
      }).then(Number),
    settle: async (entry, lease) => {
      await write((entries, kept) => {
        if (lease) kept.put(lease, 'lease');
        if (entry.seq && entry.seq > keptRecords) entries.delete(IDBKeyRange.upperBound(entry.seq - keptRecords));
        return entries.put({ ...entry, body: null });
      });
    },
    waiting: async () => {
      const all = (await answer(db.transaction('entry').objectStore('entry').getAll())) as Entry[];
      return all.filter(({ state }) => state === 'waiting');
    },
    keep: async (key, value) => {
      await write((_, kept) => kept.put(value, key));
    },
    kept: (key) => answer(db.transaction('kept').objectStore('kept').get(key)),
  };
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

/** What a phone keeps through a reload without network: IndexedDB, or this page's memory where storing is forbidden. */

const NAME = 'watchfloor-phone';
const STORES = ['kept', 'outbox'];

const asPromise = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function openDatabase() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    for (const store of STORES) request.result.createObjectStore(store, { autoIncrement: store === 'outbox' });
  };
  const database = await asPromise(request);
  database.onversionchange = () => database.close();
  return database;
}

/** The same for as long as the page lives. */
export function memoryStorage() {
  const kept = new Map();
  const outbox = new Map();
  let next = 1;
  return {
    keep: async (key, value) => void kept.set(key, value),
    kept: async (key) => kept.get(key) ?? null,
    add: async (item) => void outbox.set(next, { ...item, seq: next++ }),
    put: async (item) => void outbox.set(item.seq, item),
    remove: async (seq) => void outbox.delete(seq),
    items: async () => [...outbox.values()],
  };
}

function databaseStorage(database) {
  const run = (store, mode, work) => asPromise(work(database.transaction(store, mode).objectStore(store)));
  return {
    keep: (key, value) => run('kept', 'readwrite', (store) => store.put(value, key)),
    kept: async (key) => (await run('kept', 'readonly', (store) => store.get(key))) ?? null,
    add: (item) => run('outbox', 'readwrite', (store) => store.add(item)),
    put: ({ seq, ...item }) => run('outbox', 'readwrite', (store) => store.put(item, seq)),
    remove: (seq) => run('outbox', 'readwrite', (store) => store.delete(seq)),
    /** Everything that waits, in the order it was done. */
    async items() {
      const store = database.transaction('outbox', 'readonly').objectStore('outbox');
      const [keys, items] = await Promise.all([asPromise(store.getAllKeys()), asPromise(store.getAll())]);
      return items.map((item, i) => ({ ...item, seq: keys[i] }));
    },
  };
}

/** Opens it; never fails. */
export async function openStorage() {
  try {
    return databaseStorage(await openDatabase());
  } catch {
    return memoryStorage();
  }
}

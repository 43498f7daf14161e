import type { Shelf } from "./outbox-shelf";

const PREFIX = "debrief.marks";

/** A person's shelf for a team in this browser, and whether marks of somebody else had to be thrown away to make it. */
export function openShelf(person: string, team: string): { shelf: Shelf; dropped: number; scope: string } {
  const scope = `${PREFIX}/${person}/${team}/`;
  const storage = reachStorage();
  const dropped = storage ? dropOthers(storage, `${PREFIX}/${person}/`) : 0;
  return { shelf: storage ? overStorage(storage, scope) : memoryShelf(), dropped, scope };
}

/** A shelf that lasts as long as the page. */
export function memoryShelf(kept = new Map<string, string>()): Shelf {
  return {
    keys: () => [...kept.keys()],
    get: (key) => kept.get(key) ?? null,
    // It keeps the text for this page, but nothing beyond it.
    put(key, text) {
      kept.set(key, text);
      return false;
    },
    drop: (key) => void kept.delete(key),
  };
}

function overStorage(storage: Storage, scope: string): Shelf {
  const memory = memoryShelf();
  return {
    keys: () => [...new Set([...namesIn(storage, scope).map((name) => name.slice(scope.length)), ...memory.keys()])],
    get: (key) => memory.get(key) ?? storage.getItem(scope + key),
    put(key, text) {
      try {
        storage.setItem(scope + key, text);
        memory.drop(key);
        return true;
      } catch {
        return memory.put(key, text);
      }
    },
    drop(key) {
      memory.drop(key);
      storage.removeItem(scope + key);
    },
  };
}

/** Marks, notes and drafts of whoever else used this browser are theirs alone; how many marks were waiting is told. */
function dropOthers(storage: Storage, own: string): number {
  const others = namesIn(storage, `${PREFIX}/`).filter((name) => !name.startsWith(own));
  for (const name of others) storage.removeItem(name);
  return others.filter((name) => name.split("/")[3]?.startsWith("e.")).length;
}

function namesIn(storage: Storage, prefix: string): string[] {
  return Object.keys(storage).filter((name) => name.startsWith(prefix));
}

/** Null where the browser forbids it, as some do in private windows. */
function reachStorage(): Storage | null {
  try {
    const { localStorage } = window;
    localStorage.getItem(PREFIX);
    return localStorage;
  } catch {
    return null;
  }
}

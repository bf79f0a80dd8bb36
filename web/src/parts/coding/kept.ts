/** What somebody says of a passage and the server does not have yet. */
export type Draft = { readonly codes: Readonly<Record<string, string>>; readonly note: string };

/** Drafts by their item, in the browser's storage, so that neither a crash nor a closed page loses one. */
export type Kept = {
  readonly get: (item: string) => Draft | null;
  readonly set: (item: string, draft: Draft) => void;
  readonly remove: (item: string) => void;
  readonly items: () => readonly string[];
};

/** Opens the drafts of one person in one sample; in memory alone where the browser stores nothing. */
export function openKept(place: string): Kept {
  const memory = new Map<string, string>();
  const prefix = `titrate draft ${place} `;
  const storage = stored();
  return {
    get(item) {
      return parsed(memory.get(item) ?? storage?.getItem(prefix + item) ?? null);
    },
    set(item, draft) {
      const text = JSON.stringify(draft);
      try {
        if (storage === null) throw new Error('expected storage');
        storage.setItem(prefix + item, text);
        memory.delete(item);
      } catch {
        // Full, or switched off: better kept for as long as the page is open than not at all.
        memory.set(item, text);
      }
    },
    remove(item) {
      memory.delete(item);
      storage?.removeItem(prefix + item);
    },
    items() {
      const names = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '');
      const own = names.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
      return [...new Set([...memory.keys(), ...own])];
    },
  };
}

/** The browser's storage, or null where it gives none. */
export function stored(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function parsed(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const { codes, note } = JSON.parse(text) as Partial<Draft>;
    return typeof codes === 'object' && typeof note === 'string' ? { codes, note } : null;
  } catch {
    return null;
  }
}

import type { RunNotice } from '../model/notice.ts';

/** A run whose notice was not written to for so long is dead, in milliseconds of this machine's own clock. */
const silentMs = 15_000;

/** What is known of a run elsewhere: that it is at work, or how it left. */
export type Heard =
  | { readonly kind: 'running'; readonly notice: RunNotice }
  /** Its notice has gone: it ended in order, or said why not where it was started. */
  | { readonly kind: 'ended'; readonly notice: RunNotice }
  /** Its notice is there and nobody writes to it. */
  | { readonly kind: 'silent'; readonly notice: RunNotice };

/**
 * Follows runs by the notices that they keep. A run is at work only once its notice was seen to change: what a killed run left
 * stays as it is. Gives the newest that is at work, then once how it left, and null where there is nothing to tell.
 */
export function followNotices(): (
  notices: ReadonlyMap<string, RunNotice>,
  /** Milliseconds that only ever grow. */
  now: number,
) => Heard | null {
  const seen = new Map<string, { beat: number; changedAt: number | null }>();
  let last: { name: string; notice: RunNotice } | null = null;

  return (notices, now) => {
    for (const name of seen.keys()) if (!notices.has(name)) seen.delete(name);
    const alive: { name: string; notice: RunNotice }[] = [];
    for (const [name, notice] of notices) {
      const before = seen.get(name);
      const isNew = before !== undefined && before.beat !== notice.beat;
      const changedAt = isNew ? now : (before?.changedAt ?? null);
      seen.set(name, { beat: notice.beat, changedAt });
      if (changedAt !== null && now - changedAt < silentMs) alive.push({ name, notice });
    }
    const gone = last;
    last = alive.toSorted((a, b) => a.notice.startedAt.localeCompare(b.notice.startedAt)).at(-1) ?? null;
    if (last !== null) return { kind: 'running', notice: last.notice };
    if (gone === null) return null;
    return { kind: notices.has(gone.name) ? 'silent' : 'ended', notice: gone.notice };
  };
}

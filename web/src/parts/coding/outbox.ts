import type { AnswerOf } from '../../../../src/model/api/api.ts';
import type { Role } from '../../../../src/model/coding.ts';
import { ApiError, ask } from '../../api.ts';
import { type Draft, type Kept, openKept } from './kept.ts';

type Saved = AnswerOf<'POST /api/samples/:sample/items/:item'>;

/** How what somebody said stands with the server; still as long as nothing was said. */
export type Standing = {
  readonly state: 'still' | 'saved' | 'waiting' | 'saving' | 'away' | 'refused';
  /** What the server says against it. */
  readonly lines: readonly string[];
};

/** What is on its way to the server: kept in the browser until it answers, and tried again as long as it does not. */
export type Outbox = {
  readonly draft: (item: string) => Draft | null;
  readonly keep: (item: string, draft: Draft) => void;
  readonly send: () => void;
  readonly standing: () => Standing;
  readonly subscribe: (tell: () => void) => () => void;
};

/** Who says something of which sample. */
export type Desk = { readonly sample: string; readonly coder: string; readonly role: Role };

/** How long after an answer it is sent, where nothing follows it, and the longest wait between two tries. */
const [pause, longest] = [1200, 15_000];

/** Opens the outbox of one person in one sample; `saved` is told what the server has then. */
export function openOutbox(desk: Desk, saved: (answer: Saved) => void): Outbox {
  const kept: Kept = openKept(`${desk.sample}/${desk.role}/${desk.coder}`);
  const refused = new Map<string, readonly string[]>();
  const listeners = new Set<() => void>();
  let standing: Standing = { state: 'still', lines: [] };
  let isSending = false;
  let wait = 1000;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(state: Standing['state'], lines: readonly string[] = []): void {
    standing = { state, lines };
    for (const listener of listeners) listener();
  }

  function later(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), milliseconds);
  }

  /** Drafts that say something: a note alone waits for its first answer. */
  function next(): readonly [string, Draft] | null {
    for (const item of kept.items()) {
      const draft = kept.get(item);
      if (draft !== null && !refused.has(item) && Object.keys(draft.codes).length > 0) return [item, draft];
    }
    return null;
  }

  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    for (let found = next(); found !== null; found = next()) {
      const [item, draft] = found;
      // What was told stays until it is over, or every try would be told aloud.
      if (standing.state !== 'away') tell('saving');
      const { sample, coder, role } = desk;
      const body = { coder, role, ...draft };
      try {
        const answer = await ask('POST /api/samples/:sample/items/:item', { input: { sample, item }, body });
        wait = 1000;
        // Changed meanwhile: what was sent is not the last word.
        if (JSON.stringify(kept.get(item)) !== JSON.stringify(draft)) continue;
        kept.remove(item);
        if (standing.state === 'away') tell('saving');
        saved(answer);
      } catch (error) {
        const refusal = error instanceof ApiError ? error.refusal : null;
        if (refusal === null || ['failed', 'busy', 'unauthorised'].includes(refusal.error)) {
          tell('away', refusal?.lines ?? []);
          later(wait);
          wait = Math.min(longest, wait * 2);
          isSending = false;
          return;
        }
        refused.set(item, refusal.lines);
      }
    }
    isSending = false;
    if (refused.size > 0) tell('refused', [...refused.values()].flat());
    else if (standing.state !== 'still') tell('saved');
  }

  return {
    draft: (item) => kept.get(item),
    keep(item, draft) {
      kept.set(item, draft);
      refused.delete(item);
      if (!isSending) tell('waiting');
      later(pause);
    },
    send: () => void send(),
    standing: () => standing,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

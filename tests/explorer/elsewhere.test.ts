import { describe, expect, it } from 'vitest';
import { followNotices } from '../../src/explorer/elsewhere.ts';
import type { RunNotice } from '../../src/model/notice.ts';

const notice = (beat: number, startedAt = '2026-01-01T00:00:00.000Z'): RunNotice => ({
  startedAt,
  host: 'somewhere',
  process: 7,
  progress: null,
  beat,
});
const folder = (notices: Readonly<Record<string, RunNotice>>) => new Map(Object.entries(notices));

describe('runs that were started elsewhere', () => {
  it('are at work once their notice was seen to change, and have ended when it goes', () => {
    const look = followNotices();
    expect(look(folder({}), 0)).toBeNull();
    expect(look(folder({ a: notice(0) }), 500)).toBeNull();
    expect(look(folder({ a: notice(1) }), 1000)).toEqual({ kind: 'running', notice: notice(1) });
    expect(look(folder({ a: notice(1) }), 1500)?.kind).toBe('running');
    expect(look(folder({}), 2000)).toEqual({ kind: 'ended', notice: notice(1) });
    expect(look(folder({}), 2500)).toBeNull();
  });

  it('are silent where nobody writes any more, and nothing is told of what was silent before', () => {
    const look = followNotices();
    look(folder({ a: notice(3), old: notice(9, '2025-01-01T00:00:00.000Z') }), 0);
    expect(look(folder({ a: notice(4), old: notice(9, '2025-01-01T00:00:00.000Z') }), 500)?.notice).toEqual(
      notice(4),
    );
    expect(look(folder({ a: notice(4) }), 15_000)?.kind).toBe('running');
    expect(look(folder({ a: notice(4) }), 16_000)).toEqual({ kind: 'silent', notice: notice(4) });
    expect(look(folder({ a: notice(4) }), 60_000)).toBeNull();
    expect(look(folder({ a: notice(5) }), 61_000)?.kind).toBe('running');
  });

  it('are told of one at a time, the newest', () => {
    const look = followNotices();
    const later = (beat: number) => notice(beat, '2026-02-01T00:00:00.000Z');
    look(folder({ b: later(0), a: notice(0) }), 0);
    expect(look(folder({ b: later(1), a: notice(1) }), 500)?.notice).toEqual(later(1));
    expect(look(folder({ a: notice(2) }), 1000)).toEqual({ kind: 'running', notice: notice(2) });
    expect(look(folder({}), 1500)).toEqual({ kind: 'ended', notice: notice(2) });
  });
});

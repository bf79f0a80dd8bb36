import fc from 'fast-check';
import { expect, it, describe as suite } from 'vitest';
import { describe, type Problem, severity, statusOf } from '../../src/model/problem.ts';
import { isTransient } from '../../src/model/transient.ts';

const file = 'documents/a.pdf';
const ok: Problem = { code: 'not_in_manifest', file };
const partial: Problem = { code: 'page_unread', file, page: 3, why: 'picture' };
const failed: Problem = { code: 'encrypted', file };

suite('the status of a document', () => {
  it('is the worst of its problems', () => {
    expect(statusOf([])).toBe('ok');
    expect(statusOf([ok])).toBe('ok');
    expect(statusOf([ok, partial, ok])).toBe('partial');
    expect(statusOf([partial, failed, ok])).toBe('failed');
  });

  it('never improves with one more problem, in any order', () => {
    const rank = { ok: 0, partial: 1, failed: 2 };
    const problems = fc.array(fc.constantFrom(ok, partial, failed));
    fc.assert(
      fc.property(problems, fc.constantFrom(ok, partial, failed), (some, more) => {
        expect(rank[statusOf([more, ...some])]).toBe(Math.max(rank[statusOf(some)], rank[severity(more)]));
        expect(statusOf(some.toReversed())).toBe(statusOf(some));
      }),
    );
  });
});

suite('a problem in words', () => {
  it('names both sides of a contradiction and which was followed', () => {
    expect(
      describe({
        code: 'metadata_contradiction',
        file,
        field: 'date',
        kept: { from: 'manifest', value: '2010' },
        other: { from: 'file name', value: '2009' },
      }),
    ).toBe(
      'documents/a.pdf: date is "2010" in the manifest but "2009" in the file name: the manifest was followed; correct one of them',
    );
  });

  it('names row, column, what was expected, what was found and the remedy', () => {
    expect(
      describe({
        code: 'manifest_value',
        file,
        row: 7,
        column: 'date',
        expected: 'a date that exists',
        found: '2009-02-30',
      }),
    ).toBe(
      'documents/a.pdf: row 7, column date of the manifest: expected a date that exists, got "2009-02-30": left empty; correct the cell',
    );
  });

  it('tells a link from a row', () => {
    expect(describe({ code: 'file_outside_root', file, row: null })).toContain(
      'is a link that leads outside',
    );
    expect(describe({ code: 'file_outside_root', file, row: 4 })).toContain('row 4 of the manifest points');
  });
});

suite('problems that depend on the machine', () => {
  it('are limits and crashes', () => {
    expect(isTransient({ code: 'time_limit', file, seconds: 60 })).toBe(true);
    expect(isTransient({ code: 'memory_limit', file, megabytes: 512 })).toBe(true);
    expect(isTransient({ code: 'crashed', file, detail: 'exit 1' })).toBe(true);
    expect(isTransient(failed)).toBe(false);
  });
});

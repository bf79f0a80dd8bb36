import { describe, expect, it } from 'vitest';
import { sourceLines } from '../../src/app/source-lines.ts';
import type { SourceEnd } from '../../src/model/sources.ts';
import { sourceAt } from '../support/sources.ts';

const address = 'http://a.example/acta.pdf';
const source = sourceAt(address);
const file = 'documents/regional_body/Consejo/acta.pdf';
const lines = (...ends: readonly SourceEnd[]) => sourceLines(ends, (text) => `*${text}*`);

describe('what became of sources', () => {
  it('is said of each, those that need somebody last, with what to do', () => {
    expect(
      lines(
        {
          source,
          outcome: 'failed',
          problem: { code: 'host_not_allowed', file: address, host: 'b.example' },
          archive: null,
        },
        { source, outcome: 'added', file, via: 'origin', bytes: 9 },
        { source, outcome: 'added', file, via: 'archive', bytes: 9 },
        { source, outcome: 'kept', file },
        { source, outcome: 'same', file },
        { source, outcome: 'changed', file, earlier: 'old.pdf' },
        {
          source: sourceAt(address, { title: null, date: null, institution: null }),
          outcome: 'failed',
          problem: { code: 'not_fetched', file: address, detail: 'status 404' },
          archive: { code: 'host_not_allowed', file: 'http://archive.example/1', host: 'archive.example' },
        },
      ),
    ).toEqual([
      `added     ${file}`,
      `added     ${file}  from the archive: check that it is the document`,
      `kept      ${file}`,
      `same      ${address}  the same bytes as ${file}, perhaps a page that says it is gone: open both`,
      `changed   ${file}  other bytes than old.pdf, which stays: delete one of the two`,
      '',
      'failed    *Consejo del Sur · Acta · 2012-09*',
      `          ${address}: leads to \`b.example\`, and nothing may be fetched from there unless you say so: allow it with --allow-host b.example`,
      'failed    *no institution · no title · undated*',
      `          ${address}: could not be fetched (status 404): check the address, or save the file into the corpus`,
      '          http://archive.example/1: leads to `archive.example`, and nothing may be fetched from there unless you say so: allow it with --allow-host archive.example',
      '',
      '7 sources, 2 added, 1 changed, 1 there before, 1 with the bytes of another, 2 failed',
      'to allow the hosts that were led to: --allow-host archive.example --allow-host b.example',
    ]);
  });

  it('is short where there is nothing to do', () => {
    expect(lines({ source, outcome: 'kept', file })).toEqual([
      `kept      ${file}`,
      '',
      '1 source, 1 there before',
    ]);
    expect(lines()).toEqual(['', '0 sources']);
  });
});

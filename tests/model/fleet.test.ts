import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FleetJob, Member, RunRequest } from '../../src/model/fleet.ts';

const hash = 'a'.repeat(64);
const job = {
  id: hash,
  file: 'documents/a.pdf',
  path: 'study/corpus/documents/a.pdf',
  artefacts: 'study/.titrate/artefacts',
  hash,
  language: 'es',
  characters: 1_000_000,
  lexicon: hash,
  object: 'SSE',
  ocr: { engine: 'tesseract.js', version: '7.0.0', dpi: 200, seconds: 60, confidence: 60, low: 'keep' },
  keys: {
    document: hash,
    passages: hash,
    tags: hash,
    mentions: hash,
    scanned: { recognition: hash, passages: hash, tags: hash, mentions: hash },
  },
};
const request = { study: 'study', documentsRoots: [], startedAt: '2026-01-02T03:04:05.678Z' };
const isJob = (data: unknown) => FleetJob.safeParse(data).success;
const isRequest = (data: unknown) => RunRequest.safeParse(data).success;

describe('a job from a broker', () => {
  it('is one that a submitter makes', () => {
    expect(isJob(job)).toBe(true);
    expect(isJob({ ...job, language: null, path: '..a/b..c/...txt' })).toBe(true);
    expect(isJob(JSON.parse(JSON.stringify(job)))).toBe(true);
  });

  const paths = [
    '/etc/passwd',
    '\\\\host\\share\\a.pdf',
    '\\etc',
    'C:\\secret.txt',
    'c:/secret.txt',
    '../a.pdf',
    'study/../../a.pdf',
    'study\\..\\..\\a.pdf',
    '..',
    '',
    'a\0.pdf',
    'http://169.254.169.254/latest/meta-data',
    'https://example.org/a.pdf',
    'file:///etc/passwd',
    'gopher://localhost:6379/_x',
    'a'.repeat(4097),
  ];
  it.each(paths)('leads nowhere outside: %j', (path) => {
    expect(isJob({ ...job, path })).toBe(false);
    expect(isJob({ ...job, artefacts: path })).toBe(false);
    expect(isRequest({ ...request, study: path })).toBe(false);
    expect(isRequest({ ...request, output: path })).toBe(false);
    expect(isRequest({ ...request, state: path })).toBe(false);
    expect(isRequest({ ...request, documentsRoots: [path] })).toBe(false);
  });

  it.each([
    ['nothing', null],
    ['a list', [job]],
    ['a text', 'job'],
    ['one more field', { ...job, url: 'http://example.org' }],
    ['a field that every object has', JSON.parse(`{"__proto__":{"a":1},${JSON.stringify(job).slice(1)}`)],
    ['a constructor', { ...job, constructor: { prototype: {} } }],
    ['a name that is no text', { ...job, file: { toString: 'a' } }],
    ['a long name', { ...job, file: 'a'.repeat(4097) }],
    ['an id with a path', { ...job, id: `../${'a'.repeat(61)}` }],
    ['a key with a path', { ...job, keys: { ...job.keys, tags: '../../x' } }],
    ['an engine that is none', { ...job, ocr: { ...job.ocr, engine: 'sh' } }],
    ['a page of endless pixels', { ...job, ocr: { ...job.ocr, dpi: 1e9 } }],
    ['a key too many', { ...job, keys: { ...job.keys, more: hash } }],
    ['no key', { ...job, keys: [] }],
    ['a hash in capitals', { ...job, hash: 'A'.repeat(64) }],
    ['an unknown language', { ...job, language: 'xx-hostile' }],
    ['endless text', { ...job, characters: Number.POSITIVE_INFINITY }],
    ['more text than memory', { ...job, characters: 1e15 }],
    ['less than no text', { ...job, characters: -1 }],
    ['a long category', { ...job, object: 'A'.repeat(65) }],
  ])('is refused with %s', (_, data) => {
    expect(isJob(data)).toBe(false);
  });

  it('leads below the root, whatever it is', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', 'a', 'C:', '\0', 'http:', ' ', 'é');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = pieces.join('');
        if (!isJob({ ...job, path })) return;
        for (const separator of ['/', '\\']) {
          const url = new URL(path.split(separator).map(encodeURIComponent).join('/'), 'file:///root/');
          expect(url.pathname.startsWith('/root/')).toBe(true);
        }
      }),
    );
  });
});

describe('a run from a broker', () => {
  it('is one that a person asks for', () => {
    expect(isRequest(request)).toBe(true);
    const contrast = { source: ['civil_society'], policy: ['regional_body'] };
    expect(isRequest({ ...request, output: 'out', state: 'state', contrast })).toBe(true);
  });

  it.each([
    ['no time', { ...request, startedAt: 'now' }],
    ['an endless time', { ...request, startedAt: `2026-01-02T03:04:05.${'0'.repeat(1000)}Z` }],
    ['many folders', { ...request, documentsRoots: Array.from({ length: 101 }, () => 'a') }],
    ['many voices', { ...request, contrast: { source: Array(101).fill('a'), policy: ['b'] } }],
    ['a long voice', { ...request, contrast: { source: ['a'.repeat(201)], policy: ['b'] } }],
    ['a host', { ...request, hosts: ['example.org'] }],
  ])('is refused with %s', (_, data) => {
    expect(isRequest(data)).toBe(false);
  });
});

describe('a worker that makes itself known', () => {
  it('does so in few words', () => {
    const member = { id: 'a', role: 'tag', host: 'h', pid: 1, version: '1', fingerprint: hash };
    expect(Member.safeParse(member).success).toBe(true);
    expect(Member.safeParse({ ...member, host: 'h'.repeat(201) }).success).toBe(false);
    expect(Member.safeParse({ ...member, role: 'admin' }).success).toBe(false);
  });
});

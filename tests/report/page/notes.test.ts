import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildResults } from '../../support/results.ts';
import { pageOf } from '../reading.ts';

const { document, html } = pageOf(buildResults());

describe('notes', () => {
  it('are cited in their order and lead back', () => {
    const cites = [...document.querySelectorAll('.cite a')];
    const notes = [...document.querySelectorAll('#notes li')];
    expect(cites.length).toBeGreaterThan(1);
    expect(cites.map((cite) => cite.getAttribute('href'))).toEqual(notes.map((note) => `#${note.id}`));
    expect(cites.map((cite) => cite.textContent)).toEqual(notes.map((_, place) => String(place + 1)));
    for (const [place, note] of notes.entries())
      expect(note.querySelector(`a[href="#cite-${place + 1}"]`)).not.toBeNull();
  });

  it('lead from a number in a sentence to the passages of each institution', () => {
    const first = document.querySelector('#claim .reading .cite a')?.getAttribute('href')?.slice(1) ?? '';
    const links = [...(document.getElementById(first)?.querySelectorAll('a[href^="#institution-"]') ?? [])];
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      const target = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
      expect(target?.querySelector('small')?.textContent).toMatch(/all|of/);
    }
  });

  it('are none, and in no contents, where no claim was tested', () => {
    const none = pageOf({ ...buildResults(), claims: [], findings: [] }).document;
    expect(none.querySelector('#notes, nav a[href="#notes"]')).toBeNull();
  });
});

describe('the script of the page', () => {
  it('is one, and the policy lets this one run and no other', () => {
    const scripts = [...document.querySelectorAll('script')];
    expect(scripts).toHaveLength(1);
    const body = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(body).digest('base64');
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    expect(policy).toBe(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`);
    expect(body).not.toMatch(/innerHTML|fetch|eval|import|localStorage|http/);
  });
});

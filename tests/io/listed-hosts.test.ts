import { describe, expect, it } from 'vitest';
import { listedHosts } from '../../src/io/listed-hosts.ts';
import { sourceAt } from '../support/sources.ts';

describe('the hosts of a list', () => {
  it('are counted as first and as second address, the most asked first', () => {
    const archive = (of: string) => `https://archive.example/web/${of}`;
    const sources = [
      sourceAt('http://b.example/1', { archive_address: archive('http://b.example/1') }),
      sourceAt('http://a.example/1', { archive_address: archive('http://a.example/1') }),
      sourceAt('http://a.example:8080/2'),
      sourceAt('http://b.example/2', { archive_address: archive('http://b.example/2') }),
    ];
    expect(listedHosts(sources)).toEqual([
      { host: 'archive.example', first: 0, archive: 3 },
      { host: 'b.example', first: 2, archive: 0 },
      { host: 'a.example', first: 1, archive: 0 },
      { host: 'a.example:8080', first: 1, archive: 0 },
    ]);
    expect(listedHosts([])).toEqual([]);
  });
});

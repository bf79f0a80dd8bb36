import { describe, expect, it } from 'vitest';
import { hostsOf, isAddress } from '../../src/io/hosts.ts';

describe('a host to fetch from', () => {
  it('is a name, perhaps with a port, in any case and script', () => {
    expect(hostsOf(['Example.ORG', 'example.org:8443', '[::1]:80', 'münchen.example'])).toEqual([
      { name: 'example.org', port: '' },
      { name: 'example.org', port: '8443' },
      { name: '[::1]', port: '' },
      { name: 'xn--mnchen-3ya.example', port: '' },
    ]);
  });

  it.each(['https://example.org', 'example.org/documents', 'me@example.org', '', 'a b', '*.example.org'])(
    'is not %j',
    (name) => {
      expect(() => hostsOf([name])).toThrow('expected the name of a host');
    },
  );

  it('is told from a path', () => {
    expect(isAddress('https://example.org/a.pdf')).toBe(true);
    expect(isAddress('HTTP://example.org')).toBe(true);
    expect(isAddress('documents/http:/a.pdf')).toBe(false);
    expect(isAddress('ftp://example.org')).toBe(false);
  });
});

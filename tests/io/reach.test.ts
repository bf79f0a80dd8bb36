import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardedLookup, isPublic, PrivateHost, type Resolver } from '../../src/io/reach.ts';

/** What a lookup gives, in both shapes that sockets ask for. */
function look(found: readonly string[], allowPrivate: boolean, all: boolean): Promise<unknown> {
  const resolve: Resolver = async () =>
    found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return new Promise((resolved, rejected) => {
    guardedLookup(resolve, allowPrivate)('bank.example', { all }, (error, address, family) => {
      if (error) rejected(error);
      else resolved(all ? address : [address, family]);
    });
  });
}

describe('a public address', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '200.10.1.1',
    '2a00:1450:4001::1',
    '[2001:4860:4860::8888]',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('is %s', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.255.0.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.7',
    '198.18.0.1',
    '240.0.0.1',
    '::',
    '::1',
    '[::1]',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '64:ff9b:1::808:808',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'fd00::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('is not %j', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it('is none that the private blocks hold, as Node itself counts them', () => {
    const blocks = new BlockList();
    for (const [net, bits] of [
      ['0.0.0.0', 8],
      ['10.0.0.0', 8],
      ['100.64.0.0', 10],
      ['127.0.0.0', 8],
      ['169.254.0.0', 16],
      ['172.16.0.0', 12],
      ['192.168.0.0', 16],
      ['224.0.0.0', 3],
    ] as const) {
      blocks.addSubnet(net, bits);
    }
    const near = fc.constantFrom(
      0,
      9,
      10,
      11,
      99,
      100,
      126,
      127,
      128,
      168,
      169,
      171,
      172,
      191,
      192,
      223,
      224,
    );
    const octet = fc.oneof(near, fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet, octet), (octets) => {
        const address = octets.join('.');
        if (blocks.check(address)) {
          expect(isPublic(address)).toBe(false);
          expect(isPublic(`::ffff:${address}`)).toBe(false);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a lookup at the moment of connecting', () => {
  it.each([true, false])('gives public addresses (all: %s)', async (all) => {
    expect(await look(['8.8.8.8', '2a00:1450::1'], false, all)).toEqual(
      all
        ? [
            { address: '8.8.8.8', family: 4 },
            { address: '2a00:1450::1', family: 6 },
          ]
        : ['8.8.8.8', 4],
    );
  });

  it('refuses a name of which one address is private, unless that is allowed', async () => {
    const mixed = ['8.8.8.8', '192.168.0.1'];
    await expect(look(mixed, false, true)).rejects.toThrow(PrivateHost);
    expect(await look(mixed, true, false)).toEqual(['8.8.8.8', 4]);
    expect(await look(['127.0.0.1'], true, false)).toEqual(['127.0.0.1', 4]);
  });

  it('tells a name without addresses', async () => {
    await expect(look([], false, true)).rejects.toThrow('Expected an address of `bank.example`, got none');
  });
});

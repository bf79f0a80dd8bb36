/** One metric family of a text in OpenMetrics. */
export type Family = {
  readonly type: string;
  /** Values by sample name and labels, as they are written. */
  readonly samples: ReadonlyMap<string, number>;
};

const suffixes: Readonly<Record<string, readonly string[]>> = {
  counter: ['_total', '_created'],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count', '_created'],
};
const label = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\[\\\\"n])*"';
const sample = new RegExp(`^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:${label}(?:,${label})*)?\\})? ([^ ]+)$`);

/**
 * Reads a text in OpenMetrics 1.0 as its specification says, and throws at the first line that it forbids: no blank
 * lines, metadata before samples, no family twice or parted, suffixes by type, buckets that grow, `# EOF` last.
 */
export function readOpenMetrics(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n# EOF\n') && text !== '# EOF\n') throw new Error('no `# EOF` at the end');
  const families = new Map<string, { type: string; samples: Map<string, number> }>();
  let name = '';
  for (const line of text.slice(0, -'# EOF\n'.length).split('\n').slice(0, -1)) {
    const [, kind, about = '', rest = ''] = /^# (HELP|TYPE|UNIT) ([a-zA-Z_:][\w:]*) (.+)$/.exec(line) ?? [];
    if (kind !== undefined) {
      if (about !== name && families.has(about)) throw new Error(`a family in two parts: ${line}`);
      const family = families.get(about) ?? { type: 'unknown', samples: new Map() };
      if (family.samples.size > 0) throw new Error(`metadata after samples: ${line}`);
      families.set(about, kind === 'TYPE' ? { ...family, type: rest } : family);
      name = about;
      continue;
    }
    const [, written = '', labels = '', value = ''] = sample.exec(line) ?? [];
    const family = families.get(name);
    const allowed = suffixes[family?.type ?? '']?.map((suffix) => name + suffix) ?? [];
    if (family === undefined || !allowed.includes(written)) throw new Error(`not of family ${name}: ${line}`);
    const number = value === '+Inf' ? Number.POSITIVE_INFINITY : Number(value);
    if (Number.isNaN(number)) throw new Error(`no number: ${line}`);
    if (family.type !== 'gauge' && number < 0) throw new Error(`less than none: ${line}`);
    if (family.samples.has(written + labels)) throw new Error(`twice: ${line}`);
    family.samples.set(written + labels, number);
  }
  for (const [about, { type, samples }] of families) if (type === 'histogram') checkBuckets(about, samples);
  return families;
}

function checkBuckets(name: string, samples: ReadonlyMap<string, number>): void {
  const last = new Map<string, { bound: number; count: number }>();
  for (const [key, count] of samples) {
    if (!key.startsWith(`${name}_bucket`)) continue;
    const [, bound = ''] = /le="([^"]+)"/.exec(key) ?? [];
    const series = key.replace(/,?le="[^"]+",?/, '');
    const before = last.get(series) ?? { bound: Number.NEGATIVE_INFINITY, count: 0 };
    const now = { bound: bound === '+Inf' ? Number.POSITIVE_INFINITY : Number(bound), count };
    if (!(now.bound > before.bound) || count < before.count) throw new Error(`buckets that shrink: ${key}`);
    last.set(series, now);
  }
  for (const [series, { bound, count }] of last) {
    const total = samples.get(series.replace(`${name}_bucket`, `${name}_count`));
    if (bound !== Number.POSITIVE_INFINITY || total !== count)
      throw new Error(`buckets without end: ${series}`);
  }
}

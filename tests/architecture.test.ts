import { execFile } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const root = dirname(import.meta.dirname);
const config = join(root, '.dependency-cruiser.cjs');
const { forbidden }: { forbidden: readonly { name: string }[] } = createRequire(import.meta.url)(config);

type Cruise = {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
  };
};

/** Cruises `src`, `workers` and `web/src` of a folder, as `npm run layers` does. */
async function cruise(folder: string): Promise<Cruise> {
  const depcruise = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [depcruise, '--config', config, '--output-type', 'json', 'src', 'workers', 'web/src'];
  const options = { cwd: folder, maxBuffer: 1e9 };
  // It ends with the number of violations, which is no failure of the tool.
  const { stdout } = await promisify(execFile)(process.execPath, args, options).catch((error) => error);
  return JSON.parse(stdout);
}

/** One violation of each rule: the file that sins and what it imports. */
const planted: Readonly<Record<string, { readonly file: string; readonly code: string }>> = {
  'layer-model': { file: 'src/model/planted.ts', code: "import '../text/anything.ts';" },
  'layer-text': {
    file: 'src/text/planted.ts',
    code: "import type { Anything } from '../model/anything.ts';",
  },
  'layer-stats': { file: 'src/stats/planted.ts', code: "import '../model/anything.ts';" },
  'layer-extract': { file: 'src/extract/planted.ts', code: "import '../segment/anything.ts';" },
  'layer-segment': { file: 'src/segment/planted.ts', code: "import '../extract/anything.ts';" },
  'layer-relate': { file: 'src/relate/planted.ts', code: "import '../segment/anything.ts';" },
  'layer-tag': { file: 'src/tag/planted.ts', code: "import '../stats/anything.ts';" },
  'layer-profile': { file: 'src/profile/planted.ts', code: "import '../tag/anything.ts';" },
  'layer-validate': { file: 'src/validate/planted.ts', code: "import '../assess/anything.ts';" },
  'layer-assess': { file: 'src/assess/planted.ts', code: "import '../profile/anything.ts';" },
  'layer-report': { file: 'src/report/planted.ts', code: "import '../assess/anything.ts';" },
  'layer-lexicon': { file: 'src/lexicon/planted.ts', code: "import '../app/anything.ts';" },
  'layer-io': { file: 'src/io/planted.ts', code: "import '../extract/anything.ts';" },
  'layer-queue': { file: 'src/queue/planted.ts', code: "import '../app/anything.ts';" },
  'layer-app': { file: 'src/app/planted.ts', code: "import '../io/anything.ts';" },
  'layer-compose': { file: 'src/compose/planted.ts', code: "import '../extract/anything.ts';" },
  'layer-cli': { file: 'src/cli/planted.ts', code: "import '../extract/anything.ts';" },
  'layer-explorer': { file: 'src/explorer/planted.ts', code: "import '../cli/anything.ts';" },
  'layer-web': { file: 'web/src/planted.ts', code: "import '../../src/app/anything.ts';" },
  'cli-serves': { file: 'src/cli/another.ts', code: "import '../explorer/anything.ts';" },
  'layer-workers': { file: 'workers/planted.ts', code: "import '../src/cli/anything.ts';" },
  'model-only-zod': { file: 'src/model/disk.ts', code: "import 'node:fs';" },
  'stages-are-pure': { file: 'src/segment/disk.ts', code: "import 'node:fs/promises';" },
  'no-cycles': { file: 'src/stats/cycle.ts', code: "import './cycled.ts';" },
  'no-unresolvable': { file: 'src/stats/lost.ts', code: "import './nowhere.ts';" },
  'vendor-zod': { file: 'src/cli/zod.ts', code: "import { z } from 'zod';\nexport const x = z;" },
  'vendor-embedpdf-pdfium': { file: 'src/extract/a.ts', code: "import '@embedpdf/pdfium';" },
  'vendor-tesseract-js': { file: 'src/extract/t.ts', code: "import 'tesseract.js';" },
  'vendor-pdf-parse': { file: 'src/extract/b.ts', code: "import 'pdf-parse';" },
  'vendor-word-extractor': { file: 'src/extract/word.ts', code: "import 'word-extractor';" },
  'vendor-rtf-stream-parser': { file: 'src/extract/rich.ts', code: "import 'rtf-stream-parser';" },
  'vendor-mammoth': { file: 'src/extract/c.ts', code: "import 'mammoth';" },
  'vendor-yauzl': { file: 'src/extract/d0.ts', code: "import 'yauzl';" },
  'vendor-chardet': { file: 'src/extract/charset.ts', code: "import 'chardet';" },
  'vendor-mozilla-readability': { file: 'src/extract/main.ts', code: "import '@mozilla/readability';" },
  'vendor-linkedom': { file: 'src/report/dom.ts', code: "import 'linkedom';" },
  'vendor-hono': { file: 'src/report/h.ts', code: "import 'hono/html';" },
  'vendor-hono-node-server': { file: 'src/explorer/i.ts', code: "import '@hono/node-server';" },
  'vendor-vite': { file: 'src/io/v.ts', code: "import 'vite';" },
  'vendor-marked': { file: 'src/extract/d.ts', code: "import 'marked';" },
  'vendor-compromise': { file: 'src/tag/c.ts', code: "import 'compromise';" },
  'vendor-eld': { file: 'src/segment/e.ts', code: "import 'eld';" },
  'vendor-natural-lib-natural-stemmers': {
    file: 'src/segment/stem.ts',
    code: "import 'natural/lib/natural/stemmers/porter_stemmer_es.js';",
  },
  'natural-by-parts': { file: 'src/tag/whole.ts', code: "import 'natural';" },
  'vendor-stdlib': { file: 'src/assess/f.ts', code: "import '@stdlib/stats-base-dists-t-quantile';" },
  'vendor-pure-rand': { file: 'src/stats/g.ts', code: "import 'pure-rand/generator/xoroshiro128plus';" },
  'vendor-ml-matrix': { file: 'src/stats/h.ts', code: "import 'ml-matrix';" },
  'vendor-bullmq': { file: 'src/queue/k.ts', code: "import 'bullmq';" },
  'vendor-ioredis': { file: 'src/queue/l.ts', code: "import 'ioredis';" },
  'vendor-pino': { file: 'src/queue/m.ts', code: "import 'pino';" },
  'vendor-prom-client': { file: 'src/queue/n.ts', code: "import 'prom-client';" },
  'vendor-chokidar': { file: 'src/cli/o.ts', code: "import 'chokidar';" },
  'vendor-hucre': { file: 'src/cli/xl.ts', code: "import 'hucre/xlsx';" },
  'vendor-ipaddr-js': { file: 'src/cli/p.ts', code: "import 'ipaddr.js';" },
  'vendor-robots-parser': { file: 'src/cli/q.ts', code: "import 'robots-parser';" },
  'one-way-out': { file: 'src/cli/out.ts', code: "import '../io/request.ts';" },
  'no-other-sockets': { file: 'src/io/socket.ts', code: "import 'node:https';" },
  'vendor-saxes': { file: 'src/app/s.ts', code: "import 'saxes';" },
  'vendor-natural-lib-natural-distance': {
    file: 'src/text/n.ts',
    code: "import 'natural/lib/natural/distance/index.js';",
  },
  'vendor-yaml': { file: 'src/app/g.ts', code: "import 'yaml';" },
  'vendor-commander': { file: 'src/app/h.ts', code: "import 'commander';" },
  'vendor-cli-progress': { file: 'src/cli/i.ts', code: "import 'cli-progress';" },
  'vendor-observablehq-plot': { file: 'src/report/j.ts', code: "import '@observablehq/plot';" },
};

describe('the house rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'titrate-architecture-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds in this checkout, every file of which was looked at', async () => {
    const { modules, summary } = await cruise(root);
    expect(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
    const seen = new Set(modules.map(({ source }) => source));
    const onDisk = globSync('{src,workers,web/src}/**/*.{ts,tsx}', { cwd: root });
    expect(onDisk.length).toBeGreaterThan(100);
    expect(onDisk.filter((file) => !seen.has(file))).toEqual([]);
  });

  it('catches one planted violation of every rule', async () => {
    const put = (file: string, code: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), code);
    };
    for (const layer of [
      'model',
      'text',
      'stats',
      'extract',
      'segment',
      'tag',
      'assess',
      'profile',
      'app',
      'io',
      'cli',
      'explorer',
    ]) {
      put(`src/${layer}/anything.ts`, 'export type Anything = 1;\n');
    }
    put('src/io/request.ts', 'export {};');
    put('src/stats/cycled.ts', "import './cycle.ts';");
    for (const { file, code } of Object.values(planted)) put(file, `${code}\n`);
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

    const { summary } = await cruise(folder);
    const caught = new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`));
    expect(forbidden.map(({ name }) => name).toSorted()).toEqual(Object.keys(planted).toSorted());
    for (const [rule, { file }] of Object.entries(planted)) expect(caught).toContain(`${rule}: ${file}`);
  });
});

/** Who may import whom: DESIGN.md says why. tests/architecture.test.ts plants one violation of every rule. */
const stages = ['extract', 'segment', 'relate', 'tag', 'profile', 'validate', 'assess', 'report'];
const numeric = ['relate', 'profile', 'validate', 'assess'];
const ours = '^(src|workers)/';

/** A folder of `src` and what of ours it may import beside itself. */
const layer = (folder, allowed) => ({
  name: `layer-${folder}`,
  comment: `src/${folder} may import of ours only itself${allowed.map((name) => `, ${name}`).join('')}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: ours, pathNot: [folder, ...allowed].map((name) => `^src/${name}/`) },
});

/** A package and the one file (or folder) that may import it. */
const vendor = (name, home) => ({
  name: `vendor-${name.replace(/[^a-z]+/g, '-').replace(/^-/, '')}`,
  comment: `${name} lives behind ${home}`,
  severity: 'error',
  from: { path: ours, pathNot: `^${home}` },
  to: { path: `node_modules/${name}/` },
});

module.exports = {
  forbidden: [
    layer('model', []),
    layer('text', []),
    layer('stats', []),
    ...stages.map((stage) => layer(stage, ['model', 'text', ...(numeric.includes(stage) ? ['stats'] : [])])),
    layer('lexicon', ['tag', 'stats', 'text', 'model']),
    layer('io', ['model', 'text']),
    layer('queue', ['model', 'text']),
    layer('app', [...stages, 'lexicon', 'stats', 'text', 'model']),
    layer('compose', ['app', 'io', 'queue', 'model']),
    layer('cli', ['compose', 'app', 'io', 'queue', 'model', 'explorer']),
    {
      name: 'cli-serves',
      comment: 'the command `serve` starts the explorer; no other command knows it',
      severity: 'error',
      from: { path: '^src/cli/', pathNot: '^src/cli/serve\\.ts' },
      to: { path: '^src/explorer/' },
    },
    layer('explorer', ['compose', 'app', 'io', 'queue', 'model']),
    {
      name: 'layer-web',
      comment: 'the pages share the vocabulary with the server, and nothing else',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: ours, pathNot: '^src/model/' },
    },
    {
      name: 'layer-workers',
      comment: 'workers put the program together as cli does: compose, app, io, queue, model',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: ours, pathNot: ['^workers/', '^src/(compose|app|io|queue|model)/'] },
    },
    {
      name: 'model-only-zod',
      comment: 'the vocabulary depends on nothing but zod',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'stages-are-pure',
      comment: 'stages see no disk, network, process or clock; hashing is arithmetic',
      severity: 'error',
      from: { path: `^src/(text|stats|lexicon|${stages.join('|')})/` },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|module|url|path|buffer)$' },
    },
    {
      name: 'no-cycles',
      comment: 'modules that need each other are one module',
      severity: 'error',
      from: { path: ours },
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'every import leads somewhere',
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true },
    },
    vendor('zod', 'src/model/'),
    vendor('@embedpdf/pdfium', 'src/extract/pdfium/'),
    vendor('tesseract.js', 'src/io/ocr/tesseractjs.ts'),
    vendor('pdf-parse', 'src/extract/pdfparse.ts'),
    vendor('mammoth', 'src/extract/docx.ts'),
    vendor('word-extractor', 'src/extract/doc.ts'),
    vendor('rtf-stream-parser', 'src/extract/rtf.ts'),
    vendor('yauzl', 'src/extract/archive.ts'),
    vendor('marked', 'src/extract/markdown.ts'),
    vendor('chardet', 'src/extract/decode.ts'),
    vendor('@mozilla/readability', 'src/extract/main-content.ts'),
    vendor('linkedom', 'src/(extract/dom|report/figures/plot)\\.ts'),
    vendor('hono', 'src/(report/markup\\.ts|explorer/)'),
    vendor('@hono/node-server', 'src/explorer/serve.ts'),
    vendor('vite', 'src/io/pages.ts'),
    vendor('compromise', 'src/tag/polarity/english.ts'),
    vendor('eld', 'src/segment/language-evidence.ts'),
    vendor('natural/lib/natural/stemmers', 'src/tag/stems.ts'),
    {
      name: 'natural-by-parts',
      comment: 'the root of natural reads .env, prints, and loads clients of databases: import a part of it',
      severity: 'error',
      from: { path: ours },
      to: { path: 'node_modules/natural/lib/natural/(index|(?!distance/)[^/]+/index)\\.js$' },
    },
    vendor('@stdlib', 'src/stats/'),
    vendor('pure-rand', 'src/stats/substream.ts'),
    vendor('ml-matrix', 'src/stats/matrix.ts'),
    vendor('bullmq', 'src/queue/redis/'),
    vendor('ioredis', 'src/queue/redis/'),
    vendor('pino', 'src/io/log.ts'),
    vendor('prom-client', 'src/io/metrics.ts'),
    vendor('chokidar', 'src/io/watch.ts'),
    vendor('hucre', 'src/io/xlsx.ts'),
    vendor('ipaddr.js', 'src/io/reach.ts'),
    vendor('robots-parser', 'src/io/robots.ts'),
    {
      name: 'one-way-out',
      comment: 'requests leave through src/io/fetch.ts, which holds the limits',
      severity: 'error',
      from: { path: ours, pathNot: '^src/io/(fetch|part)\\.ts' },
      to: { path: '^src/io/request\\.ts' },
    },
    {
      name: 'no-other-sockets',
      comment:
        'nothing else speaks to a network, but for Redis, its certificates, the pages of /metrics, and what silences all',
      severity: 'error',
      from: {
        path: ours,
        pathNot:
          '^src/(io/(request|reach|metrics|trust)\\.ts|queue/(redis/|silence\\.ts)|explorer/serve\\.ts)',
      },
      to: { dependencyTypes: ['core'], path: '^(node:)?(https?|http2|net|tls|dns|dgram)(/|$)' },
    },
    vendor('saxes', 'src/lexicon/formats/yoshikoder.ts'),
    vendor('natural/lib/natural/distance', 'src/tag/edits.ts'),
    vendor('yaml', 'src/io/yaml.ts'),
    vendor('commander', 'src/cli/'),
    vendor('cli-progress', 'src/cli/progress.ts'),
    vendor('@observablehq/plot', 'src/report/figures/'),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../support/tiny.ts';
import { zip } from '../support/zip.ts';
import { codes, pdf, rawPdf, read, texts } from './make.ts';

const canary = 'canario que nadie debe leer';

/** Documents that ask for something outside, read in this very process: here nothing but the readers holds back. */
describe('what a document asks for', () => {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(request.url ?? '');
    response.end(canary);
  });
  let address: string;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  /** An address of the server, and one of a file with the canary. */
  function targets(): readonly [string, string] {
    const folder = temporaryFolder();
    put(folder, { 'secret.txt': canary });
    return [`${address}/asked`, pathToFileURL(join(folder, 'secret.txt')).href];
  }

  async function expectIgnored(file: string, bytes: Uint8Array | string, isRead = true): Promise<void> {
    const outcome = await read(file, bytes);
    if (isRead) expect(texts(outcome).join('\n')).toContain('texto propio');
    else expect(codes(outcome)).toEqual(['damaged']);
    expect(JSON.stringify(outcome)).not.toContain(canary);
    // A question that had been asked would arrive soon.
    await wait(50);
    expect(calls).toEqual([]);
  }

  it('is not fetched for a web page', async () => {
    for (const url of targets()) {
      await expectIgnored(
        'a.html',
        `<!doctype html><html><head><base href="${url}"><link rel="stylesheet" href="${url}"><script src="${url}"></script>
<script>globalThis.asked = fetch('${url}')</script><meta http-equiv="refresh" content="0;url=${url}"><style>@import '${url}';</style></head>
<body background="${url}" onload="fetch('${url}')"><p>texto propio</p><img src="${url}" onerror="fetch('${url}')"><iframe src="${url}"></iframe>
<object data="${url}"></object><embed src="${url}"><video src="${url}" poster="${url}"></video><svg><use href="${url}#a"/><image href="${url}"/></svg></body></html>`,
      );
      expect('asked' in globalThis).toBe(false);
      await expectIgnored('a.md', `# texto propio\n\n![a](${url}) <img src="${url}"> [b]: ${url}\n`);
    }
  });

  it('is not fetched for a Word document', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relations = (inner: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
    const picture = (id: string) =>
      `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${id}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const word = (kinds: readonly string[], url: string, before: string, text: string) =>
      zip([
        {
          name: '[Content_Types].xml',
          content:
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        },
        {
          name: '_rels/.rels',
          content: relations(
            `<Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/>`,
          ),
        },
        {
          name: 'word/_rels/document.xml.rels',
          content: relations(
            kinds
              .map(
                (kind) =>
                  `<Relationship Id="${kind}" Type="${office}/${kind}" Target="${url}" TargetMode="External"/>`,
              )
              .join(''),
          ),
        },
        {
          name: 'word/document.xml',
          content: `${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p>${picture('link="image"')}<w:altChunk r:id="subDocument"/></w:body></w:document>`,
        },
      ]);
    const linked = ['image', 'attachedTemplate', 'hyperlink', 'oleObject', 'subDocument'];
    for (const url of [...targets(), '../../../../../../../../etc/passwd']) {
      await expectIgnored('a.docx', word(linked, url, '', 'texto propio'));
      const entities = `<!DOCTYPE d [<!ENTITY x SYSTEM "${url}"><!ENTITY % y SYSTEM "${url}"> %y;]>`;
      await expectIgnored('a.docx', word([], url, entities, 'texto propio &x;'), false);
      for (const part of ['styles', 'numbering', 'footnotes']) {
        await expectIgnored('a.docx', word([part], url, '', 'texto propio'), false);
      }
    }
  });

  it('is not done for a PDF, by either reader', async () => {
    const content = 'BT /F1 12 Tf 50 700 Td (texto propio) Tj ET';
    for (const url of targets()) {
      const actions = [
        `/S /URI /URI (${url})`,
        `/S /JavaScript /JS (app.launchURL\\('${url}'\\); this.submitForm\\('${url}'\\); fetch\\('${url}'\\);)`,
        `/S /SubmitForm /F << /FS /URL /F (${url}) >>`,
        `/S /GoToR /F (${url}) /D [0 /Fit]`,
        `/S /Launch /F (${url})`,
        `/S /ImportData /F (${url})`,
      ];
      for (const action of actions) {
        for (const bare of [false, true]) {
          const catalog = `/OpenAction << ${action} >> /AA << /WC << ${action} >> >>`;
          const page = `/MediaBox [0 0 600 800] /AA << /O << ${action} >> >>`;
          await expectIgnored('a.pdf', rawPdf({ content, catalog, page, bare }));
        }
      }
      const external = await pdf((document) => document.text('texto propio', 50, 50).link(0, 0, 90, 90, url));
      await expectIgnored('a.pdf', external);
      const stream = rawPdf({
        content,
        page: `/MediaBox [0 0 600 800] /Thumb << /F << /FS /URL /F (${url}) >> >>`,
      });
      await expectIgnored('a.pdf', stream);
    }
  }, 60_000);
});

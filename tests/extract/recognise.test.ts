import { describe, expect, it } from 'vitest';
import { problemsAfter, recognise, withRecognised } from '../../src/extract/recognise.ts';
import type { Document } from '../../src/model/document.ts';
import {
  type Picture,
  type Recogniser,
  RecognitionTimeout,
  type SeenLine,
} from '../../src/model/recognition.ts';
import { type MadePage, madePdf } from '../support/scan.ts';
import { read } from './make.ts';

const size = { width: 300, height: 400 };
const text = (words: string): MadePage => ({ ...size, content: `BT /F1 10 Tf 20 350 Td (${words}) Tj ET` });
/** Grey above, white below. */
const halves = (size: number) => new Uint8Array(size).fill(255).fill(90, 0, size / 2);
const grey: Picture = { width: 30, height: 40, dpi: 7.2, pixels: halves(1200) };
const scan: MadePage = { ...size, picture: grey };
const settings = { file: 'a.pdf', engine: 'fake', languages: ['es'] as const, dpi: 72 };

/** A word in pixels of a page drawn at 72 dots to the inch, so in points. */
const seen = (words: string, top: number): SeenLine => [
  { text: words, confidence: 80, box: { left: 20, top, right: 50, bottom: top + 7 } },
];

function recogniser(answer: (picture: Picture) => readonly SeenLine[]): Recogniser & { asked: Picture[] } {
  const asked: Picture[] = [];
  return {
    asked,
    lanes: () => 2,
    read: async (picture) => {
      asked.push(picture);
      return answer(picture);
    },
    close: async () => {},
  };
}

async function opened(pages: readonly MadePage[]): Promise<{ bytes: Uint8Array; document: Document }> {
  const bytes = madePdf(pages);
  const { value } = await read('a.pdf', bytes);
  if (value === null) throw new Error('expected a document');
  return { bytes, document: value };
}

const body = 'Acta de la reunion de las cooperativas de la region, '.repeat(2);

describe('recognise', () => {
  it('reads only the pages of a mixed document that need it', async () => {
    const { bytes, document } = await opened([text(body), scan, size, text(body)]);
    expect(document.pages.map(({ source }) => source)).toEqual(['text', 'unread', 'blank', 'text']);
    const fake = recogniser(() => [seen('Leído', 100)]);
    const recognition = await recognise(bytes, document, fake, settings);
    expect(fake.asked).toHaveLength(1);
    expect(fake.asked[0]).toMatchObject({ width: 300, height: 400 });
    const whole = withRecognised(document, recognition);
    expect(whole.pages.map(({ source }) => source)).toEqual(['text', 'ocr', 'blank', 'text']);
    expect(whole.pages[0]).toBe(document.pages[0]);
    expect(whole.pages[1]?.lines).toMatchObject([{ text: 'Leído', words: [{ confidence: 80 }] }]);
    expect(recognition.problems).toEqual([
      { code: 'pages_recognised', file: 'a.pdf', pages: '2', engine: 'fake', confidence: 80 },
    ]);
  });

  it('keeps the words that the file has beside a scan and does not read them twice', async () => {
    const { bytes, document } = await opened([{ ...text('Folio 12'), picture: grey }]);
    const fake = recogniser(() => [seen('Folio12', 44), seen('Leído', 100)]);
    const { pages } = await recognise(bytes, document, fake, settings);
    expect(pages[0]?.lines.map((line) => [line.text, line.words !== null])).toEqual([
      ['Folio 12', false],
      ['Leído', true],
    ]);
  });

  it('reads a page whose text layer is noise, and drops the noise', async () => {
    const noise = 'UHVROXFLyQ GHO FRQVHMR VREUH ODV FRRSHUDWLYDV GH OD UHJLyQ VX ILQDQFLDPLHQWR '.repeat(3);
    const { bytes, document } = await opened([text(noise), text(body)]);
    const { pages } = await recognise(
      bytes,
      document,
      recogniser(() => [seen('Leído', 100)]),
      settings,
    );
    expect(pages.map(({ index, lines }) => [index, lines.map((line) => line.text)])).toEqual([
      [0, ['Leído']],
    ]);
  });

  it('reports pages that fail one by one and reads the others', async () => {
    const { bytes, document } = await opened([scan, scan, scan, text(body), scan]);
    let asked = 0;
    const fake = recogniser(() => {
      asked++;
      if (asked === 2) throw new Error('bad\npicture');
      return [seen('Leído', 100)];
    });
    const recognition = await recognise(bytes, document, fake, settings);
    expect(recognition.pages.map(({ index }) => index)).toEqual([0, 2, 4]);
    expect(recognition.problems).toEqual([
      { code: 'pages_recognised', file: 'a.pdf', pages: '1, 3, 5', engine: 'fake', confidence: 80 },
      { code: 'ocr_failed', file: 'a.pdf', page: 2, detail: 'bad picture' },
    ]);
  });

  it('gives no half-read document where a page took too long', async () => {
    const { bytes, document } = await opened([scan, scan]);
    const fake = recogniser(() => {
      throw new RecognitionTimeout(9);
    });
    await expect(recognise(bytes, document, fake, settings)).rejects.toThrow(RecognitionTimeout);
  });

  it('draws a page that is smaller than its paper was with all the dots of its scan', async () => {
    const dense = { width: 600, height: 800, dpi: 144, pixels: halves(480_000) };
    const { bytes, document } = await opened([{ ...size, width: 150, height: 200, picture: dense }]);
    const fake = recogniser(() => []);
    await recognise(bytes, document, fake, settings);
    expect(fake.asked[0]).toMatchObject({ width: 600, height: 800 });
  });

  it('takes back that there is no text, unless that is so', async () => {
    const { bytes, document } = await opened([scan]);
    const before = [
      { code: 'no_text', file: 'a.pdf' },
      { code: 'second_reader', file: 'a.pdf', reader: 'pdf-parse', detail: 'page 1' },
    ] as const;
    const codesAfter = async (lines: readonly SeenLine[]) => {
      const recognition = await recognise(
        bytes,
        document,
        recogniser(() => lines),
        settings,
      );
      const whole = withRecognised(document, recognition);
      return problemsAfter(whole, before, recognition, 'a.pdf').map(({ code }) => code);
    };
    expect(await codesAfter([seen('Leído', 100)])).toEqual(['second_reader', 'pages_recognised']);
    expect(await codesAfter([])).toEqual(['second_reader', 'pages_recognised', 'no_text']);
  });

  it('says of every page that the file cannot be opened for a second time', async () => {
    const { document } = await opened([scan]);
    const { pages, problems } = await recognise(
      Buffer.from('%PDF-'),
      document,
      recogniser(() => []),
      settings,
    );
    expect(pages).toEqual([]);
    expect(problems).toMatchObject([{ code: 'ocr_failed', page: 1 }]);
  });
});

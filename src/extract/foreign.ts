/** A kind of file that people keep beside documents: what it is, and what to make of it instead. */
type Foreign = { readonly kind: string; readonly convert: string };

const print = 'convert it to PDF';

/** Packages of Office and OpenDocument that hold no running text, by a part or media type and by a stream. */
export const officeParts: readonly (Foreign & {
  readonly marks: readonly string[];
  readonly streams: readonly string[];
})[] = [
  {
    kind: 'a presentation',
    convert: print,
    marks: ['ppt/presentation', 'application/vnd.oasis.opendocument.presentation'],
    streams: ['PowerPoint Document'],
  },
  {
    kind: 'a spreadsheet',
    convert: print,
    marks: ['xl/workbook', 'application/vnd.oasis.opendocument.spreadsheet'],
    streams: ['Workbook', 'Book'],
  },
  {
    kind: 'an e-mail message',
    convert: 'save the attached document itself, or convert the message to PDF',
    marks: [],
    streams: ['__nameid_version1.0'],
  },
  {
    kind: 'an archive inside an archive, or one without documents',
    convert: 'unpack it and keep the documents',
    marks: ['.pdf', '.docx', '.odt', '.html', '.txt'],
    streams: [],
  },
];

const scan = 'convert it to PDF, all pictures of a document in one, which is then read by OCR';

/** Other kinds by how their bytes begin. */
const openings: readonly (Foreign & { readonly opening: RegExp; readonly text?: true })[] = [
  { kind: 'PostScript', convert: 'convert it to PDF (ps2pdf)', opening: /^(?:\x04)?%!PS/ },
  { kind: 'a picture', convert: scan, opening: /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0{4})/s },
  { kind: 'a picture', convert: scan, opening: /^RIFF.{4}WEBP/s },
  { kind: 'DjVu', convert: 'convert it to PDF (ddjvu -format=pdf)', opening: /^AT&TFORM/ },
  {
    kind: 'a saved web page (MHTML)',
    convert: 'save the page as HTML or PDF',
    opening: /^From: <Saved by|^MIME-Version: [\s\S]*multipart\/related/i,
  },
  {
    kind: 'an e-mail message',
    convert: 'save the attached document itself, or convert the message to PDF',
    opening:
      /^(?:(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|X-[\w-]+):[^\n]*\n(?:[ \t][^\n]*\n)*){2}/i,
  },
  {
    // Saved without what servers add; letters and minutes have a date and a subject too, but not all of these.
    kind: 'an e-mail message',
    convert: 'save the attached document itself, or convert the message to PDF',
    opening:
      /^(?:From [^\n]*\n)?(?=(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?From:[^\n]*@)(?=(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Date:)(?:(?:From|To|Cc|Bcc|Date|Subject|Reply-To|Sender|Message-ID|MIME-Version|Content-[\w-]+|Received|X-[\w-]+):[^\n]*\n(?:[ \t][^\n]*\n)*){3}/i,
  },
  { kind: 'a RAR archive', convert: 'unpack it, or pack it as ZIP', opening: /^Rar!/ },
  { kind: 'a 7z archive', convert: 'unpack it, or pack it as ZIP', opening: /^7z\xbc\xaf/ },
  { kind: 'a gzip file', convert: 'unpack it, or pack it as ZIP', opening: /^\x1f\x8b/ },
  { kind: 'a Kindle book', convert: 'convert it to EPUB or PDF', opening: /^.{60}(?:BOOKMOBI|TEXtREAd)/s },
];

/** What a file is by its beginning (bytes as Latin-1), where it is of a kind that is not read; else null. */
export function foreign(head: string, believed: boolean): Foreign | null {
  const found = openings.find(({ opening }) => opening.test(head));
  if (found === undefined || (believed && /e-mail/.test(found.kind))) return null;
  return { kind: found.kind, convert: found.convert };
}

import type { FigureView } from '../../../src/model/api/results.ts';

/** A drawing of the server, which made it from escaped text as it makes those of the report. */
export function Drawing({ svg }: { readonly svg: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the markup is our own; text in it was escaped where it was made
  return <div className="drawing" dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** A drawing with its caption. */
export function Figure({ figure }: { readonly figure: FigureView }) {
  return (
    <figure className={figure.narrow === null ? undefined : 'two-widths'}>
      <div className="wide">
        <Drawing svg={figure.svg} />
      </div>
      {figure.narrow === null ? null : (
        <div className="narrow">
          <Drawing svg={figure.narrow} />
        </div>
      )}
      <figcaption>{figure.caption}</figcaption>
    </figure>
  );
}

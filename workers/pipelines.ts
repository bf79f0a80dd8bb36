import { readFile } from 'node:fs/promises';
import { openPipeline, type Pipeline, type PipelinePorts } from '../src/app/pipeline.ts';
import { openArtefacts } from '../src/io/artefacts.ts';

let last: { readonly artefacts: string; readonly pipeline: Pipeline } | null = null;

/** The pipeline over an artefact store; kept while the store is the same, with its compiled lexicon. */
export function pipelineOf(artefacts: string, recogniser: PipelinePorts['recogniser']): Pipeline {
  if (last?.artefacts !== artefacts) {
    const readBytes = (path: string) => readFile(path);
    const ports = { artefacts: openArtefacts(artefacts), readBytes, recogniser };
    last = { artefacts, pipeline: openPipeline(ports) };
  }
  return last.pipeline;
}

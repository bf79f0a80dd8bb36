/** The name of a run as a time that people read; the folder of its report has no colons. */
export function runName(run: string): string {
  return run.replace(/^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)/, '$1 $2:$3:$4');
}

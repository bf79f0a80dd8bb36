/** The months in their order, folded, by language. */
export const months = {
  es: named('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  pt: named('janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro'),
  en: named('january february march april may june july august september october november december'),
} as const;

/** Other spellings of months, folded. */
export const otherMonths: Readonly<Record<string, number>> = { setiembre: 9, sept: 9 };

function named(names: string): readonly string[] {
  return names.split(' ');
}

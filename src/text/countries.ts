/** What a country is called in some languages, as Unicode names it, by its two letters (ISO 3166). */
export function countryNames(country: string, languages: readonly string[]): readonly string[] {
  return languages.map(
    (language) => new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country,
  );
}

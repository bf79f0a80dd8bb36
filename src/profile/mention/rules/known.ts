/**
 * Programmes that texts name without a word of kind (`contratos do Pronaf`), in the words of their names. Public programmes
 * of social policy, family farming, housing and work of the region that go by a name of their own; a name that is an
 * ordinary wording too (`Oportunidades`) is none, whatever it is the name of.
 */
export const knownProgrammes: readonly string[] = [
  // Brazil
  'Pronaf',
  'Proger',
  'Pronatec',
  'Pronera',
  'Proninc',
  'Procera',
  'Prouni',
  'PAA',
  'PNAE',
  'PNRA',
  'Bolsa Família',
  'Bolsa Escola',
  'Bolsa Verde',
  'Auxílio Brasil',
  'Fome Zero',
  'Brasil sem Miséria',
  'Brasil Carinhoso',
  'Brasil Maior',
  'Brasil Local',
  'Minha Casa Minha Vida',
  'Luz para Todos',
  'Água para Todos',
  'Mais Médicos',
  'Terra Legal',
  'Territórios da Cidadania',
  'Pé-de-Meia',
  // Argentina
  'Argentina Trabaja',
  'Ellas Hacen',
  'Hacemos Futuro',
  'Potenciar Trabajo',
  'Manos a la Obra',
  'Jefes y Jefas de Hogar',
  'Asignación Universal por Hijo',
  'Monotributo Social',
  // Elsewhere
  'Uruguay Trabaja',
  'Ingreso Ciudadano',
  'Tekoporã',
  'Bono Juancito Pinto',
  'Bono Juana Azurduy',
  'Bono de Desarrollo Humano',
  'Chile Solidario',
  'Familias en Acción',
  'Misión Vuelvan Caras',
  'Sembrando Vida',
];

/** Bodies that go by a name without a word of kind, beside those that the lexicon lists. */
export const knownBodies: readonly string[] = [
  'United Nations',
  'Naciones Unidas',
  'Nações Unidas',
  'UNICEF',
  'UNESCO',
  'UNRISD',
  'ECLAC',
  'CEPAL',
  'Oxfam',
  'Cáritas',
  'Médicos sin Fronteras',
];

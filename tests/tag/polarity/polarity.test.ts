import { describe, expect, it } from 'vitest';
import type { LexiconLanguage } from '../../../src/model/passage.ts';
import type { Polarity } from '../../../src/model/tag.ts';
import { judgeMarked } from '../../support/judged.ts';

type Row = readonly [LexiconLanguage, Polarity, string];

const opponents: readonly Row[] = [
  ['en', 'affirmed', 'We reject {capitalism} and build another economy.'],
  ['es', 'affirmed', 'Rechazamos {la lógica del lucro} y construimos otra economía.'],
  ['pt', 'affirmed', 'Rejeitamos {a lógica do lucro} e construímos outra economia.'],
  ['en', 'affirmed', 'Our members work outside {the logic of profit}.'],
  ['es', 'affirmed', 'Trabajamos fuera de {la lógica del mercado}.'],
  ['pt', 'affirmed', 'Trabalhamos fora da {lógica do mercado}.'],
  ['en', 'affirmed', '{Neoliberal policies} never fed the valley.'],
  ['es', 'affirmed', '{El agronegocio} no llegó a dar de comer al valle.'],
  ['pt', 'affirmed', '{O agronegócio} não alimenta o vale.'],
  ['en', 'affirmed', '{Capitalism} emptied the valley.'],
  // Near misses: what is refused is to turn the opponent down.
  ['en', 'negated', 'We do not reject {capitalism}.'],
  ['en', 'negated', 'The co-operatives do not question {the dominant economic model}.'],
  ['es', 'negated', 'No estamos contra {el capitalismo}.'],
  ['es', 'negated', 'La feria funciona sin cuestionar {la lógica del mercado}.'],
  ['pt', 'negated', 'A feira não questiona {a lógica do lucro}.'],
];

const needs: readonly Row[] = [
  ['en', 'affirmed', 'The co-operative ended {hunger} in its valley.'],
  ['en', 'affirmed', 'The kitchens keep families out of {misery}.'],
  ['en', 'affirmed', 'With the fund, families no longer face {hunger}.'],
  ['en', 'affirmed', 'The loans help members to keep the {wolf from the door}.'],
  ['es', 'affirmed', 'La cooperativa terminó con {el hambre} del valle.'],
  ['es', 'affirmed', 'Los socios dejaron atrás {la miseria}.'],
  ['es', 'affirmed', 'La feria evita {el desamparo} de las viudas.'],
  ['es', 'affirmed', 'El taller recibe a quienes quedaron {fuera del mercado}.'],
  ['pt', 'affirmed', 'A cooperativa eliminou {a pobreza} do vale.'],
  ['pt', 'affirmed', 'Com a cooperativa já não passam {fome}.'],
  ['pt', 'affirmed', 'Os sócios vivem num vale sem {fome}.'],
  // Near misses: nothing ends it, or what is ended is the remedy.
  ['en', 'negated', 'The fund did not end {hunger}.'],
  ['es', 'negated', 'El fondo no erradicó {la miseria}.'],
  ['pt', 'negated', 'O fundo não acabou com {a fome}.'],
  ['en', 'negated', 'The plan ignores {poverty}.'],
  ['en', 'negated', 'The plan abandons the {fight against poverty}.'],
  ['es', 'negated', 'El plan abandona la {lucha contra la pobreza}.'],
  ['pt', 'negated', 'O plano abandona a {luta contra a pobreza}.'],
];

const behindAnd: readonly Row[] = [
  ['en', 'affirmed', 'We reject capitalism and build {another economy}.'],
  ['en', 'affirmed', 'The network rejects capitalism and builds {another economy}.'],
  ['en', 'hedged', 'We refuse the old prices and demand {another economy}.'],
  ['en', 'affirmed', 'Rejecting the old prices and building {another economy}, the valley eats.'],
  ['es', 'affirmed', 'Rechazamos la lógica del lucro y construimos {otra economía}.'],
  ['es', 'affirmed', 'Las redes no esperan al Estado y levantan {otra economía}.'],
  ['pt', 'affirmed', 'Rejeitamos a lógica do lucro e construímos {outra economia}.'],
  ['pt', 'affirmed', 'As redes não esperam o Estado e constroem {outra economia}.'],
  // Near misses: a noun, and a verb that hangs on the same denial.
  ['en', 'negated', 'We reject barter and {another economy} alike.'],
  ['en', 'negated', 'They do not lend tools and build {another economy}.'],
  ['es', 'negated', 'Rechazamos el trueque y {otra economía} por igual.'],
  ['pt', 'negated', 'Rejeitamos o escambo e {outra economia} por igual.'],
];

const purposes: readonly Row[] = [
  ['es', 'affirmed', 'Hay talleres para trabajador@s {desocupad@s} del barrio.'],
  ['es', 'affirmed', 'Hay talleres para trabajador/as {desocupadas} del barrio.'],
  ['es', 'hedged', 'El taller abrió para sacar {de la pobreza} al barrio.'],
  ['pt', 'affirmed', 'Há oficinas para trabalhadores {desempregados} do bairro.'],
];

describe('the polarity of a wording', () => {
  it.each(opponents)('that names an opponent, in %s, is %s: %s', (language, polarity, marked) => {
    expect(judgeMarked(marked, language, 'N').polarity).toBe(polarity);
  });

  it.each(needs)('that names a need, in %s, is %s: %s', (language, polarity, marked) => {
    expect(judgeMarked(marked, language, 'P').polarity).toBe(polarity);
  });

  it.each(behindAnd)('behind an “and”, in %s, is %s: %s', (language, polarity, marked) => {
    expect(judgeMarked(marked, language, 'N').polarity).toBe(polarity);
  });

  it.each(purposes)('behind a preposition of purpose, in %s, is %s: %s', (language, polarity, marked) => {
    expect(judgeMarked(marked, language, 'P').polarity).toBe(polarity);
  });
});

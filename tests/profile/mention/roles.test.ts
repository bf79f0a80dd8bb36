import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../src/model/passage.ts';
import { actorsIn } from '../../../src/profile/mention/actors.ts';
import { amountsIn } from '../../../src/profile/mention/amounts.ts';
import { namesIn } from '../../../src/profile/mention/names.ts';
import { rolesIn } from '../../../src/profile/mention/roles.ts';
import { noActors } from '../../support/actors.ts';
import { sight } from './make.ts';

const roles = (text: string, language: 'es' | 'pt' | 'en' = 'es', zone: Zone = 'body') => {
  const seen = sight(text, language, zone);
  const actors = actorsIn(seen, namesIn(seen, language === 'en'), noActors.named);
  return rolesIn(seen, actors, amountsIn(seen, language), language).map(
    ({ role, actor, start, end }) =>
      `${text.slice(actor.start, actor.end)}: ${role} (${text.slice(start, end)})`,
  );
};

describe('roles', () => {
  it('are told before and behind an actor, and shared by those joined to it', () => {
    expect(
      roles('El INACOOP y el Instituto del Agua ejecutan el plan, financiado por la AECID y el PNUD.'),
    ).toEqual([
      'INACOOP: implementing (ejecutan)',
      'Instituto del Agua: implementing (ejecutan)',
      'AECID: funding (financiado por)',
      'PNUD: funding (financiado por)',
    ]);
  });

  it('belong to the one before what tells its owner', () => {
    expect(
      roles('La Dirección de Ferias, organismo descentralizado del Ministerio de Agua, ejecutará el plan.'),
    ).toEqual(['Dirección de Ferias: implementing (ejecutará)']);
  });

  it('of those in charge depend on whether money stands before them', () => {
    expect(roles('El pago de $ 500 a cargo del Tesoro Nacional.')).toEqual([
      'Tesoro Nacional: funding (a cargo del)',
    ]);
    expect(roles('La tarea a cargo del Instituto del Agua.')).toEqual([
      'Instituto del Agua: implementing (a cargo del)',
    ]);
  });

  it('are those of the part of the document in lists and signatures', () => {
    expect(roles('INACOOP', 'es', 'attendance')).toEqual(['INACOOP: participant (INACOOP)']);
    expect(roles('INACOOP', 'es', 'signature')).toEqual(['INACOOP: signatory (INACOOP)']);
  });

  it('are none across sentences and for words between', () => {
    expect(roles('Vino el INACOOP. Ejecuta quien puede.')).toEqual([]);
    expect(roles('El INACOOP de la vieja casa gris ejecuta.')).toEqual([]);
  });
});

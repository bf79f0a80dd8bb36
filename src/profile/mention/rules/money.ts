import type { AmountStatus } from '../../../model/mention.ts';
import type { Cue } from '../../../text/cue.ts';

/**
 * How a currency is written, its code, and where it may stand: `before` the number, `after` it, or either. Signs and
 * codes as they are, words in any case and without accents; `*` takes any ending. The first that fits holds, so the
 * longer stands first. `$` and `Bs` stay what they are where the text does not say of which country.
 */
// biome-ignore format: one rule a row
export const currencies: readonly (readonly [
  written: string,
  unit: string,
  place: 'before' | 'after' | 'either',
])[] = [
  ['U$S', 'USD', 'either'],
  ['US$', 'USD', 'either'],
  ['u$s', 'USD', 'either'],
  ['USD', 'USD', 'either'],
  ['R$', 'BRL', 'before'],
  ['BRL', 'BRL', 'either'],
  ['$U', 'UYU', 'before'],
  ['UYU', 'UYU', 'either'],
  ['AR$', 'ARS', 'before'],
  ['ARS', 'ARS', 'either'],
  ['CLP', 'CLP', 'either'],
  ['COP', 'COP', 'either'],
  ['MXN', 'MXN', 'either'],
  ['PEN', 'PEN', 'either'],
  ['PYG', 'PYG', 'either'],
  ['BOB', 'BOB', 'either'],
  ['GBP', 'GBP', 'either'],
  ['EUR', 'EUR', 'either'],
  ['S/.', 'PEN', 'before'],
  ['S/', 'PEN', 'before'],
  ['Gs.', 'PYG', 'either'],
  ['Gs', 'PYG', 'either'],
  ['₲', 'PYG', 'either'],
  ['Bs.', 'Bs', 'either'],
  ['Bs', 'Bs', 'either'],
  ['€', 'EUR', 'either'],
  ['£', 'GBP', 'before'],
  ['$', '$', 'before'],
  ['dolares de los estados unidos', 'USD', 'either'],
  ['dolares estadounidenses', 'USD', 'either'],
  ['dolares americanos', 'USD', 'either'],
  ['dolares', 'USD', 'either'],
  ['us dollar*', 'USD', 'after'],
  ['american dollar*', 'USD', 'after'],
  ['dollar*', 'USD', 'after'],
  ['pesos uruguayos', 'UYU', 'either'],
  ['pesos argentinos', 'ARS', 'either'],
  ['pesos chilenos', 'CLP', 'either'],
  ['pesos colombianos', 'COP', 'either'],
  ['pesos mexicanos', 'MXN', 'either'],
  ['uruguayan pesos', 'UYU', 'after'],
  ['argentine pesos', 'ARS', 'after'],
  ['chilean pesos', 'CLP', 'after'],
  ['colombian pesos', 'COP', 'after'],
  ['mexican pesos', 'MXN', 'after'],
  ['pesos', '$', 'either'],
  ['euro*', 'EUR', 'either'],
  ['reais', 'BRL', 'after'],
  ['reales', 'BRL', 'after'],
  ['brazilian reais', 'BRL', 'after'],
  ['guaranies', 'PYG', 'either'],
  ['bolivianos', 'BOB', 'either'],
  ['bolivares', 'Bs', 'either'],
  ['nuevos soles', 'PEN', 'after'],
  ['soles', 'PEN', 'after'],
  ['libras esterlinas', 'GBP', 'after'],
  ['pounds', 'GBP', 'after'],
];

/**
 * Words that say how far money has come. `none` takes a place so that no other rule may: what is carried out by
 * somebody is a programme, not money.
 */
// biome-ignore format: one rule a row
export const statusCues: readonly Cue<AmountStatus | 'none'>[] = [
  ['es', 'none', '(ejecutad*|aprobad*) por', 'ejecutado por la federación', 'ejecutado en 2010'],
  ['es', 'executed', 'se [habia[n]|ha[n]] ejecut*', 'se ejecutaron diez pesos', 'ejecutaron la obra'],
  ['es', 'executed', '(ejecutad*|gastad*|invertid*|devengad*)', 'ejecutado en 2010', 'ejecutivo en 2010'],
  ['es', 'executed', 'ejecucion (llego|alcanzo|fue|ascendio|presupuestaria)', 'ejecución llegó al final', 'ejecución de la obra'],
  ['es', 'executed', '(se (gastaron|invirtieron)|gasto ejecutado)', 'se gastaron mil', 'gastaron mil'],
  ['es', 'disbursed', '(desembols*|girad* a|transferid* a|se (transfirieron|giraron|pagaron))', 'desembolsados ayer', 'embolsados ayer'],
  ['es', 'committed', '(comprometid*|se comprometi*|compromiso de [aportar|pagar])', 'comprometidos ayer', 'compromete a la gente'],
  ['es', 'approved', '(aprobad*|apruebase|aprobo|aprobaron|se aprueba[n]|presupuestad*|asignad*|autorizad*|autorizase)', 'aprobado en 2010', 'probado en 2010'],
  ['pt', 'none', '(executad*|aprovad*) (por|pel*)', 'executado pela federação', 'executado em 2010'],
  ['pt', 'executed', '(executad*|gast(o|a|os|as)|investid*|liquidad*)', 'executado em 2010', 'executivo em 2010'],
  ['pt', 'executed', 'execucao (chegou|alcancou|foi|atingiu|orcamentaria)', 'execução chegou ao fim', 'execução da obra'],
  ['pt', 'disbursed', '(desembols*|foram (pagos|transferidos|repassados)|pagos)', 'desembolsados ontem', 'embolsados ontem'],
  ['pt', 'committed', '(empenhad*|comprometid*|compromisso de (pagar|aportar))', 'empenhados ontem', 'desempenho ontem'],
  ['pt', 'approved', '(aprovad*|aprovou|aprovaram|orcad*|autorizad*|dotacao autorizada)', 'aprovado em 2010', 'provado em 2010'],
  ['en', 'none', '(executed|approved) by', 'executed by the federation', 'executed in 2010'],
  ['en', 'executed', '((was|were|been|be) (spent|executed)|executed|spent|expenditure of)', 'spent on roads', 'spending on roads'],
  ['en', 'executed', 'execution (reached|rate|came to|stood at)', 'execution reached half', 'execution of works'],
  ['en', 'disbursed', '(disburs*|paid out)', 'disbursed in May', 'reimbursed in May'],
  ['en', 'committed', '(committed|commitment[s]|pledged|earmarked)', 'committed in May', 'committee in May'],
  ['en', 'approved', '(approved|authorised|authorized|budgeted|appropriated)', 'approved in May', 'proved in May'],
];

import { months } from '../../../text/months.ts';

/** Word lists that rules share, in es, pt and en together: folded, without accents. */

/** What stands before the name of a person; those in the plural stand before several. */
export const honorifics: ReadonlySet<string> = new Set(
  `sr sra srta srs sres sras senor senora senorita senores senoras senhor senhora senhores senhoras
   d dn don dna dona doña dra dr drs dres lic ing arq prof profa cra cr abog mag eng exmo exma ilmo ilma
   mr mrs ms miss sir dame professor doctor doctora doutor doutora rev hon
   commissioner commissioners councilor councillor councilmember alderman mayor senator
   diputado diputada deputado deputada concejal concejala vereador vereadora senador senadora
   embajador embajadora embaixador embaixadora ministro ministra ambassador minister`.split(/\s+/u),
);

/** Words of offices and institutions: a phrase that holds one names no person. */
export const offices: ReadonlySet<string> = new Set(
  `presidente presidenta presidencia presidencias presidency president presidents chair chairman chairwoman chairperson
   alcalde alcaldesa alcaldia prefeito prefeita prefeitura mayor mayoral intendente intendencia
   secretario secretaria secretarios secretariado secretariat secretary subsecretario subsecretaria interventor interventora
   ministerio ministerios ministerial ministro ministra ministros ministry minister ministers viceministro viceministra
   canciller cancilleria chancellor embajada embaixada embassy consul consulado
   director directora directores direccion diretor diretora diretores diretoria directorio directorate
   gerente gerencia coordinador coordinadora coordinacion coordenador coordenadora coordenacao coordinator
   jefe jefa jefes chefe chefes head heads jefatura gabinete asesor asesora assessor assessora assessoria adviser advisor
   consultor consultora consultant clerk attorney counsel officer officers sergeant treasurer tesorero tesorera tesoureiro
   concejal concejala concejales concejo consejo conselho conselheiro conselheiros council councilors commission comision comissao
   comissario comissarios commissioner commissioners comite comites committee board junta mesa grupo group foro forum
   vocal vocales vogal member members miembro miembros membro membros integrante integrantes
   representante representantes representative representatives delegado delegada delegados delegacion delegaciones
   delegacao delegacoes delegation delegations delegate delegates observador observadores observers invitado invitados
   convidado convidados guest guests asistentes ausentes presentes participantes present absent apologies excused
   others other demas demais officials
   tecnico tecnica arquitecto arquitecta ingeniero ingeniera economista abogado abogada notario
   instituto institute institucion universidad universidade university facultad faculdade department departamento
   federacion federacao federation confederacion confederacao confederation cooperativa cooperativas cooperative cooperatives
   asociacion associacao association fundacion fundacao foundation union sindicato movimiento movimento red rede network
   banco bank central oficina escritorio office agencia agency programa programme program proyecto projeto project
   republica republic estado estados state states nacion nacao nation gobierno governo government
   ayuntamiento municipio municipalidad ciudad cidade city provincia comunidad comunidade community liga league pacto pact
   mercosur mercosul unasur unasul aladi oit ilo onu un cepal eclac
   licenciado licenciada acta ata minutes pleno plenario sesion sessao session reunion reuniao meeting congreso congresso
   congress senado senate camara chamber tribunal corte court orden ordem agenda dia pauta anexo annex
   manager operations business programas bureau servicio servicos services planning police fire water housing parks finance administration`.split(
    /\s+/u,
  ),
);

/** Countries that act by their delegations, and how a delegation is called after one. */
export const countries: ReadonlySet<string> = new Set(
  `argentina bolivia brasil brazil chile colombia ecuador equador guyana guiana paraguay paraguai peru surinam suriname
   uruguay uruguai venezuela mexico cuba panama guatemala honduras nicaragua espana spain portugal`.split(
    /\s+/u,
  ),
);

/** Words that join the parts of a name. */
export const particles: ReadonlySet<string> = new Set(
  'de del la las los el y e da do das dos of the and for para em von van di du le san'.split(' '),
);

/** What ends in a full stop without ending a sentence. */
export const abbreviations: ReadonlySet<string> = new Set(
  `sr sra srta srs sres sras dr dra drs dres d dn dna dª lic ing arq prof profa mr mrs ms st art arts artigo inc num nro nº n no
   pag pags pp p cf ej etc ud uds vs exmo exma ilmo ilma av gral cia ltda sa dec res rec exp expte aa bs ee uu jan feb mar apr
   jun jul aug sep sept oct nov dec hon rev`.split(/\s+/u),
);

/** Labels that end in a colon as a speaker's name does, and are none. */
export const labels: ReadonlySet<string> = new Set(
  `nota note notes fuente fuentes fonte fontes source sources fecha data date hora time lugar local place location tema temas
   item items objetivo objetivos objective objectives meta metas resultado resultados result results actividad actividades
   asunto assunto subject re ref referencia referencias visto considerando considerandos acuerdo acuerdos decision decisiones
   decisao decisoes resolucion anexo anexos annex cuadro tabla tabela table figura figure grafico chart ejemplo exemplo example
   articulo artigo article capitulo chapter titulo title seccion section pagina page parte part tipo type key disposition
   telefono telefone phone email correo web url direccion endereco address total importe valor plazo prazo presupuesto orcamento
   budget votos votes ayes nays yeas motion mocion mocao respuesta pregunta resposta pergunta question answer servicio
   communications`.split(/\s+/u),
);

/** Number of a month by its name. */
export const monthNumbers: ReadonlyMap<string, number> = new Map([
  ...Object.values(months).flatMap((names) => names.map((name, i) => [name, i + 1] as const)),
  ['setiembre', 9],
  ...'i ii iii iv v vi vii viii ix x xi xii'.split(' ').map((name, i) => [name, i + 1] as const),
]);

const spelled: Readonly<Record<string, string>> = {
  1: 'uno un um primero primeiro',
  2: 'dos dois',
  3: 'tres',
  4: 'cuatro quatro',
  5: 'cinco',
  6: 'seis',
  7: 'siete sete',
  8: 'ocho oito',
  9: 'nueve nove',
  10: 'diez dez',
  11: 'once onze',
  12: 'doce doze',
  13: 'trece treze',
  14: 'catorce catorze quatorze',
  15: 'quince quinze',
  16: 'dieciseis dezesseis',
  17: 'diecisiete dezessete',
  18: 'dieciocho dezoito',
  19: 'diecinueve dezenove',
  20: 'veinte vinte',
  21: 'veintiuno veintiun',
  22: 'veintidos',
  23: 'veintitres',
  24: 'veinticuatro',
  25: 'veinticinco',
  26: 'veintiseis',
  27: 'veintisiete',
  28: 'veintiocho',
  29: 'veintinueve',
  30: 'treinta trinta',
  40: 'cuarenta quarenta',
  50: 'cincuenta cinquenta',
  60: 'sesenta sessenta',
  70: 'setenta',
  80: 'ochenta oitenta',
  90: 'noventa',
  900: 'novecientos novecentos',
  1000: 'mil',
};

/** What a number word is worth. */
export const numberWords: ReadonlyMap<string, number> = new Map(
  Object.entries(spelled).flatMap(([value, words]) =>
    words.split(' ').map((word) => [word, Number(value)] as const),
  ),
);

import type { BeneficiaryClass } from '../../../model/mention.ts';

/** Nouns for people and their organisations as a policy may serve them, folded; `*` takes any ending. */
export const groupNouns: readonly string[] = list(
  `persona* pessoa* people person* familia familias family families hogar* household* mujer* mulher* women woman
   joven* jovem jovens youth young nino* nina* crianca* child* adolescen* adulto* adult* mayores idos* elderly
   trabajador* trabalhador* worker* emplead* empregad* employee* desocupad* desempregad* desemplead* unemployed jornaler*
   productor* produtor* producer* agricultor* farmer* campesin* campones* peasant* smallholder* colon*
   artesan* artesao* artesa* artisan* pescador* fisher* recolector* coletor* catador* cartoner* reciclador* clasificador*
   picker* feriante* vendedor* vendor* migrante* migrant* refugiad* refugee* indigena* indigenous aborigen* quilombola*
   afrodescendient* afrodescendent* poblacion* populacao populacoes population* comunidad* comunidade* communit* pueblo*
   povo* peoples vecin* morador* resident* ciudadan* cidada* citizen* jubilad* pensionad* pension* aposentad* retire*
   estudiante* estudante* student* beneficiari* grupo* group* sector* setor* cooperativa* cooperative* mutual* mutuales
   cooperativista* asociado* associad* member* socio* emprendedor* empreendedor* entrepreneur* emprendimiento*
   empreendimento* enterprise* empresa* pymes microempresa* microemprend* asociacion* associac* association*
   organizacion* organizac* organisation* organization* asentad* assentad* acampad* usuari* user* consumidor*
   consumer* docente* veteran* retirad* compatriot* madre* mae* mother* jefa* jefes chefes discapacitad* deficiente* pobres poor excluid* vulnerables
   titulares inquilin* ocupante* victimas vitimas barrios bairros hogares`,
);

/** What ends the description of a group. */
export const groupEnds: ReadonlySet<string> = new Set(
  `que quien quienes cuyo cuya cuyos cuyas who whose which that mediante por pelo pela through by is are es son sera seran
   sao serao para segun conforme durante when cuando quando sobre were was will tendra tendran podran
   poderao may shall deberan deverao hasta ate until mientras como desde since tiene tienen before after antes despues
   depois it he she they incluye incluyen inclui incluem include includes avanza avanzan avanca avancam mismo misma mismos
   mismas mesmo mesma mesmos mesmas same fue fueron foi foram era eran eram han have has had tem vem cresceu cresceram crecio crecieron`.split(
    /\s+/u,
  ),
);

/** Stems that put a group into a class, folded; a group may be in several, and in `public` where it is in none. */
export const classStems: Readonly<Record<Exclude<BeneficiaryClass, 'public'>, readonly string[]>> = {
  poor: list(
    `pobre* poverty poor vulnerab* exclu* desocup* desempreg* desempl* unemployed indigente* informal* cartoner*
     reciclador* catador* clasificador* picker* deficien* discapac* disabilit* calle rua homeless carent* necesidad*
     margina* desfavorec* jefa* head precari* landless emergencia refugiad* refugee*`,
  ),
  frontier: list('fronter* fronteir* border* limitrofe*'),
  cooperatives: list(
    'cooperativ* mutual* asociativ* associativ* solidari* solidarity autogestion* autogestao emprendimiento* empreendimento*',
  ),
  workers: list(
    `trabajador* trabalhador* worker* emplead* empregad* employee* jornaler* productor* produtor* producer* agricultor* farmer*
     campesin* campones* peasant* artesan* artesao* artisan* pescador* fisher* picker* catador* feriante* vendor*`,
  ),
  women: list(
    'mujer* mulher* women woman madre* mae* mother* jefa* trabajadoras productoras campesinas camponesas',
  ),
};

function list(words: string): readonly string[] {
  return words.split(/\s+/u);
}

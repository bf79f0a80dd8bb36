import { z } from 'zod';
import { lexiconLanguages } from './passage.ts';

/**
 * What a cue does to the wording in its scope.
 *
 * - `not` denies what follows in its clause; several in one clause deny once (`no … ningún`).
 * - `deny` holds a denial in a verb or noun (`deja de ser`, `lejos de`, `lacks`); each denies by itself.
 * - `end` denies what follows at once: what is replaced, abandoned or missing.
 * - `beyond` denies what it goes beyond, unless the frame is the going beyond.
 * - `plain` does nothing: it keeps a shorter cue inside it from being read (`dismiss … as`).
 * - `only` (`no solo`) denies nothing; `merely` (`no un mero`) refuses an account of the object, and leaves an effect standing.
 * - `yes` looks like a denial and is none (`no es sino`, `sin duda`), and closes the scope of what stands before it.
 * - `maybe` leaves open what follows in its clause; a denial within changes nothing.
 * - `modal` is due, possible, forecast or promised; `aim` is aimed at, wished for or asked for: a denial beside it is a denial.
 * - `for` is an aim where it stands right before the wording.
 * - `if` makes the whole sentence depend on something.
 * - `partly` and `so_called` bear on the words right behind them.
 * - `not_after`, `maybe_after` say it of the wording that stands before them.
 */
export const polarityKinds = [
  'not',
  'deny',
  'end',
  'beyond',
  'plain',
  'only',
  'merely',
  'yes',
  'maybe',
  'modal',
  'aim',
  'for',
  'if',
  'partly',
  'so_called',
  'not_after',
  'maybe_after',
] as const;
export type PolarityKind = (typeof polarityKinds)[number];

/**
 * Where a scope ends. `contrast` ends every scope, `clause` that of a denial of the clause before it, `or` goes on
 * with a list that is denied. `copula` is a form of being.
 */
export const barrierKinds = ['contrast', 'clause', 'open', 'or', 'copula', 'with'] as const;
export type BarrierKind = (typeof barrierKinds)[number];

/**
 * How somebody's view is told.
 *
 * - `say` is neutral, `show` takes over what is said, `mislead` contradicts it; each with a clause behind it.
 * - `denial` and `demand` are views whose content is denied or asked for.
 * - `see_as` tells how somebody sees the object, and needs an `as`; `call` names it without one, `tell` has it as object.
 * - `idea` is a noun with a view behind it, `myth` one that the author rejects.
 * - `source` and `nobody` (`se dijo que`) have the view in their sentence.
 * - `guise` (`under the guise of`) names a pretence of those whom the author contradicts.
 * - `floor` gives somebody the word (`took the floor`), for what follows a colon or in the next sentence.
 * - `as_says` (`como señala`) is a source that the author follows, `as_does` (`como pretende`) one that he contradicts.
 * - `agree`, `right` endorse; `wrong`, `disagree` reject; `who` (`quienes`) is a subject that is nobody in particular.
 * - `self` is the author; `resolve` is what authors do with their own words.
 */
export const voiceKinds = [
  'say',
  'show',
  'mislead',
  'denial',
  'demand',
  'see_as',
  'call',
  'tell',
  'as',
  'that',
  'idea',
  'myth',
  'source',
  'as_says',
  'as_does',
  'contrary',
  'guise',
  'floor',
  'nobody',
  'agree',
  'right',
  'wrong',
  'disagree',
  'who',
  'self',
  'resolve',
] as const;
export type VoiceKind = (typeof voiceKinds)[number];

/** How an author takes a side: verbs that take over a view or turn it down, and predicates that find it right or wrong. */
export const sideKinds = ['accept', 'refuse', 'sound', 'unsound'] as const;
export type SideKind = (typeof sideKinds)[number];

/**
 * Who and what a side is taken by and on: `view` names a view, `body` speaks for the author, `witness` is his evidence.
 * `studied` is the object of study: what it demands or turns down is what the author tells of it, and no view of another.
 */
export const subjectKinds = ['view', 'body', 'witness', 'studied'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/**
 * Words by themselves that rules ask for at a place in a sentence.
 *
 * - `group` are people and bodies who hold views: by them a name without a capital is one of a speaker.
 * - `title` opens the turn of a speaker in minutes, `foe` is somebody whom an author has against him.
 * - `held` and `asked` tell of a view: that somebody holds it (`defended by`), and nouns that ask for something (`plea`).
 * - `instrument` is a law or plan, whose treatment of the object (`designate`) is no view of it.
 * - `part` is a part of the text itself or of a law (`according to article 3`), `angle` one of a topic (`punto de vista`).
 * - `thing` holds no view, though it stand where somebody may (`Para el presupuesto, …`).
 * - `deem` says without an “as” what something is, `claim` tells a view that an author who denies it turns down.
 * - `being` says what something is, `verdict` is the verb of who is right or wrong.
 * - `procedure` is of minutes, in which the author takes no side; by `unanswered` nobody answers a view in the room.
 * - `current` tells that a view is about, so that it is somebody's (`the prevailing notion`).
 * - `link` leads from a view to what is found of it, `negation` turns that round.
 * - `titled` stands before the name of a law or plan, whose quotation marks hold nothing at arm's length.
 * - `against` sets somebody against an opponent of the frame (`contra`, `question`).
 * - `rid` tells of a need that it is ended or kept off (`evita`, `no longer`).
 * - `either` is a verb or a noun, and a verb behind an “and” where an object follows (`and demand a law`).
 * - `no_purpose` stands before a `to` or `para` that states no purpose (`helps to`, `herramienta para`).
 */
export const wordKinds = [
  'group',
  'title',
  'foe',
  'held',
  'asked',
  'instrument',
  'part',
  'thing',
  'angle',
  'designate',
  'deem',
  'claim',
  'being',
  'verdict',
  'procedure',
  'unanswered',
  'against',
  'rid',
  'either',
  'no_purpose',
  'current',
  'link',
  'negation',
  'titled',
] as const;
export type WordKind = (typeof wordKinds)[number];

const pattern = z.string().refine(isPattern, 'words, brackets that match, gaps such as ~2 between words');
const patterns = z.array(pattern).min(1);

/** Whether a cue can be found: brackets match, alternatives stand in them, and it is words with a letter or single marks, the first no gap. */
function isPattern(text: string): boolean {
  const parts = text.match(/[()[\]|]|[^\s()[\]|]+/g) ?? [];
  const open: string[] = [];
  for (const part of parts) {
    if (part === '(' || part === '[') open.push(part);
    else if (part === ')' || part === ']') {
      if (open.pop() !== (part === ')' ? '(' : '[')) return false;
    } else if (part === '|') {
      if (open.length === 0) return false;
    } else if (
      !/^~\d$/.test(part) &&
      !/^(?:=?[\p{L}\p{M}\p{N}'’-]*[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*\*?|[^\P{P}*])$/u.test(part)
    )
      return false;
  }
  return open.length === 0 && parts.length > 0 && !/^~\d$/.test(parts[0] ?? '');
}

/** Whether a regular expression compiles: forms of words are the one thing that patterns cannot say. */
const forms = z.string().refine((source) => {
  try {
    return new RegExp(source, 'u') !== null;
  } catch {
    return false;
  }
}, 'a regular expression of one word');

/** A word, one with its accents, or the beginning of one. */
const word = z
  .string()
  .regex(
    /^(?:[^\s()[\]|~=*]+\*?|=[^\s()[\]|~=*]+)$/u,
    'one word, `=word` with accents, or a beginning, `word*`',
  );

const SpeechOf = z.strictObject({
  polarity: z.record(z.enum(polarityKinds), patterns),
  barriers: z.record(z.enum(barrierKinds), patterns),
  voice: z.record(z.enum(voiceKinds), patterns),
  sides: z.record(z.enum([...sideKinds, ...subjectKinds]), patterns),
  /** What a next sentence begins with that says the one before is right or wrong. */
  verdicts: z.record(z.enum(['right', 'wrong']), patterns),
  /** Words by themselves: `word`, `=word`, `word*`. */
  words: z.record(z.enum(wordKinds), z.array(word).min(1)),
  /** The verbs of frames by their beginnings, with the endings that make them finite. */
  finite: forms,
  /** Words whose form alone makes them a forecast or a conditional, unless an article stands before them. */
  future: forms,
  articles: patterns,
  /** Words that tell a view if a “that” follows, and the words of that form that bring something about instead. */
  telling: forms,
  effects: patterns,
  /** Verbs of frames in the mood of what is wished or due (`erradique`); none in languages without it. */
  wished: forms,
  /** Verbs that begin a clause of their own behind an “and”, by their form; `bare` are those that an auxiliary before it may share. */
  joined: forms,
  bare: forms,
  /** Verbs of speech that are nouns as well (`claims`), which are asked of a grammar where the language has one. */
  homographs: z.array(z.string().min(1)).default([]),
  /** Verbs with objects of their own, which tell a view only with a “that”, in languages that leave it out (`the network adds`). */
  transitive: z.array(word).default([]),
});

/** The cues of one language. */
export type SpeechOf = z.infer<typeof SpeechOf>;

/**
 * `lexicons/speech.yaml`: by language, the words that deny, leave open, report, follow and contradict. A pattern is words,
 * `(a|b c)` one of several, `[a|b]` at most one, `a*` a beginning, `~2` up to two words of any kind, `=a` with accents.
 */
export const Speech = z.partialRecord(z.enum(lexiconLanguages), SpeechOf);
export type Speech = z.infer<typeof Speech>;

import { near } from '../../errors.ts';
import type { Fact, TargetProgress } from '../../types.ts';
import { type Context, settle } from '../context.ts';
import { groupOf } from '../lists.ts';
import { badParameter, cannotJudge, type Evidence, type Kind, type Settings, told } from './claim.ts';
import { yearsOf } from './years.ts';

/** A fact with a value. Errors: unknown-fact, claim-unjudged (both exit 1). */
function numberOf(id: string, { facts, edition, strings }: Context): Fact {
  const fact = facts.get(settle(id, edition));
  if (fact.value !== null) return fact;
  return cannotJudge(
    `${fact.id} has no number (${strings.get(`reason.${fact.reason ?? 'unknown'}`)}).`,
    `Put {{#has "${id}"}}…{{/has}} around the sentence, or say what is missing.`,
  );
}

const replaced = (id: string, at: number, by: string): string =>
  id
    .split('.')
    .map((part, i) => (i === at ? by : part))
    .join('.');
const SCOPE = 1;
const PERIOD = 4;

/** Facts with values under these ids; those that are not there or have none are left out. */
const present = (ids: readonly string[], { facts }: Context): Fact[] =>
  ids.flatMap((id) => {
    const fact = facts.find(id);
    return fact && fact.value !== null ? [fact] : [];
  });

/** What a number is compared with: the facts named after it, a group of places, or years, in which none may be missing. */
function fieldOf(ids: readonly string[], settings: Settings, context: Context): readonly Fact[] {
  const [first = ''] = ids;
  const id = settle(first, context.edition);
  if (settings.over !== undefined) {
    return yearsOf(settings.over, id.split('.')[PERIOD] ?? '', context.edition).map((period) =>
      numberOf(replaced(id, PERIOD, period), context),
    );
  }
  const field =
    settings.among === undefined
      ? ids.map((one) => numberOf(one, context))
      : present(
          groupOf(settings.among, context).map((code) => replaced(id, SCOPE, code)),
          context,
        );
  const own = numberOf(first, context);
  if (!field.some((fact) => fact.id === own.id))
    return badParameter(`${own.id} is not of ${settings.among}.`, 'Name a fact of one of its members.');
  return field.length > 1
    ? field
    : badParameter(
        'there is nothing to compare it with.',
        'Give it among="a group", over="first..last year", or more facts.',
      );
}

/** Levels on different states of the air are not compared; `basis="said"` lets the mixed year 2018 stand beside the old state. */
function oneBasis(field: readonly Fact[], settings: Settings): void {
  const bases = new Set(field.flatMap(({ basis }) => basis ?? []));
  if (bases.size < 2 || (settings.basis === 'said' && !bases.has('actual-298K'))) return;
  cannotJudge(
    `${field.map((fact) => `${told(fact)} on ${fact.basis}`).join(', ')}: these are different states of the air.`,
    'Take a published change or a rebased figure; for the mixed year 2018 say so in the text and add basis="said".',
  );
}

function targetOf(id: string, { assessment }: Context): TargetProgress {
  const all = assessment.targets;
  const found = all.find(({ target }) => target.id === id);
  if (found) return found;
  const ids = all.map(({ target }) => target.id);
  return badParameter(`there is no target ${id} in this edition.`, near(id, ids));
}

const COUNTS: Readonly<Record<Kind['takes'], readonly [number, number]>> = {
  changes: [1, 99],
  change: [1, 1],
  two: [2, 2],
  part: [1, 99],
  'one-of-many': [1, 99],
  years: [1, 1],
  targets: [1, 99],
};

/**
 * Looks up what a claim names, and checks that it can be judged. Errors: unknown-fact, claim-parameter, claim-unjudged.
 */
export function evidenceOf(kind: Kind, ids: readonly string[], settings: Settings, context: Context): Evidence {
  const [least, most] = COUNTS[kind.takes];
  if (ids.length < least || ids.length > most)
    badParameter(
      `it names ${ids.length} ${kind.takes === 'targets' ? 'targets' : 'facts'}, and takes ${least === most ? least : `${least} or more`}.`,
      'Give the ids after the kind, each in quotes.',
    );
  if (kind.takes === 'targets') {
    const targets = ids.map((id) => targetOf(id, context));
    return {
      named: present(
        targets.map(({ result, goal }) => result ?? goal),
        context,
      ),
      field: [],
      targets,
      settings,
    };
  }
  if (kind.takes === 'years' || kind.takes === 'one-of-many') {
    const field = fieldOf(ids, settings, context);
    oneBasis(field, settings);
    return { named: kind.takes === 'years' ? field : [numberOf(ids[0] ?? '', context)], field, targets: [], settings };
  }
  const named = ids.map((id) => numberOf(id, context));
  if (kind.takes === 'two') {
    const units = new Set(named.map(({ unit }) => unit));
    if (units.size > 1)
      badParameter(`${named.map(told).join(' and ')} have different units.`, 'Compare numbers of one unit.');
    if (kind.may?.includes('basis')) oneBasis(named, settings);
  }
  return { named, field: named, targets: [], settings };
}

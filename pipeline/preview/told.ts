import { distinct, errorsIn } from '../findings.ts';
import type { Finding } from '../types.ts';
import type { Work } from './changes.ts';
import { findingOf } from './fault.ts';

/** Carries findings that forbid to go on. */
export class Refused extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super('findings');
    this.findings = findings;
  }
}

/** What a stage that succeeded noticed; `look` is the looking over of all templates, which tells what filling them told, too. */
type Noticing = 'check' | 'figures' | 'narrate' | 'look';

/** What is told of each kind of work: its faults while it fails, and what its stages noticed when they last succeeded. */
export class Told {
  readonly #faults = new Map<Work, readonly Finding[]>();
  readonly #noticed = new Map<Noticing, readonly Finding[]>();
  /** Whether templates are still what they were when they were last looked over. */
  hasLooked = false;

  /** Tries a work: what it ends in is told until it succeeds. Gives whether it did. */
  async attempt(work: Work, stages: () => Promise<void>): Promise<boolean> {
    try {
      await stages();
      this.#faults.delete(work);
      return true;
    } catch (error) {
      this.#faults.set(work, error instanceof Refused ? error.findings : [findingOf(error)]);
      return false;
    }
  }

  noticed(stage: Noticing, findings: readonly Finding[]): void {
    this.#noticed.set(stage, findings);
  }

  of(stage: Noticing): readonly Finding[] {
    return this.#noticed.get(stage) ?? [];
  }

  /** Errors and warnings, errors first. */
  get all(): readonly Finding[] {
    // Until templates have been looked over again, what was told of them last still stands.
    const ofTemplates = this.hasLooked ? this.of('look') : [...this.of('narrate'), ...this.of('look')];
    const faults = [...this.#faults.values()].flat();
    const all = distinct([...faults, ...this.of('figures'), ...ofTemplates, ...this.of('check')]);
    return [...errorsIn(all), ...all.filter(({ severity }) => severity === 'warn')];
  }
}

import type { Config } from '../config.ts';
import type { Memory } from '../desk/memory.ts';
import type { Plan } from '../desk/plan.ts';
import type { StoryChanges } from '../press/stories.ts';
import type { ReadReport, ReportInput } from '../report/buildReport.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';

/** An edition, edited. Refs are paths as the editor would type them. */
export interface Edited {
  /** Undefined when lede.json is unusable, as under a guessed name or address nothing should go out. */
  edition?: {
    config: Config;
    plan: Plan;
    memory: Memory;
    stories: StoryChanges;
    /** A story that is out is held back or taken back by its source: that must be said, though no other were left. */
    takesBack: boolean;
    scores: NonNullable<ReportInput['scores']>;
    /** Slugs of refused stories whose published files stay as they are. */
    untouched: string[];
    /** Files under media/ that the edition shows. */
    media: Set<string>;
    /** There is a lede.json. */
    isConfigured: boolean;
    /** Remembers what was learnt of sources and of who is related. */
    remember: () => Promise<void>;
  };
  /** lede.json is unusable. */
  isConfigRefused?: boolean;
  /** No source is more than a feed that cannot be read: there are the stories it had before, and nothing new. */
  isUnheard?: boolean;
  refused: Refusal[];
  held: Notice[];
  warnings: Notice[];
  /** Every source that was read or asked for. */
  read: ReadReport[];
  /** The items that went on to the edition. */
  kept: { ref: string }[];
}

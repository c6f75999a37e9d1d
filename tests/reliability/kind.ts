import type { Fate, Rule } from './line.ts';
import type { Chance } from './seeded.ts';
import type { Station } from './station.ts';
import type { Finished } from './submissions.ts';

/** What a fault may use while it is in force. */
export interface Tools {
  readonly station: Station;
  readonly chance: Chance;
  /** Finishes submissions and puts them into the tablet's queue. */
  readonly queue: (count: number, made?: readonly Finished[]) => Promise<void>;
}

/** A fault in force: done to requests on the line, or a step of its own that says how often it struck. */
export interface Force {
  readonly fate?: Fate;
  /** Which requests it may be done to; all that go to the office where not said. */
  readonly hits?: (passage: Parameters<Rule>[0]) => boolean;
  readonly step?: () => Promise<number>;
  readonly begin?: () => Promise<void>;
  readonly end?: () => Promise<void>;
  /** Wakes the sender in another way than the page's `online` event. */
  readonly wake?: () => Promise<void>;
}

/** One kind of fault. */
export interface Kind {
  readonly name: string;
  readonly family: 'going up' | 'coming down' | 'strangers' | 'office' | 'tablet';
  /** One line for people who read the table. */
  readonly what: string;
  /** Share of the injections, against 1 for the cheap ones. */
  readonly weight: number;
  /** How likely it is for a request it may be done to; 0.65 where not said. */
  readonly rate?: number;
  readonly force: (tools: Tools) => Force;
}

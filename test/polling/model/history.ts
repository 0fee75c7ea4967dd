import fc from 'fast-check';
import type { Crash } from '../../support/poller.ts';

/** What goes wrong with one request of a poll. */
export type Trouble = 'none' | 'error' | 'page';

export interface Edit {
	/** The request's number within the poll. */
	readonly before: number;
	readonly place: number;
	readonly removes: boolean;
}

/** One thing that happens. Times are milliseconds; places are counted around. */
export type Step =
	| { readonly kind: 'create'; readonly late: number }
	| { readonly kind: 'update'; readonly place: number; readonly late: number }
	| { readonly kind: 'remove'; readonly place: number }
	/** A mass change: all at one time, or some milliseconds apart. */
	| { readonly kind: 'burst'; readonly size: number; readonly apart: number }
	| { readonly kind: 'advance'; readonly by: number }
	/** Of the ERP's clock. */
	| { readonly kind: 'setBack'; readonly by: number }
	/** Of n8n's clock, either way. */
	| { readonly kind: 'n8nClock'; readonly by: number }
	| { readonly kind: 'daylightSaving'; readonly offset: number }
	| {
			readonly kind: 'poll';
			readonly trouble: Trouble;
			/** The request that it hits. */
			readonly at: number;
			readonly crash: Crash | undefined;
			/** What others do before a request of the poll is answered. */
			readonly edits: readonly Edit[];
	  }
	| { readonly kind: 'restart' };

export interface HistorySettings {
	readonly crashes: boolean;
	readonly troubles?: boolean;
	readonly setsBack?: boolean;
}

/** Less than the overlap of 120 s, also together with a clock that was set back. */
const longestLateness = 50_000;
export const longestSetBack = 50_000;

const late = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(0) },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: longestLateness }) },
);
const place = fc.nat(30);

function poll({ crashes, troubles = true }: HistorySettings): fc.Arbitrary<Step> {
	return fc.record({
		kind: fc.constant('poll' as const),
		trouble: troubles
			? fc.oneof(
					{ weight: 8, arbitrary: fc.constant('none' as const) },
					{
						weight: 1,
						arbitrary: fc.constantFrom('error' as const, 'page' as const),
					},
				)
			: fc.constant('none' as const),
		at: fc.nat(3),
		crash: crashes
			? fc.oneof(
					{ weight: 3, arbitrary: fc.constant(undefined) },
					{
						weight: 1,
						arbitrary: fc.constantFrom(
							'beforeAll' as const,
							'stateOnly' as const,
							'executionOnly' as const,
						),
					},
				)
			: fc.constant(undefined),
		edits: fc.array(
			fc.record({
				before: fc.nat(5),
				place,
				removes: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
			}),
			{ maxLength: 2 },
		),
	});
}

function step(settings: HistorySettings): fc.Arbitrary<Step> {
	const one = <T extends Step>(arbitrary: fc.Arbitrary<T>, weight: number) => ({
		arbitrary,
		weight,
	});
	return fc.oneof(
		one(fc.record({ kind: fc.constant('create' as const), late }), 4),
		one(fc.record({ kind: fc.constant('update' as const), place, late }), 6),
		one(fc.record({ kind: fc.constant('remove' as const), place }), 1),
		one(
			fc.record({
				kind: fc.constant('burst' as const),
				size: fc.integer({ min: 2, max: 45 }),
				apart: fc.constantFrom(0, 0, 10, 2000),
			}),
			1,
		),
		one(
			fc.record({
				kind: fc.constant('advance' as const),
				by: fc.integer({ min: 1, max: 300_000 }),
			}),
			5,
		),
		...(settings.setsBack === false
			? []
			: [
					one(
						fc.record({
							kind: fc.constant('setBack' as const),
							by: fc.integer({ min: 1, max: longestSetBack }),
						}),
						1,
					),
				]),
		one(
			fc.record({
				kind: fc.constant('n8nClock' as const),
				by: fc.integer({ min: -50_000_000, max: 50_000_000 }),
			}),
			1,
		),
		one(
			fc.record({
				kind: fc.constant('daylightSaving' as const),
				offset: fc.constantFrom(-480, -420, 60, 120, 330),
			}),
			1,
		),
		one(poll(settings), 7),
		...(settings.crashes ? [one(fc.constant({ kind: 'restart' } as const), 1)] : []),
	);
}

/** Random histories of an ERP and of the polls that watch it. */
export function histories(settings: HistorySettings): fc.Arbitrary<Step[]> {
	return fc.array(step(settings), { minLength: 3, maxLength: 24 });
}

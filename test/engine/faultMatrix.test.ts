import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { faultNames, faultsByName } from '../sandbox/faultCatalog.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { authentications } from '../support/acumaticaRun.ts';
import { matrixTable, type Cell } from './faultMatrix/matrixTable.ts';
import { operations, runCell } from './faultMatrix/runCell.ts';

jest.mock('../../nodes/Acumatica/transport/clock', () =>
	jest.requireActual('../support/virtualTime.ts'),
);

/**
 * Every fault on every operation with every credential: each cell is a run of n8n's engine over a real
 * socket, judged by what the sandbox has really stored. Waits take no time.
 */
const document = resolve(__dirname, '../../docs/fault-matrix.md');
const cells: Cell[] = [];
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ license: { users: 10_000 } });
});
afterAll(async () => await sandbox.close());

describe.each(authentications)('with the credential %s', (authentication) => {
	describe.each(faultNames.map((name) => [faultsByName[name].title, name] as const))(
		'%s',
		(_title, fault) => {
			test.each(operations.map(({ title }) => title))('on %s', async (title) => {
				const operation = operations.find((each) => each.title === title);
				if (operation === undefined) throw new Error(`No operation ${title}`);
				const cell = await runCell(sandbox, authentication, operation, fault);
				cells.push(cell);
				expect(cell.verdicts).toEqual([]);
			});
		},
	);
});

test('docs/fault-matrix.md shows these outcomes (UPDATE_DOCS=1 writes it anew)', () => {
	const table = matrixTable(cells);
	if (process.env.UPDATE_DOCS === '1') writeFileSync(document, table);
	expect(readFileSync(document, 'utf8')).toBe(table);
});

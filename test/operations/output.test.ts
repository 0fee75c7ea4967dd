import { recordOutput } from '../../nodes/Acumatica/operations/output';
import { operationCall } from '../support/operationCall.ts';

const record = { id: 'x', rowNumber: 1, OrderNbr: { value: '1' }, Date: {}, _links: {} };

test.each([[{ simplify: true }], [{}]])('with %p the item holds plain values', (parameters) => {
	expect(recordOutput(operationCall(parameters))(record)).toEqual({
		json: { id: 'x', OrderNbr: '1', Date: null },
		pairedItem: { item: 3 },
	});
});

test('with Simplify off it holds the record as it came', () => {
	expect(recordOutput(operationCall({ simplify: false }))(record)).toEqual({
		json: record,
		pairedItem: { item: 3 },
	});
});

test('anything but yes and no is refused', () => {
	expect(() => recordOutput(operationCall({ simplify: 'maybe' }))).toThrow(
		'The parameter "Simplify" cannot be used',
	);
});

import * as fc from 'fast-check';
import { readFault } from '../../nodes/Acumatica/contract/fault';

const read = (body: unknown) => readFault(JSON.stringify(body));
const stack =
	'   at PX.Data.PXGraph.Persist() in C:\\build\\Graph.cs:line 12\r\n   at System.Web.Main()';

describe('an error of the ERP', () => {
	it('is told by its exception, not by the general message', () => {
		const fault = read({
			message: 'An error has occurred.',
			exceptionMessage: 'Error: Invalid credentials. Please try again.',
			exceptionType: 'PX.Data.PXException',
			stackTrace: stack,
		});
		expect(fault).toEqual({
			message: 'Error: Invalid credentials. Please try again.',
			fields: [],
			exceptionType: 'PX.Data.PXException',
			isWebPage: false,
		});
	});

	it('is read in the capital letters of older builds, too', () => {
		const body = {
			Message: 'An error has occurred.',
			ExceptionMessage: 'Broken.',
			ExceptionType: 'X',
		};
		expect(read(body)).toMatchObject({ message: 'Broken.', exceptionType: 'X' });
	});

	it.each([
		['the innermost cause', 'Top.', 'Middle.', 'Top. Middle. Cause.'],
		['the cause alone where the rest is general', 'An error has occurred.', undefined, 'Cause.'],
		['the same text once', 'Cause.', 'Cause.', 'Cause.'],
	])('leads to %s', (_what, top, middle, message) => {
		const cause = { message: 'An error has occurred.', exceptionMessage: 'Cause.' };
		const inner = { exceptionMessage: middle, innerException: cause };
		expect(read({ exceptionMessage: top, innerException: inner }).message).toBe(message);
	});

	it('without an exception has its message, or the detail of it', () => {
		expect(read({ message: 'No.', messageDetail: 'More.' }).message).toBe('No.');
		expect(read({ message: ' ', messageDetail: 'More.' }).message).toBe('More.');
		expect(read({ odd: true }).message).toBe('');
	});

	it('is one line, cut where it is long', () => {
		const body = { exceptionMessage: `Fields:\r\n  A: BQL delegate\r\nB ${'x'.repeat(700)}` };
		expect(read(body).message).toMatch(/^Fields: A: BQL delegate B x+…$/);
		expect(read(body).message).toHaveLength(601);
	});
});

describe('a refused request', () => {
	it('names each field of the model state', () => {
		const modelState = {
			'': ['The request body should not be empty.'],
			'entity.CustomerID': ['Error converting value.', 'Not allowed.'],
			'entity.EntityUsageType': ['Wrong.'],
			EntityUsageType: ['Bad.'],
			entity: 'Missing.',
		};
		expect(read({ message: 'The request is invalid.', modelState })).toMatchObject({
			message: 'The request is invalid.',
			fields: [
				{ path: '', message: 'The request body should not be empty.' },
				{ path: 'CustomerID', message: 'Error converting value.' },
				{ path: 'CustomerID', message: 'Not allowed.' },
				{ path: 'EntityUsageType', message: 'Wrong.' },
				{ path: 'EntityUsageType', message: 'Bad.' },
				{ path: '', message: 'Missing.' },
			],
		});
	});
});

describe('the echo of a record that failed validation', () => {
	const echo = {
		id: 'a',
		error: "Inserting 'AP Transactions' record raised at least one error.",
		Vendor: { value: 'V1' },
		Project: { value: 'T  ', error: "Project 'T  ' cannot be found in the system." },
		Details: [
			{ Qty: { value: 1 } },
			{ error: 'Row.', Qty: { value: 'x', error: 'No\r\nnumber.' } },
		],
		MainContact: { Address: { City: { error: 'Empty.' } } },
		custom: { Document: { UsrX: { type: 'CustomIntField', value: 'x', error: 'Custom.' } } },
		_links: { self: { error: 'no field' } },
	};

	it('names each field that was refused, with the path to it, and the text on top', () => {
		expect(read(echo)).toEqual({
			message: "Inserting 'AP Transactions' record raised at least one error.",
			fields: [
				{ path: 'Project', message: "Project 'T  ' cannot be found in the system." },
				{ path: 'Details[1]', message: 'Row.' },
				{ path: 'Details[1].Qty', message: 'No number.' },
				{ path: 'MainContact.Address.City', message: 'Empty.' },
				{ path: 'custom.Document.UsrX', message: 'Custom.' },
			],
			isWebPage: false,
		});
	});

	it('does not take values that look like errors for errors', () => {
		expect(
			read({ Description: { value: 'error' }, Status: { value: 'x', error: '' } }).fields,
		).toEqual([]);
	});
});

describe('an OAuth error', () => {
	it('keeps its code beside its description: the code is what tells them apart', () => {
		const body = { error: 'invalid_grant', error_description: 'invalid_username_or_password' };
		expect(read(body)).toMatchObject({
			message: 'invalid_username_or_password',
			exceptionType: 'invalid_grant',
		});
		expect(read({ error: 'invalid_client' }).message).toBe('invalid_client');
	});
});

describe('a web page', () => {
	it('has its title for a message', () => {
		expect(readFault('\r\n<html><title>502 Bad\nGateway</title></html>')).toEqual({
			message: '502 Bad Gateway',
			fields: [],
			isWebPage: true,
		});
		expect(readFault('<h2>Not available</h2>')).toMatchObject({ message: '', isWebPage: true });
	});
});

describe('any other answer', () => {
	it.each([
		['', ''],
		['  ', ''],
		['"A text in quotes."', 'A text in quotes.'],
		[
			'The custom error module does not recognize this error.',
			'The custom error module does not recognize this error.',
		],
		['null', 'null'],
	])('%p is told as text', (text, message) => {
		expect(readFault(text)).toEqual({ message, fields: [], isWebPage: false });
	});
});

describe('a stack trace', () => {
	const frame = 'at PX.Data.PXGraph.Persist()';
	const withStack = (text: string) => ({
		exceptionMessage: text,
		stackTrace: stack,
		StackTrace: stack,
	});

	it('is never shown, however deep and in whatever shape it comes', () => {
		const shapes = fc.letrec((tie) => ({
			error: fc.record(
				{
					message: fc.constantFrom('An error has occurred.', 'Failed.'),
					exceptionMessage: fc.constantFrom('Cause.', `Cause.\r\n${stack}`),
					ExceptionMessage: fc.constantFrom('Cause.', `Cause. ---> X: Y\n${stack}`),
					stackTrace: fc.constant(stack),
					StackTrace: fc.constant(stack),
					innerException: tie('error'),
					InnerException: tie('error'),
					error: fc.constantFrom('Top.', `Top.\n${stack}`),
					Details: fc.array(fc.record({ error: fc.constantFrom('Row.', `Row.\n${stack}`) })),
				},
				{ requiredKeys: [] },
			),
		})).error;
		fc.assert(
			fc.property(shapes, (body) => {
				expect(JSON.stringify(read(body))).not.toContain(frame);
			}),
			{ numRuns: 500 },
		);
	});

	it.each([
		['an answer that broke off', JSON.stringify(withStack('Cause.')).slice(0, -4)],
		['a list of errors', JSON.stringify([withStack('Cause.')])],
		['plain text', `System.Exception: Cause.\r\n${stack}`],
		['a text in quotes', JSON.stringify(`Cause.\n${stack}`)],
	])('is not shown from %s', (_what, text) => {
		expect(JSON.stringify(readFault(text))).not.toContain(frame);
		expect(readFault(text).message).toContain('Cause.');
	});
});

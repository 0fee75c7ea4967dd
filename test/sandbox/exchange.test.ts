import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { segmentsInSite, targetOf } from './exchange.ts';
import { Refusal } from './reply.ts';

function messageTo(url: string): IncomingMessage {
	const message = new IncomingMessage(new Socket());
	message.url = url;
	return message;
}

describe('an address', () => {
	it('is split into a decoded path and a query', () => {
		const { path, query } = targetOf(
			messageTo("/Site/entity/A%20B?$filter=Name%20eq%20'%26'&$top=1"),
		);
		expect(path).toBe('/Site/entity/A B');
		expect(query.get('$filter')).toBe("Name eq '&'");
		expect(query.get('$top')).toBe('1');
	});

	it('loses a plus sign that was not encoded', () => {
		expect(targetOf(messageTo('/x?$filter=a+b')).query.get('$filter')).toBe('a b');
	});

	it('with a broken escape is refused', () => {
		expect(() => targetOf(messageTo('/x/%E0%A4%A'))).toThrow(Refusal);
	});

	it('separates at an encoded slash too', () => {
		const { path } = targetOf(messageTo('/Site/entity/X/A%2FB'));
		expect(segmentsInSite('Site', path)).toEqual(['entity', 'X', 'A', 'B']);
	});

	it('may name a window of the browser, which says nothing', () => {
		expect(segmentsInSite('Site', '/Site/(W(10005))/entity/X')).toEqual(['entity', 'X']);
		expect(segmentsInSite('', '/(W(1))/entity')).toEqual(['entity']);
		expect(segmentsInSite('Site', '/Site/entity/(W(1))')).toEqual(['entity', '(W(1))']);
	});

	it('is outside the instance without the site', () => {
		expect(segmentsInSite('Site', '/entity')).toBeUndefined();
		expect(segmentsInSite('Site', '/site/entity/')).toEqual(['entity']);
		expect(segmentsInSite('', '/entity')).toEqual(['entity']);
	});
});

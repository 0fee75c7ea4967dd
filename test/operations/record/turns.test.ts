import { inTurn } from '../../../nodes/Acumatica/operations/record/turns';

test('who works on the same thing waits, others do not', async () => {
	const log: string[] = [];
	const work = (name: string) => async () => {
		log.push(`${name} begins`);
		await Promise.resolve();
		log.push(`${name} ends`);
		return name;
	};
	const results = [inTurn('a', work('1')), inTurn('a', work('2')), inTurn('b', work('3'))];
	expect(await Promise.all(results)).toEqual(['1', '2', '3']);
	expect(log.indexOf('2 begins')).toBeGreaterThan(log.indexOf('1 ends'));
	expect(log.indexOf('3 begins')).toBeLessThan(log.indexOf('1 ends'));
});

test('what fails is told to its own caller only', async () => {
	const failing = inTurn('a', async () => await Promise.reject(new Error('mine')));
	const other = inTurn('a', async () => 'fine');
	await expect(failing).rejects.toThrow('mine');
	expect(await other).toBe('fine');
});

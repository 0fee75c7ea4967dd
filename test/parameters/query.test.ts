import { readByTheErp } from '../../nodes/Acumatica/parameters/query';

test('messages name the parameters whose text the ERP reads', () => {
	expect(readByTheErp({ filter: '', select: [] })).toEqual([]);
	expect(
		readByTheErp({ filter: "A eq 'x'", select: ['A'], expand: ['B'], custom: ['C.D'] }),
	).toEqual(['Filter String', 'Select', 'Expand', 'Custom Fields']);
});

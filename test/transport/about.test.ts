import { subject } from '../../nodes/Acumatica/transport/about';

test.each([
	[{ doing: 'read' }, 'Acumatica'],
	[{ doing: 'read', entity: 'Customer' }, 'Customer'],
	[{ doing: 'read', entity: 'Customer', record: '' }, 'Customer'],
	[{ doing: 'read', entity: 'SalesOrder', record: 'SO/000042' }, 'SalesOrder "SO/000042"'],
])('the subject of %j is %s', (about, words) => expect(subject(about)).toBe(words));

import { allMatch } from '../../nodes/Acumatica/contract/matchFilter';
import { findMember } from '../../nodes/Acumatica/contract/member';
import { endpointModel, placeIn } from './endpointModel.ts';

const place = placeIn(endpointModel(), 'SalesOrder');
const filter = (...fields: ReadonlyArray<readonly [string, string | number | boolean]>) =>
	allMatch(fields.map(([name, value]) => ({ name, found: findMember(place, name), value })));

test.each([
	[filter(['CustomerOrder', "O'Brien"]), "CustomerOrder eq 'O''Brien'"],
	[
		filter(['OrderType', 'SO'], ['ControlTotal', '12.50']),
		"OrderType eq 'SO' and ControlTotal eq 12.50M",
	],
	[filter(['ShipToAddress.City', 'Graz']), "ShipToAddress/City eq 'Graz'"],
	[filter(['Date', '2026-01-31']), "Date eq datetimeoffset'2026-01-31'"],
	[filter(['Document.UsrShippingFee', 5]), "cf.Decimal(f='Document.UsrShippingFee') eq 5M"],
	[filter(['UsrWebOrderNbr', 'W-1']), "cf.String(f='Document.UsrWebOrderNbr') eq 'W-1'"],
	[allMatch([{ name: 'Some.Field', found: undefined, value: 5 }]), 'Some/Field eq 5'],
])('%s', (written, expected) => expect(written).toBe(expected));

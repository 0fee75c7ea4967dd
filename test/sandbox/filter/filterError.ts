/**
 * A filter that the ERP refuses. All refusals on record were answered with 500; the exception types and
 * the wording are not on record.
 */
export class FilterError extends Error {
	override readonly name = 'FilterError';
	readonly status: number = 500;
	readonly exceptionType: string;

	constructor(message: string, exceptionType = 'Microsoft.Data.OData.ODataException') {
		super(message);
		this.exceptionType = exceptionType;
	}
}

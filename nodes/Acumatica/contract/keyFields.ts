/**
 * Key fields of entities of the Default endpoint, in the order of the form. The contract does not
 * publish them. Certain ones are those of the official request collections and of the forms' own keys;
 * a guess is the one field that is named like the form's document number or ID.
 */
export type KeyFieldCertainty = 'certain' | 'guessed' | 'unknown';

const certain: Readonly<Record<string, string>> = {
	Account: 'AccountCD',
	AccountGroup: 'AccountGroupID',
	Appointment: 'ServiceOrderType/AppointmentNbr',
	Bill: 'Type/ReferenceNbr',
	BusinessAccount: 'BusinessAccountID',
	Case: 'CaseID',
	CashSale: 'Type/ReferenceNbr',
	ChangeOrder: 'RefNbr',
	Check: 'Type/ReferenceNbr',
	Contact: 'ContactID',
	CostCode: 'CostCodeID',
	Customer: 'CustomerID',
	CustomerClass: 'ClassID',
	CustomerLocation: 'Customer/LocationID',
	Employee: 'EmployeeID',
	ExpenseClaim: 'RefNbr',
	InventoryAdjustment: 'ReferenceNbr',
	InventoryIssue: 'ReferenceNbr',
	InventoryReceipt: 'ReferenceNbr',
	Invoice: 'Type/ReferenceNbr',
	ItemClass: 'ClassID',
	ItemWarehouse: 'InventoryID/WarehouseID',
	JournalTransaction: 'Module/BatchNbr',
	KitAssembly: 'Type/ReferenceNbr',
	KitSpecification: 'KitInventoryID/RevisionID',
	Lead: 'LeadID',
	Ledger: 'LedgerID',
	NonStockItem: 'InventoryID',
	Opportunity: 'OpportunityID',
	Payment: 'Type/ReferenceNbr',
	PaymentMethod: 'PaymentMethodID',
	Project: 'ProjectID',
	ProjectTask: 'ProjectID/ProjectTaskID',
	PurchaseOrder: 'Type/OrderNbr',
	PurchaseReceipt: 'Type/ReceiptNbr',
	SalesInvoice: 'Type/ReferenceNbr',
	SalesOrder: 'OrderType/OrderNbr',
	Salesperson: 'SalespersonID',
	ServiceOrder: 'ServiceOrderType/ServiceOrderNbr',
	ShipVia: 'CarrierID',
	Shipment: 'ShipmentNbr',
	StockItem: 'InventoryID',
	Subaccount: 'SubaccountCD',
	Tax: 'TaxID',
	TaxCategory: 'TaxCategoryID',
	TaxZone: 'TaxZoneID',
	TransferOrder: 'ReferenceNbr',
	Vendor: 'VendorID',
	VendorClass: 'ClassID',
	Warehouse: 'WarehouseID',
};

const guessed: Readonly<Record<string, string>> = {
	Carrier: 'CarrierID',
	Currency: 'CurrencyID',
	DeductionBenefitCode: 'DeductionBenefitCodeID',
	DiscountCode: 'DiscountCodeID',
	EarningTypeCode: 'EarningTypeCodeID',
	EmployeePayrollClass: 'EmployeePayrollClassID',
	FOBPoint: 'FOBPointID',
	PTOBank: 'PTOBankID',
	PayGroup: 'PayGroupID',
	PayrollUnionLocal: 'PayrollUnionLocalID',
	PhysicalInventoryCount: 'ReferenceNbr',
	PhysicalInventoryReview: 'ReferenceNbr',
	ProFormaInvoice: 'RefNbr',
	ProjectTemplate: 'ProjectTemplateID',
	ProjectTemplateTask: 'ProjectTemplateID/ProjectTemplateTaskID',
	ProjectTransaction: 'Module/ReferenceNbr',
	SalesPriceWorksheet: 'ReferenceNbr',
	Subcontract: 'SubcontractNbr',
	TimeEntry: 'TimeEntryID',
	UnionLocal: 'UnionLocalID',
	VendorPriceWorksheet: 'ReferenceNbr',
	WorkCalendar: 'WorkCalendarID',
	WorkLocation: 'WorkLocationID',
};

/**
 * Key fields of an entity, and how certain they are. Unknown ones are an empty list: then a record is
 * addressed by whatever the user enters.
 */
export function keyFieldsOf(entity: string): {
	readonly names: readonly string[];
	readonly certainty: KeyFieldCertainty;
} {
	if (Object.hasOwn(certain, entity))
		return { names: names(certain[entity]), certainty: 'certain' };
	if (Object.hasOwn(guessed, entity))
		return { names: names(guessed[entity]), certainty: 'guessed' };
	return { names: [], certainty: 'unknown' };
}

function names(joined = ''): string[] {
	return joined.split('/');
}

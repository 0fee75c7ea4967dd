/** A credential that cannot work; `message` names the field and the way out. */
export class AccountFault extends Error {
	override readonly name = 'AccountFault';
}

import { posix } from 'node:path';
import ts from 'typescript';

/** A TypeScript file of the project: its path from the project's folder, with `/`, and its text. */
export interface Source {
	readonly path: string;
	readonly text: string;
}

/** A name that is used somewhere in a file. */
export interface Use {
	readonly name: string;
	readonly line: number;
}

export interface FunctionSize extends Use {
	readonly lines: number;
}

/** What the rules want to know about a file, read from its syntax tree. */
export interface SourceFacts {
	readonly path: string;
	readonly lines: number;
	/** Module names as written, of `import`, `export ... from`, `import()`, `require()` and types. */
	readonly imports: readonly Use[];
	/** Identifiers that stand for a value of their own, not for a member of something. */
	readonly identifiers: readonly Use[];
	readonly anyTypes: readonly Use[];
	readonly functions: readonly FunctionSize[];
	/** False where the compiler would leave nothing behind: only types and passed-on exports. */
	readonly hasCode: boolean;
}

/** Parses a file; nothing is compiled or run. */
export function sourceFacts({ path, text }: Source): SourceFacts {
	const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
	const imports: Use[] = [];
	const identifiers: Use[] = [];
	const anyTypes: Use[] = [];
	const functions: FunctionSize[] = [];
	const line = (node: ts.Node) => tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
	const visit = (node: ts.Node): void => {
		const module = importedModule(node);
		if (module !== undefined) imports.push({ name: module, line: line(node) });
		if (ts.isIdentifier(node) && standsAlone(node)) {
			identifiers.push({ name: node.text, line: line(node) });
		}
		if (node.kind === ts.SyntaxKind.AnyKeyword) anyTypes.push({ name: 'any', line: line(node) });
		if (ts.isFunctionLike(node) && 'body' in node && node.body) {
			const last = tree.getLineAndCharacterOfPosition(node.end).line + 1;
			const lines = last - line(node) + 1;
			functions.push({ name: functionName(node), line: line(node), lines });
		}
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return {
		path,
		lines: text.trimEnd().split('\n').length,
		imports,
		identifiers,
		anyTypes,
		functions,
		hasCode: tree.statements.some(leavesCode),
	};
}

/** The path that a relative import means; undefined for a package. */
export function importedPath(importer: string, module: string): string | undefined {
	if (!module.startsWith('.')) return undefined;
	const path = posix.join(posix.dirname(importer), module);
	return /\.(ts|js|mjs|cjs|json)$/.test(path) ? path : `${path}.ts`;
}

function importedModule(node: ts.Node): string | undefined {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
		return text(node.moduleSpecifier);
	}
	if (ts.isExternalModuleReference(node)) return text(node.expression);
	if (ts.isImportTypeNode(node)) {
		return ts.isLiteralTypeNode(node.argument) ? text(node.argument.literal) : undefined;
	}
	if (!ts.isCallExpression(node)) return undefined;
	const { expression } = node;
	const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
	if (!isRequire && expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
	// What is loaded under a computed name cannot be checked, so it gets a name that no list allows.
	return text(node.arguments[0]) ?? '<computed>';
}

function text(node: ts.Node | undefined): string | undefined {
	return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** Not `x.setTimeout`, not `{ setTimeout: 1 }`, not a member of a type: the name itself. */
function standsAlone(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
	if (ts.isQualifiedName(parent)) return parent.right !== node;
	if (ts.isBindingElement(parent)) return parent.propertyName !== node;
	const isMember =
		ts.isPropertyAssignment(parent) ||
		ts.isPropertySignature(parent) ||
		ts.isPropertyDeclaration(parent) ||
		ts.isMethodDeclaration(parent) ||
		ts.isMethodSignature(parent) ||
		ts.isAccessor(parent);
	return !(isMember && parent.name === node);
}

function functionName(node: ts.SignatureDeclaration): string {
	if (node.name) return node.name.getText();
	const { parent } = node;
	const named = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
	return named ? parent.name.getText() : '<anonymous>';
}

function leavesCode(statement: ts.Statement): boolean {
	return !(
		ts.isImportDeclaration(statement) ||
		ts.isExportDeclaration(statement) ||
		ts.isInterfaceDeclaration(statement) ||
		ts.isTypeAliasDeclaration(statement)
	);
}

const { dest, parallel, src } = require('gulp');

/** Icons and codex files lie beside the sources; n8n looks for them beside the compiled code. */
const beside = (folder) => () =>
	src([`${folder}/**/*.svg`, `${folder}/**/*.node.json`], { encoding: false }).pipe(
		dest(`dist/${folder}`),
	);

exports.default = parallel(
	Object.assign(beside('nodes'), { displayName: 'nodes' }),
	Object.assign(beside('credentials'), { displayName: 'credentials' }),
);

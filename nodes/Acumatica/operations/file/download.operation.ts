import type { INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import { endpointPath } from '../../contract/endpoint';
import { isGuid, keyLabel } from '../../contract/recordKey';
import { RecordFault } from '../../contract/recordFault';
import type { Operation, OperationCall } from '../operation';
import { commonOptions, optionsProperty } from '../../parameters/options';
import { entityProperty, recordKeyProperty } from '../../parameters/properties';
import { chosenEndpoint, readEntity, requireRecordKey } from '../recordTarget';
import {
	fileNamePatternProperty,
	fileNameProperty,
	outputFieldProperty,
	readBinaryField,
	readFileName,
	readText,
} from './parameters';
import { fetchFile } from './fetchFile';
import { readWantedFiles } from './recordFiles';

const ofRecord = { show: { downloadBy: ['record'] } };
const byId = { show: { downloadBy: ['fileId'] } };

export const download: Operation = {
	option: {
		name: 'Download',
		value: 'download',
		action: 'Download files',
		description: 'Download the files of a record, or one file by its ID',
	},
	properties: [
		{
			displayName: 'Download By',
			name: 'downloadBy',
			type: 'options',
			options: [
				{ name: 'Record', value: 'record', description: 'All files of a record, or some by name' },
				{
					name: 'File ID',
					value: 'fileId',
					description: 'One file, by the ID that Get Many lists',
				},
			],
			default: 'record',
			description: 'What to download: the files of a record, or one file',
		},
		{ ...entityProperty, displayOptions: ofRecord },
		{ ...recordKeyProperty, displayOptions: ofRecord },
		{ ...fileNamePatternProperty, displayOptions: ofRecord },
		{
			displayName: 'File ID',
			name: 'fileId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 5f5b1c2e-8a3e-4d6b-9c1d-2f4b8f5c1a11',
			displayOptions: byId,
			description: 'ID of the file, as Get Many lists it',
		},
		{
			...fileNameProperty,
			displayOptions: byId,
			description: 'Name for the file. By default the one that Acumatica tells, else the ID.',
		},
		outputFieldProperty,
		optionsProperty('branch', 'detailFiles', ...commonOptions),
	],
	async execute(call) {
		const by = call.parameters.read('downloadBy', 'Download By', z.enum(['record', 'fileId']));
		return by === 'fileId' ? [await downloadById(call)] : await downloadOfRecord(call);
	},
};

async function downloadById(call: OperationCall): Promise<INodeExecutionData> {
	const id = readText(call, 'fileId', 'File ID').trim();
	if (!isGuid(id)) {
		throw new RecordFault(
			'File ID',
			id === ''
				? 'is empty. Enter the ID of a file, as Get Many lists it'
				: `holds "${id}", which is not the ID of a file. Take it from Get Many`,
		);
	}
	const endpoint = await chosenEndpoint(call);
	const { data, size } = await fetchFile(call, {
		id,
		fileName: readFileName(call),
		endpointPath: endpointPath(endpoint),
		about: { doing: `download the file ${id} from`, endpoint },
	});
	return {
		json: { id, fileName: data.fileName ?? id, size },
		binary: { [readBinaryField(call, outputFieldProperty)]: data },
		pairedItem: { item: call.itemIndex },
	};
}

async function downloadOfRecord(call: OperationCall): Promise<INodeExecutionData[]> {
	const target = await readEntity(call);
	const key = requireRecordKey(call, target);
	const property = readBinaryField(call, outputFieldProperty);
	const record = keyLabel(key);
	const items: INodeExecutionData[] = [];
	// One after the other: each is in memory where n8n keeps files in memory.
	for (const file of await readWantedFiles(call, target, key)) {
		const { data, size } = await fetchFile(call, {
			...file,
			endpointPath: target.path,
			about: target.about(`download "${file.fileName}" of`, { record }),
		});
		items.push({
			json: { ...file, size, entity: target.entity, record },
			binary: { [property]: data },
			pairedItem: { item: call.itemIndex },
		});
	}
	return items;
}

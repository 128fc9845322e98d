import type { CatalogueWords } from './index.ts';

type Limit = { days: number; unit: string };

const limit = ({ days, unit }: Limit) => `${days} ${unit === 'workday' ? 'working ' : ''}${days === 1 ? 'day' : 'days'}`;
const fields: Readonly<Record<string, string>> = {
  statutory: 'Statutory limit',
  promised: 'Promised limit',
  phone: 'Phone',
  supervision: 'Complaints phone',
  place: 'Place',
  conditions: 'Conditions',
  materials: 'Documents',
  name: 'Name',
  basis: 'Legal basis',
  fee: 'Fee',
  result: 'Result',
  visitsWhy: 'Reason for the visit',
};
const fieldName = (field: string) => fields[field] ?? field;

export const words: CatalogueWords = {
  refusals: {
    not_found: 'Not found. The number may be mistyped, or it is no longer there.',
    stale_version: 'Somebody has just changed this. Please look at what it says now and decide again.',
    successor_unknown: ({ successor }) => `There is no item “${successor}” to take over.`,
    draft_open: 'This item already has a draft; please go on with that one.',
    no_such_part: 'The draft no longer has this part; perhaps it was just removed. Please look at what it says now.',
    another_code: ({ code }) => `This is the draft of item ${code}; its code cannot change.`,
    begins_in_the_past: ({ today }) => `It can come into force today (${today}) at the earliest.`,
    silence_is_frozen: 'What silence means cannot be changed once it is published: applicants relied on it.',
    file_empty: 'The file is empty.',
    not_text: 'No text can be read from this file. Please save it as UTF-8 text or as XLSX.',
    not_this_format: 'The file is not in the format chosen. Save web pages as XLSX or CSV first.',
    old_excel: 'This is an old Excel file (.xls); please save it as .xlsx and try again.',
    broken_workbook: 'The workbook is damaged or has a password and cannot be opened.',
    too_large_unpacked: ({ mebibytes }) => `The workbook unpacks to more than ${mebibytes} MB and was not opened.`,
    too_many_rows: ({ most }) => `At most ${most} rows can be imported at once; please split the file.`,
    columns_unknown: 'No column could be recognised as the name of the item. Please say what each column is.',
    wrong_mapping: 'The description of the columns is not right.',
    sheets_skipped: ({ sheets }) => `Another ${sheets} sheets look like a catalogue and were not imported.`,
    not_json: 'This line is not JSON and was left out.',
    quote_not_closed: 'A quotation mark opened here never closes; the rows after it could not be told apart and were left out.',
    name_missing: 'The item has no name and was left out.',
    name_too_long: ({ length, most }) => `The name has ${length} characters, ${most} at most; it was left out.`,
    code_lost_digits: ({ written }) =>
      `The spreadsheet took the code for a number (${written}) and its last digits are lost. Make the column text and export again.`,
    code_repeated: ({ itemCode, first }) =>
      `Code ${itemCode} stands in row ${first} already and says something else; this row was left out.`,
    wrong_shape: 'This item is not written as it should be and was left out.',
    item_has_errors: 'This item still has errors and cannot be published.',
    item_doubtful: ({ path, problem }) => `Please check “${path}” (${problem}).`,
    row_repeated: ({ itemCode, first }) => `The same as row ${first} (${itemCode}); imported once.`,
    configured_here: ({ itemCode, version }) => `Item ${itemCode} has been configured here (version ${version}) and was not overwritten.`,
    code_missing: ({ code }) => `There is no code; it was given ${code}.`,
    code_rewritten: ({ written, code }) => `Code “${written}” was rewritten as ${code}.`,
    body_missing: 'No responsible office is named.',
    body_id_unusual: ({ id }) => `The office’s number ${id} is not a standard unified social credit code.`,
    kind_unknown: ({ written }) => (written ? `The kind of item “${written}” is not known.` : 'The kind of item is not given.'),
    audience_unknown: ({ written }) => `Not known who these are: ${written.join(', ')}.`,
    audience_missing: 'It does not say who it is for; persons and enterprises for now.',
    channel_unknown: ({ written }) => `Not known as a way to apply: ${written.join(', ')}.`,
    channel_missing: 'No way to apply is named; only the counter is open for now.',
    statutory_missing: 'No statutory limit is given.',
    promise_missing: ({ taken }) => `Nothing is promised; the statutory ${limit(taken)} count for now.`,
    limits_missing: ({ taken }) => `No limit is given; ${limit(taken)} count for now.`,
    promise_above_law: ({ promised, statutory }) =>
      `The promise of ${limit(promised)} is longer than the statutory ${limit(statutory)}; the law counts.`,
    limit_unreadable: ({ field, written }) => `${fieldName(field)}: “${written}” cannot be understood.`,
    limit_several_numbers: ({ field, written, taken }) =>
      `${fieldName(field)}: “${written}” has several numbers; taken as ${limit(taken)}.`,
    limit_rounded: ({ field, written, taken }) => `${fieldName(field)}: “${written}” was rounded to ${limit(taken)}.`,
    limit_in_hours: ({ field, written, taken }) => `${fieldName(field)}: “${written}” counts as ${limit(taken)}.`,
    limit_in_months: ({ field, written, taken }) => `${fieldName(field)}: “${written}” counts as ${limit(taken)}.`,
    limit_without_unit: ({ field, written }) => `${fieldName(field)}: “${written}” has no unit; taken as working days.`,
    visits_missing: ({ taken }) => `The number of visits is not given; ${taken} for now.`,
    visits_unreadable: ({ written, taken }) => `The number of visits “${written}” cannot be understood; ${taken} for now.`,
    mobile_number_removed: ({ field, count }) => `${fieldName(field)}: ${count} mobile ${count === 1 ? 'number' : 'numbers'} removed.`,
    text_shortened: ({ field, most }) => `${fieldName(field)}: too long, ${most} characters kept.`,
    materials_missing: 'No documents are given; if none are needed, write “none”.',
    too_many_materials: ({ count, most }) => `There are ${count} documents; ${most} were kept.`,
  },
};

type Limit = { days: number; unit: string };
type Written = { written: string };

const limit = ({ days, unit }: Limit) => `${days}个${unit === 'workday' ? '工作日' : '自然日'}`;
const fields: Readonly<Record<string, string>> = {
  statutory: '法定时限',
  promised: '承诺时限',
  phone: '咨询电话',
  supervision: '监督电话',
  place: '地点',
  conditions: '条件',
  materials: '材料',
  name: '名称',
  basis: '依据',
  fee: '收费',
  result: '结果',
  visitsWhy: '到场原因',
};
const fieldName = (field: string) => fields[field] ?? field;

export const words = {
  refusals: {
    not_found: '没有找到。编号可能写错了，或者已经不在了。',
    stale_version: '别人刚刚改过。请看一下现在的内容，再决定。',
    successor_unknown: ({ successor }: { successor: string }) => `没有“${successor}”这个事项，不能拿它来接替。`,
    draft_open: '这个事项已经有一份草稿，请接着那一份写。',
    no_such_part: '草稿里已经没有这一处，可能刚刚被删掉了。请看一遍最新的内容。',
    another_code: ({ code }: { code: string }) => `这是事项${code}的草稿，编码不能改。`,
    begins_in_the_past: ({ today }: { today: string }) => `生效日期最早是今天（${today}）。`,
    silence_is_frozen: '“到期没有答复怎么算”发布以后不能再改：申请人已经信了它。',
    // What an import says of a whole file.
    file_empty: '文件是空的。',
    not_text: '这个文件读不出文字。请存成 UTF-8 或者 GB18030 编码的文本，或者 XLSX。',
    not_this_format: '这个文件不是所选的格式。网页请先另存为 XLSX 或者 CSV。',
    old_excel: '这是旧版 Excel 文件（.xls），请另存为 .xlsx 再导入。',
    broken_workbook: '这个表格文件坏了，或者设了密码，打不开。',
    too_large_unpacked: ({ mebibytes }: { mebibytes: number }) => `这个表格解开后超过${mebibytes}MB，没有打开。`,
    too_many_rows: ({ most }: { most: number }) => `一次最多导入${most}行，请分成几份。`,
    columns_unknown: '认不出哪一列是事项名称。请指明每一列是什么。',
    wrong_mapping: '列的对应关系写得不对。',
    sheets_skipped: ({ sheets }: { sheets: number }) => `表格里还有${sheets}张像事项目录的工作表，没有导入。`,
    // What an import says of a row that it left out.
    not_json: '这一行不是JSON，没有导入。',
    quote_not_closed: '从这里起有一个引号没有结束，后面的行分不清，没有导入。',
    name_missing: '没有事项名称，没有导入。',
    name_too_long: ({ length, most }: { length: number; most: number }) => `名称有${length}个字，最多${most}个，没有导入。`,
    code_lost_digits: ({ written }: Written) => `编码被表格软件当成了数字（${written}），后面的位数已经丢了。请把这一列改成文本再导出。`,
    code_repeated: ({ itemCode, first }: { itemCode: string; first: number }) =>
      `编码${itemCode}在第${first}行已经有了，内容不同，没有导入。`,
    wrong_shape: '这一项的写法不对，没有导入。',
    item_has_errors: '这一项还有错误，不能发布。',
    // What an import had to guess.
    item_doubtful: ({ path, problem }: { path: string; problem: string }) => `请核对“${path}”（${problem}）。`,
    row_repeated: ({ itemCode, first }: { itemCode: string; first: number }) => `和第${first}行（${itemCode}）一样，只导入一次。`,
    configured_here: ({ itemCode, version }: { itemCode: string; version: number }) =>
      `事项${itemCode}已经在本系统配置过（第${version}版），没有覆盖。`,
    code_missing: ({ code }: { code: string }) => `没有编码，暂编为${code}。`,
    code_rewritten: ({ written, code }: Written & { code: string }) => `编码“${written}”改写成了${code}。`,
    body_missing: '没有写实施主体。',
    body_id_unusual: ({ id }: { id: string }) => `实施主体编码${id}不是标准的统一社会信用代码。`,
    kind_unknown: ({ written }: Written) => (written ? `认不出事项类型“${written}”。` : '没有写事项类型。'),
    audience_unknown: ({ written }: { written: readonly string[] }) => `认不出服务对象：${written.join('、')}。`,
    audience_missing: '没有写服务对象，先按个人和企业处理。',
    channel_unknown: ({ written }: { written: readonly string[] }) => `认不出办理方式：${written.join('、')}。`,
    channel_missing: '没有写办理方式，先只开窗口。',
    statutory_missing: '没有写法定时限。',
    promise_missing: ({ taken }: { taken: Limit }) => `没有写承诺时限，先按法定时限${limit(taken)}计算。`,
    limits_missing: ({ taken }: { taken: Limit }) => `没有写时限，先按${limit(taken)}计算。`,
    promise_above_law: ({ promised, statutory }: { promised: Limit; statutory: Limit }) =>
      `承诺时限${limit(promised)}比法定时限${limit(statutory)}长，按法定时限计算。`,
    limit_unreadable: ({ field, written }: Written & { field: string }) => `${fieldName(field)}“${written}”读不懂。`,
    limit_several_numbers: ({ field, written, taken }: Written & { field: string; taken: Limit }) =>
      `${fieldName(field)}“${written}”里有几个数，取了${limit(taken)}。`,
    limit_rounded: ({ field, written, taken }: Written & { field: string; taken: Limit }) =>
      `${fieldName(field)}“${written}”取整为${limit(taken)}。`,
    limit_in_hours: ({ field, written, taken }: Written & { field: string; taken: Limit }) =>
      `${fieldName(field)}“${written}”按${limit(taken)}计算。`,
    limit_in_months: ({ field, written, taken }: Written & { field: string; taken: Limit }) =>
      `${fieldName(field)}“${written}”按${limit(taken)}计算。`,
    limit_without_unit: ({ field, written }: Written & { field: string }) => `${fieldName(field)}“${written}”没有写单位，按工作日计算。`,
    visits_missing: ({ taken }: { taken: number }) => `没有写到现场次数，先按${taken}次。`,
    visits_unreadable: ({ written, taken }: Written & { taken: number }) => `到现场次数“${written}”读不懂，先按${taken}次。`,
    mobile_number_removed: ({ field, count }: { field: string; count: number }) => `${fieldName(field)}里有${count}个手机号码，已经去掉。`,
    text_shortened: ({ field, most }: { field: string; most: number }) => `${fieldName(field)}太长，只留了${most}个字。`,
    materials_missing: '没有写申请材料；如果不需要，请写“无”。',
    too_many_materials: ({ count, most }: { count: number; most: number }) => `有${count}份材料，只留了${most}份。`,
  },
};

// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.
type Limit = { days: number; unit: string };
type Written = { written: string };

const limit = ({ days, unit }: Limit) => `${days}個${unit === 'workday' ? '工作日' : '自然日'}`;
const fields: Readonly<Record<string, string>> = {
  statutory: '法定時限',
  promised: '承諾時限',
  phone: '諮詢電話',
  supervision: '監督電話',
  place: '地點',
  conditions: '條件',
  materials: '材料',
  name: '名稱',
  basis: '依據',
  fee: '收費',
  result: '結果',
  visitsWhy: '到場原因',
};
const fieldName = (field: string) => fields[field] ?? field;

export const words = {
  refusals: {
    not_found: '沒有找到。編號可能寫錯了，或者已經不在了。',
    stale_version: '別人剛剛改過。請看一下現在的內容，再決定。',
    successor_unknown: ({ successor }: { successor: string }) => `沒有“${successor}”這個事項，不能拿它來接替。`,
    draft_open: '這個事項已經有一份草稿，請接著那一份寫。',
    no_such_part: '草稿裡已經沒有這一處，可能剛剛被刪掉了。請看一遍最新的內容。',
    another_code: ({ code }: { code: string }) => `這是事項${code}的草稿，編碼不能改。`,
    begins_in_the_past: ({ today }: { today: string }) => `生效日期最早是今天（${today}）。`,
    silence_is_frozen: '“到期沒有答覆怎麼算”釋出以後不能再改：申請人已經信了它。',
    // What an import says of a whole file.
    file_empty: '檔案是空的。',
    not_text: '這個檔案讀不出文字。請存成 UTF-8 或者 GB18030 編碼的文本，或者 XLSX。',
    not_this_format: '這個檔案不是所選的格式。網頁請先另存為 XLSX 或者 CSV。',
    old_excel: '這是舊版 Excel 檔案（.xls），請另存為 .xlsx 再匯入。',
    broken_workbook: '這個表格檔案壞了，或者設了密碼，打不開。',
    too_large_unpacked: ({ mebibytes }: { mebibytes: number }) => `這個表格解開後超過${mebibytes}MB，沒有開啟。`,
    too_many_rows: ({ most }: { most: number }) => `一次最多匯入${most}行，請分成幾份。`,
    columns_unknown: '認不出哪一列是事項名稱。請指明每一列是什麼。',
    wrong_mapping: '列的對應關係寫得不對。',
    sheets_skipped: ({ sheets }: { sheets: number }) => `表格裡還有${sheets}張像事項目錄的工作表，沒有匯入。`,
    // What an import says of a row that it left out.
    not_json: '這一行不是JSON，沒有匯入。',
    quote_not_closed: '從這裡起有一個引號沒有結束，後面的行分不清，沒有匯入。',
    name_missing: '沒有事項名稱，沒有匯入。',
    name_too_long: ({ length, most }: { length: number; most: number }) => `名稱有${length}個字，最多${most}個，沒有匯入。`,
    code_lost_digits: ({ written }: Written) => `編碼被表格軟體當成了數字（${written}），後面的位數已經丟了。請把這一列改成文本再匯出。`,
    code_repeated: ({ itemCode, first }: { itemCode: string; first: number }) =>
      `編碼${itemCode}在第${first}行已經有了，內容不同，沒有匯入。`,
    wrong_shape: '這一項的寫法不對，沒有匯入。',
    item_has_errors: '這一項還有錯誤，不能釋出。',
    // What an import had to guess.
    item_doubtful: ({ path, problem }: { path: string; problem: string }) => `請核對“${path}”（${problem}）。`,
    row_repeated: ({ itemCode, first }: { itemCode: string; first: number }) => `和第${first}行（${itemCode}）一樣，只匯入一次。`,
    configured_here: ({ itemCode, version }: { itemCode: string; version: number }) =>
      `事項${itemCode}已經在本系統配置過（第${version}版），沒有覆蓋。`,
    code_missing: ({ code }: { code: string }) => `沒有編碼，暫編為${code}。`,
    code_rewritten: ({ written, code }: Written & { code: string }) => `編碼“${written}”改寫成了${code}。`,
    body_missing: '沒有寫實施主體。',
    body_id_unusual: ({ id }: { id: string }) => `實施主體編碼${id}不是標準的統一社會信用程式碼。`,
    kind_unknown: ({ written }: Written) => (written ? `認不出事項型別“${written}”。` : '沒有寫事項型別。'),
    audience_unknown: ({ written }: { written: readonly string[] }) => `認不出服務物件：${written.join('、')}。`,
    audience_missing: '沒有寫服務物件，先按個人和企業處理。',
    channel_unknown: ({ written }: { written: readonly string[] }) => `認不出辦理方式：${written.join('、')}。`,
    channel_missing: '沒有寫辦理方式，先只開視窗。',
    statutory_missing: '沒有寫法定時限。',
    promise_missing: ({ taken }: { taken: Limit }) => `沒有寫承諾時限，先按法定時限${limit(taken)}計算。`,
    limits_missing: ({ taken }: { taken: Limit }) => `沒有寫時限，先按${limit(taken)}計算。`,
    promise_above_law: ({ promised, statutory }: { promised: Limit; statutory: Limit }) =>
      `承諾時限${limit(promised)}比法定時限${limit(statutory)}長，按法定時限計算。`,
    limit_unreadable: ({ field, written }: Written & { field: string }) => `${fieldName(field)}“${written}”讀不懂。`,
    limit_several_numbers: ({ field, written, taken }: Written & { field: string; taken: Limit }) =>
      `${fieldName(field)}“${written}”裡有幾個數，取了${limit(taken)}。`,
    limit_rounded: ({ field, written, taken }: Written & { field: string; taken: Limit }) =>
      `${fieldName(field)}“${written}”取整為${limit(taken)}。`,
    limit_in_hours: ({ field, written, taken }: Written & { field: string; taken: Limit }) =>
      `${fieldName(field)}“${written}”按${limit(taken)}計算。`,
    limit_in_months: ({ field, written, taken }: Written & { field: string; taken: Limit }) =>
      `${fieldName(field)}“${written}”按${limit(taken)}計算。`,
    limit_without_unit: ({ field, written }: Written & { field: string }) => `${fieldName(field)}“${written}”沒有寫單位，按工作日計算。`,
    visits_missing: ({ taken }: { taken: number }) => `沒有寫到現場次數，先按${taken}次。`,
    visits_unreadable: ({ written, taken }: Written & { taken: number }) => `到現場次數“${written}”讀不懂，先按${taken}次。`,
    mobile_number_removed: ({ field, count }: { field: string; count: number }) => `${fieldName(field)}裡有${count}個手機號碼，已經去掉。`,
    text_shortened: ({ field, most }: { field: string; most: number }) => `${fieldName(field)}太長，只留了${most}個字。`,
    materials_missing: '沒有寫申請材料；如果不需要，請寫“無”。',
    too_many_materials: ({ count, most }: { count: number; most: number }) => `有${count}份材料，只留了${most}份。`,
  },
};

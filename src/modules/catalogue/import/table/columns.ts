import { fold } from '../../rules/search/fold.ts';
import { soundOf } from '../../rules/search/terms.ts';

/** What a column can be, and what other systems call it. The first names are the surest: where several columns fit, their cells are asked in this order. */
const namesByField = {
  code: '业务办理项编码 实施编码 事项编码 事项编号 实施清单编码 任务编码 权力编码 目录编码 基本编码 服务编码 编码 | TASK_CODE | ITEM_CODE | item code | service code | code | mã thủ tục | mã tthc | mã số tthc | mã số | mã',
  name: '业务办理项名称 事项名称 实施清单名称 任务名称 办理项名称 服务事项名称 权力名称 项目名称 服务事项 办理事项 名称 | TASK_NAME | ITEM_NAME | service name | name | tên thủ tục hành chính | tên thủ tục | tên tthc | thủ tục hành chính | thủ tục | tên',
  kind: '事项类型 权力类型 事项类别 事项性质 权力类别 | TASK_TYPE_TEXT | TASK_TYPE | kind | type | category | loại thủ tục | loại',
  handling: '办件类型 办理类型 | PROJECT_TYPE | handling type | hình thức giải quyết',
  bodyId: '实施主体编码 统一社会信用代码 实施机构编码 部门编码 组织机构代码 | DEPT_CODE | ORGCODE | agency id | mã cơ quan | mã đơn vị',
  bodyName:
    '实施主体名称 实施主体 实施机构 实施部门 实施单位 办理部门 承办单位 责任部门 主管部门 所属部门 部门名称 单位名称 办理单位 部门 单位 | DEPT_NAME | agency | department | office | unit | cơ quan thực hiện | cơ quan giải quyết | cơ quan | đơn vị',
  region: '行政区划代码 行政区划编码 区划代码 区划编码 | AREACODE | region code | region | mã địa bàn',
  level: '行使层级 办理层级 实施层级 层级 | MATTER_LEVEL | level | cấp thực hiện | cấp',
  statutory:
    '法定办结时限 法定办理时限 法定时限 法定期限 法定时间 法定工作日 | HANDLE_TIME | ANTICIPATE_DAY | statutory limit | statutory time limit | statutory days | legal time limit | thời hạn giải quyết | thời hạn theo quy định | thời gian giải quyết | thời hạn',
  statutoryUnit: '法定办结时限单位 法定时限单位 法定期限单位 | ANTICIPATE_TYPE',
  promised:
    '承诺办结时限 承诺办理时限 承诺时限 承诺期限 承诺时间 承诺工作日 办结时限 办理时限 | HANDLE_TIME_LIMIT | PROMISE_DAY | promised limit | promised time limit | promised days | promise | thời hạn cam kết | thời gian cam kết | thời hạn rút ngắn',
  promisedUnit: '承诺办结时限单位 承诺时限单位 承诺期限单位 | PROMISE_TYPE',
  visits:
    '到办事现场次数 到现场次数 现场次数 最多到现场次数 跑动次数 最多跑动次数 到场次数 | LIMIT_SCENE_NUM | VISIT_NUMBER | visits | number of visits | số lần đến | số lần đi lại',
  visitsWhy: '必须现场办理原因说明 必须现场办理原因 必须到现场原因 到现场原因 | reason for visit | lý do phải đến',
  audience:
    '服务对象 办理对象 申请对象 服务对象类型 | SERVE_TYPE | audience | applicants | applicant type | đối tượng thực hiện | đối tượng',
  themes: '主题分类 面向自然人事项主题分类 面向法人事项主题分类 自然人主题 法人主题 服务主题 主题 | THEME | theme | topic | lĩnh vực',
  words: '事项简称 简称 别名 俗称 常用名 日常用语 关键词 | keywords | also called | aliases | từ khóa | tên gọi khác',
  materials:
    '申请材料 申请材料名称 材料名称 所需材料 提交材料 办理材料 材料清单 申报材料 | MATERIAL_NAME | materials | documents | required documents | thành phần hồ sơ | hồ sơ | giấy tờ',
  phone:
    '咨询电话 咨询方式 联系电话 办公电话 | LINK_TEL | CONSULT_PHONE | phone | contact phone | telephone | điện thoại | số điện thoại | điện thoại liên hệ',
  supervision:
    '监督投诉电话 监督投诉方式 投诉电话 监督电话 监督方式 | SUPERVISE_TEL | COMPLAIN_PHONE | complaint phone | complaints | điện thoại phản ánh | đường dây nóng | phản ánh kiến nghị',
  place:
    '办理地点 受理地点 办事地点 办公地址 办理窗口 地址 | HANDLE_LOCATION | address | place | location | địa điểm thực hiện | địa điểm | địa chỉ',
  conditions:
    '受理条件 申请条件 办理条件 | ACCEPT_STANDARD | conditions | requirements | yêu cầu điều kiện thực hiện | yêu cầu điều kiện | điều kiện',
  basis: '设定依据 法律依据 实施依据 | legal basis | căn cứ pháp lý',
  fee: '收费标准 收费情况 是否收费 收费 | fee | fees | phí lệ phí | lệ phí | phí',
  result: '结果名称 办理结果 审批结果 结果样本 | result | outcome | kết quả thực hiện | kết quả',
  ways: '办理形式 办理方式 受理方式 | HANDLE_FORM | channels | how to apply | cách thức thực hiện | hình thức nộp',
  online:
    '是否网办 是否可网办 是否支持网上办理 网上办理深度 全程网办 网办深度 网上办理 | ONLINECHECK | online | apply online | dịch vụ công trực tuyến | mức độ dịch vụ công | mức độ',
  post: '是否支持物流快递 物流快递 是否支持快递 邮寄 | COURIER_SERVICE | courier | by post | bưu chính | bưu chính công ích',
  appointment: '是否支持预约办理 是否支持预约 预约办理 网上预约 | ONLINE_BOOK | appointment | đặt lịch hẹn | đặt lịch',
} as const;

export type Field = keyof typeof namesByField;
export const tableFields = Object.keys(namesByField) as Field[];
/** Columns by field, the one to ask first in front. */
export type Columns = Readonly<Partial<Record<Field, readonly number[]>>>;

type Known = { readonly field: Field; readonly rank: number };

/** 法定办结时限（工作日） *, FDBJSX and fa_ding_ban_jie_shi_xian are one header. */
function plainHeader(header: string): string {
  const outside = header.replace(/[（(【[<][^）)】\]>]*[）)】\]>]/g, ' ');
  return fold(outside.trim() === '' ? header : outside).replace(/[^\p{L}\p{N}]/gu, '');
}

const [exact, spelled] = readNames();

function readNames(): [Map<string, Known>, Map<string, Known>] {
  const names = new Map<string, Known>();
  const sounds = new Map<string, Known>();
  for (const field of tableFields) {
    const written: string = namesByField[field];
    const all = written.split('|').flatMap((part, index) => (index === 0 ? part.trim().split(' ') : [part]));
    for (const [rank, name] of all.entries()) {
      const plain = plainHeader(name);
      if (!names.has(plain)) names.set(plain, { field, rank });
      const { letters, initials } = soundOf(/\p{Script=Han}/u.test(plain) ? plain : '');
      for (const sound of [letters, initials]) if (sound.length > 3 && !sounds.has(sound)) sounds.set(sound, { field, rank });
    }
  }
  return [names, sounds];
}

/** What a header says its column is; of longer Chinese headers the end counts: 广东省事项名称 is a name, 事项名称说明 is not. */
function fieldOf(header: string): Known | undefined {
  const plain = plainHeader(header);
  const found = exact.get(plain) ?? spelled.get(plain);
  if (found || !/\p{Script=Han}/u.test(plain) || plain.length > 24) return found;
  const ends = [...exact].filter(([name]) => name.length >= 3 && /\p{Script=Han}/u.test(name) && plain.endsWith(name));
  return ends.sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

export function guessColumns(headers: readonly string[]): Columns {
  const known = headers.flatMap((header, index) => {
    const found = header.length > 60 ? undefined : fieldOf(header);
    return found ? [{ ...found, index }] : [];
  });
  const byField = Map.groupBy(known, ({ field }) => field);
  return Object.fromEntries([...byField].map(([field, all]) => [field, all.sort((a, b) => a.rank - b.rank).map(({ index }) => index)]));
}

export type Header = { readonly row: number; readonly columns: Columns; readonly score: number };

const firstRows = 15;

/** The row that names most columns, somewhere below titles and notes; it must name the items. */
export function findHeader(rows: readonly (readonly string[])[]): Header | undefined {
  const candidates = rows.slice(0, firstRows).map((headers, row) => {
    const columns = guessColumns(headers);
    return { row, columns, score: columns.name ? Object.keys(columns).length : 0 };
  });
  const best = candidates.reduce<Header | undefined>((most, one) => (one.score > (most?.score ?? 1) ? one : most), undefined);
  return best;
}

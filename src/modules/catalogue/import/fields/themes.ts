import { slugOf } from './codes.ts';

/** Themes of Chinese and Vietnamese portals → the codes that our own items use; others keep their sound. */
const themeWords: readonly (readonly [RegExp, string])[] = [
  [/^其[他它]$|^khác$|^other$/i, ''],
  [/生育|收养|出生|khai sinh/i, 'birth'],
  [/户籍|身份户籍|hộ (tịch|khẩu)/i, 'household-identity'],
  [/婚姻|民政|hôn nhân/i, 'family'],
  [/教育|升学|科研|giáo dục/i, 'school'],
  [/就业|找工作|劳动|人才|việc làm|lao động/i, 'work'],
  [/企业注销|^注销|giải thể/i, 'closing-a-business'],
  [/设立变更|创业|开办|khởi nghiệp|thành lập doanh nghiệp/i, 'start-a-business'],
  [/准营准办|行业准营/i, 'permits'],
  [/投资|立项|đầu tư/i, 'investment'],
  [/科技|知识产权|sở hữu trí tuệ/i, 'science-ip'],
  [/招标|公共资源|đấu thầu/i, 'public-resources'],
  [/退役|兵役|军人/i, 'veterans'],
  [/消费/i, 'consumer'],
  [/社会保[障险]|社保|bảo hiểm xã hội/i, 'social-insurance'],
  [/社会救助|优待抚恤|扶贫|trợ giúp/i, 'social-relief'],
  [/医疗|卫生|健康|y tế/i, 'medical'],
  [/养老|老人|残疾|người cao tuổi|khuyết tật/i, 'elderly-disabled'],
  [/住房|公积金|nhà ở/i, 'housing'],
  [/规划|建设|工程|xây dựng/i, 'construction'],
  [/国土|土地|不动产|đất đai/i, 'land-environment'],
  [/环保|环境|绿化|môi trường/i, 'land-environment'],
  [/交通|车辆|驾驶|giao thông/i, 'driving'],
  [/出境|入境|出入境|xuất nhập cảnh/i, 'entry-exit'],
  [/外国人|người nước ngoài/i, 'foreigners'],
  [/港澳|台侨/i, 'foreigners'],
  [/纳税|税务|财税|thuế/i, 'taxes'],
  [/司法|公证|法律|tư pháp|công chứng/i, 'legal'],
  [/文化|体育|旅游|văn hóa|thể thao|du lịch/i, 'culture-sports'],
  [/民族|宗教|tôn giáo/i, 'religion'],
  [/职业资格|执业|chứng chỉ hành nghề/i, 'certificates'],
  [/证件|证照|giấy tờ/i, 'certificates'],
  [/公用事业|水电|điện nước/i, 'utilities'],
  [/食品|药品|thực phẩm|dược/i, 'food'],
  [/农林|农业|渔|林业|nông nghiệp/i, 'farming'],
  [/消防|安全|公安|an ninh/i, 'safety'],
  [/死亡|殡葬|khai tử/i, 'after-death'],
];

const mostThemes = 20;

export function readThemes(written: readonly string[]): string[] {
  const codes = written.map((words) => themeWords.find(([known]) => known.test(words))?.[1] ?? slugOf(words));
  return [...new Set(codes)].filter((code) => /^[a-z0-9][a-z0-9-]{0,59}$/.test(code)).slice(0, mostThemes);
}

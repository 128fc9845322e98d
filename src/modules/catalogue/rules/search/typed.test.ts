import { describe, expect, it } from 'vitest';
import { buildIndex } from './index-build.ts';
import { search } from './query.ts';
import { sampleDocuments, sampleSynonyms } from './testing.ts';

const documents = sampleDocuments();
const index = buildIndex(documents, sampleSynonyms);
const nameOf = (id: number) => documents.find((document) => document.id === id)?.name['zh-Hans'] ?? '';
const top = (query: string, limit = 3) => search(index, query, { limit, offset: 0 }).hits.map(({ id }) => nameOf(id));

/** query → item expected among the first three */
const table = `
营业执照核发=营业执照核发
营业执照=营业执照核发
执照遗失=营业执照遗失补领
公司设立=公司设立登记
公司登记=公司设立登记
登记 公司 注销=公司注销登记
注销公司=公司注销登记
设立 分公司=分公司设立登记
食品许可=食品经营许可证核发
食品生产=食品生产许可证核发
药品许可证=药品经营许可证核发
施工许可=建筑工程施工许可证核发
规划许可证 建设工程=建设工程规划许可证核发
结婚登记=内地居民结婚登记
教师资格=教师资格认定
失业金=失业保险金申领
低保=最低生活保障对象认定
开饭店=食品经营许可证核发
开药店=药品经营许可证核发
开诊所=医疗机构执业登记
考驾照=机动车驾驶证初次申领
二手车过户=机动车转让登记
老人去世=死亡注销户口登记
网约车=网络预约出租汽车驾驶员证核发
ktv=娱乐场所经营许可
宠物医院=动物诊疗许可证核发
砍树=林木采伐许可证核发
准生证=生育登记
暂住证=居住证申领
刻章=公章刻制备案
外地看病=异地就医备案
我想开公司=公司设立登记
怎么开公司=公司设立登记
开公司需要什么材料=公司设立登记
如何办理营业执照=营业执照核发
办营业执照=营业执照核发
营业执照怎么办=营业执照核发
营业执照丢了怎么补办=营业执照遗失补领
请问身份证丢了怎么办=居民身份证丢失补领
我想给孩子上户口=新生儿出生登记
孩子上学要怎么弄=义务教育入学登记
我的驾照到期了怎么换=机动车驾驶证期满换证
驾照丢失补办=机动车驾驶证遗失补证
社保卡丢了=社会保障卡挂失
公积金提取=住房公积金提取
怎么提取公积金=住房公积金提取
公积金贷款=住房公积金贷款
社保转移=企业职工基本养老保险关系转移接续
个税退税=个人所得税汇算清缴
港澳通行证=往来港澳通行证签发
去香港旅游要办什么=往来港澳通行证签发
yingyezhizhao=营业执照核发
ying ye zhi zhao=营业执照核发
yingyezhiz=营业执照核发
yingye=营业执照核发
yingyezhizao=营业执照核发
yingyzhizhao=营业执照核发
yingyezihzhao=营业执照核发
shenfenzheng=居民身份证换领
shenfenzheng diushi=居民身份证丢失补领
jiehundengji=内地居民结婚登记
jie hun=内地居民结婚登记
lvshizhiye=律师执业许可
lushizhiye=律师执业许可
yinhanghangzhang=银行行长任职资格核准
chongqingdanwei=重庆单位驻本地办事机构备案
gongjijin=住房公积金提取
jiazhao=机动车驾驶证初次申领
zhizhao yingye=营业执照核发
huzhao=普通护照签发
hu zhao huan fa=普通护照换发
yyzz=营业执照核发
yyzzhf=营业执照核发
bdcdj=不动产登记资料查询
gjjtq=住房公积金提取
jszgrd=教师资格认定
jhdj=内地居民结婚登记
pthzhf=普通护照换发
營業執照=营业执照核发
營業執照遺失補領=营业执照遗失补领
機動車駕駛證=机动车驾驶证初次申领
結婚登記=内地居民结婚登记
養老保險轉移=企业职工基本养老保险关系转移接续
往來臺灣通行證=往来台湾通行证签发
不動產轉移登記=不动产转移登记
房產證=不动产首次登记
營业执照=营业执照核发
营业zhizhao=营业执照核发
yingye执照=营业执照核发
公司 zhuxiao=公司注销登记
营业zz=营业执照核发
cấp giấy phép kinh doanh=营业执照核发
cap giay phep kinh doanh=营业执照核发
giấy phép lái xe=机动车驾驶证初次申领
giay phep lai xe het han=机动车驾驶证期满换证
can cuoc=居民身份证换领
căn cước công dân bị mất=居民身份证丢失补领
dang ky ket hon=内地居民结婚登记
đăng ký kết hôn=内地居民结婚登记
Đăng Ký Khai Sinh=新生儿出生登记
tôi muốn làm hộ chiếu=普通护照签发
muon lam ho chieu=普通护照签发
làm hộ chiếu như thế nào=普通护照签发
ho chieu=普通护照签发
cong ty thanh lap=公司设立登记
bao hiem that nghiep=失业保险金申领
bao hiem that ngiep=失业保险金申领
giay phep kinh doah=营业执照核发
giay phep xay dung=建筑工程施工许可证核发
bang lai xe=机动车驾驶证初次申领
cccd=居民身份证换领
sổ đỏ=国有建设用地使用权登记
quán net=互联网上网服务营业场所许可
ly lich tu phap=无犯罪记录证明开具
khuyet tat=残疾人证办理
thue thu nhap ca nhan=个人所得税汇算清缴
business licence=营业执照核发
busines licence=营业执照核发
business license=营业执照核发
lost business licence=营业执照遗失补领
how to get a driving licence=机动车驾驶证初次申领
driving lic=机动车驾驶证初次申领
passport=普通护照签发
pasport renewal=普通护照换发
renew passport=普通护照换发
marriage=内地居民结婚登记
marraige registration=内地居民结婚登记
i want to register a company=公司设立登记
company registration=公司设立登记
id card=居民身份证首次申领
unemployment=失业登记
dole=失业保险金申领
work visa=外国人来华工作许可
no criminal record=无犯罪记录证明开具
営業執照=营业执照核发
营业执找=营业执照核发
营叶执照=营业执照核发
身粉证换领=居民身份证换领
护照签法=普通护照签发
结昏登记=内地居民结婚登记
失业保金申领=失业保险金申领
住房积公金提取=住房公积金提取
排水许可正=排水许可证核发
无犯罪纪录证明=无犯罪记录证明开具
异地就诊备案=异地就医备案
ｙｙｚｚ=营业执照核发
ＫＴＶ=娱乐场所经营许可
营业执照（核发）=营业执照核发
《导游证》核发=导游证核发
`;

const rows = table
  .trim()
  .split('\n')
  .map((line) => line.split('=') as [string, string]);

describe('what people type', () => {
  it.each(rows)('%s finds %s among the first three', (query, name) => {
    expect(top(query)).toContain(name);
  });
});

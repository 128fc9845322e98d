import type { SearchDocument } from './index-build.ts';
import type { Synonym } from './synonyms.ts';

/** Chinese name | Vietnamese name | English name | everyday words */
const items = `
营业执照核发|Cấp giấy phép kinh doanh|Business licence issuance|
营业执照遗失补领|Cấp lại giấy phép kinh doanh bị mất|Replacement of a lost business licence|执照丢了
公司设立登记|Đăng ký thành lập công ty|Company registration|注册公司
公司变更登记|Đăng ký thay đổi nội dung công ty|Change of company registration|改公司名
公司注销登记|Đăng ký giải thể công ty|Company deregistration|公司不干了
个体工商户设立登记|Đăng ký thành lập hộ kinh doanh|Sole trader registration|摆摊开店
个体工商户注销登记|Chấm dứt hoạt động hộ kinh doanh|Sole trader deregistration|
分公司设立登记|Đăng ký hoạt động chi nhánh|Branch office registration|
企业名称自主申报|Đăng ký tên doanh nghiệp|Company name reservation|起名字
企业年度报告公示|Công bố báo cáo năm của doanh nghiệp|Annual report of an enterprise|年报 工商年检
食品经营许可证核发|Cấp giấy phép kinh doanh thực phẩm|Food business licence|开饭店 卫生许可证
食品生产许可证核发|Cấp giấy phép sản xuất thực phẩm|Food production licence|食品厂
药品经营许可证核发|Cấp giấy phép kinh doanh dược phẩm|Pharmacy licence|开药店
第二类医疗器械经营备案|Công bố kinh doanh trang thiết bị y tế loại B|Filing for class II medical device trade|
医疗机构执业登记|Đăng ký hoạt động cơ sở khám chữa bệnh|Registration of a medical institution|开诊所
医师执业注册|Đăng ký hành nghề bác sĩ|Registration of a physician|
护士执业注册|Đăng ký hành nghề điều dưỡng|Registration of a nurse|护士证
公共场所卫生许可|Giấy phép vệ sinh nơi công cộng|Public place hygiene permit|理发店 宾馆
居民身份证首次申领|Cấp căn cước công dân lần đầu|First resident identity card|
居民身份证换领|Đổi căn cước công dân|Renewal of a resident identity card|身份证到期
居民身份证丢失补领|Cấp lại căn cước công dân bị mất|Replacement of a lost identity card|身份证丢了
临时居民身份证申领|Cấp căn cước công dân tạm thời|Temporary identity card|
新生儿出生登记|Đăng ký khai sinh cho trẻ mới sinh|Birth registration of a newborn|给孩子上户口 宝宝落户
户口迁移审批|Đăng ký chuyển hộ khẩu|Household registration transfer|迁户口
户口簿补发|Cấp lại sổ hộ khẩu|Replacement of the household booklet|户口本丢了
姓名变更登记|Đăng ký thay đổi họ tên|Change of name|改名字
死亡注销户口登记|Xóa đăng ký thường trú do chết|Deregistration after death|老人去世
居住证申领|Cấp thẻ tạm trú|Residence permit application|暂住证
居住证签注|Gia hạn thẻ tạm trú|Residence permit endorsement|居住证续期
普通护照签发|Cấp hộ chiếu phổ thông|Ordinary passport|出国
普通护照换发|Đổi hộ chiếu phổ thông|Passport renewal|护照到期
往来港澳通行证签发|Cấp giấy thông hành Hồng Kông và Ma Cao|Exit permit for Hong Kong and Macao|去香港旅游
往来台湾通行证签发|Cấp giấy thông hành Đài Loan|Exit permit for Taiwan|
出入境通行证签发|Cấp giấy thông hành xuất nhập cảnh|Entry and exit permit|
外国人居留证件签发|Cấp giấy phép cư trú cho người nước ngoài|Residence permit for foreigners|
外国人来华工作许可|Giấy phép lao động cho người nước ngoài|Work permit for foreigners|work visa
机动车驾驶证初次申领|Cấp giấy phép lái xe lần đầu|First driving licence|考驾照
机动车驾驶证期满换证|Đổi giấy phép lái xe hết hạn|Driving licence renewal|驾照到期
机动车驾驶证遗失补证|Cấp lại giấy phép lái xe bị mất|Replacement of a lost driving licence|
机动车注册登记|Đăng ký xe cơ giới lần đầu|Motor vehicle registration|新车上牌
机动车转让登记|Đăng ký sang tên xe cơ giới|Transfer of a motor vehicle|二手车过户
机动车检验合格标志核发|Cấp tem kiểm định xe cơ giới|Vehicle inspection sticker|年审 验车
电动自行车登记上牌|Đăng ký biển số xe đạp điện|Electric bicycle registration|电瓶车上牌
道路旅客运输经营许可|Giấy phép kinh doanh vận tải hành khách|Passenger transport licence|
道路货物运输经营许可|Giấy phép kinh doanh vận tải hàng hóa|Freight transport licence|跑货运
网络预约出租汽车驾驶员证核发|Cấp chứng chỉ lái xe công nghệ|Ride-hailing driver certificate|网约车 滴滴
内地居民结婚登记|Đăng ký kết hôn|Marriage registration|领证 结婚证
内地居民离婚登记|Đăng ký ly hôn|Divorce registration|
补领婚姻登记证|Cấp lại giấy chứng nhận kết hôn|Replacement of a marriage certificate|结婚证丢了
收养登记|Đăng ký nhận con nuôi|Adoption registration|领养孩子
最低生活保障对象认定|Xét duyệt hộ nghèo hưởng trợ cấp|Minimum living allowance|低保
特困人员认定|Xác nhận người có hoàn cảnh đặc biệt khó khăn|Recognition of persons in extreme hardship|五保户
临时救助对象认定|Trợ giúp xã hội đột xuất|Temporary relief|困难补助
高龄津贴发放|Trợ cấp người cao tuổi|Old age allowance|老人补贴
残疾人证办理|Cấp giấy xác nhận khuyết tật|Disability certificate|
残疾人两项补贴申领|Trợ cấp cho người khuyết tật|Allowances for persons with disabilities|
城乡居民养老保险参保登记|Đăng ký bảo hiểm hưu trí cho cư dân|Resident pension enrolment|买社保
企业职工基本养老保险关系转移接续|Chuyển quan hệ bảo hiểm hưu trí|Transfer of pension insurance|社保转移
养老保险待遇资格认证|Xác nhận đủ điều kiện hưởng lương hưu|Pension eligibility check|刷脸认证 领退休金
职工退休核准|Phê duyệt nghỉ hưu|Retirement approval|退休
失业登记|Đăng ký thất nghiệp|Unemployment registration|
失业保险金申领|Hưởng bảo hiểm thất nghiệp|Unemployment benefit|失业金
工伤认定申请|Xác nhận tai nạn lao động|Work injury recognition|上班受伤
生育津贴支付|Chi trả trợ cấp thai sản|Maternity allowance|产假工资
职工基本医疗保险参保登记|Đăng ký bảo hiểm y tế cho người lao động|Employee health insurance enrolment|
异地就医备案|Đăng ký khám chữa bệnh ngoài tỉnh|Filing for treatment in another city|外地看病
医疗费用手工报销|Thanh toán trực tiếp chi phí khám chữa bệnh|Medical expense reimbursement|住院报销
门诊慢特病待遇认定|Xác nhận chế độ bệnh mạn tính ngoại trú|Chronic disease benefit|
社会保障卡申领|Cấp thẻ an sinh xã hội|Social security card|
社会保障卡挂失|Báo mất thẻ an sinh xã hội|Report a lost social security card|
灵活就业人员社会保险补贴|Hỗ trợ bảo hiểm xã hội cho lao động tự do|Social insurance subsidy for flexible workers|
创业担保贷款申请|Vay vốn khởi nghiệp có bảo lãnh|Guaranteed start-up loan|创业贷款
就业见习补贴申领|Hỗ trợ thực tập việc làm|Traineeship subsidy|
高校毕业生求职补贴|Trợ cấp tìm việc cho sinh viên tốt nghiệp|Job seeking allowance for graduates|
劳务派遣经营许可|Giấy phép cho thuê lại lao động|Labour dispatch licence|
人力资源服务许可|Giấy phép dịch vụ nhân lực|Human resources service licence|
职业技能等级认定|Công nhận bậc kỹ năng nghề|Vocational skill grading|
教师资格认定|Công nhận tư cách giáo viên|Teacher qualification|教师证
民办学校设立审批|Cho phép thành lập trường tư thục|Approval of a private school|办培训班
义务教育入学登记|Đăng ký nhập học bậc phổ thông|Compulsory school enrolment|孩子上学
幼儿园设立审批|Cho phép thành lập trường mầm non|Approval of a kindergarten|
学生资助申请|Xin hỗ trợ học phí cho học sinh|Student aid|助学金
不动产首次登记|Đăng ký bất động sản lần đầu|First registration of real estate|
不动产转移登记|Đăng ký chuyển nhượng bất động sản|Transfer of real estate|房子过户 二手房
不动产抵押登记|Đăng ký thế chấp bất động sản|Mortgage registration|房贷抵押
不动产登记资料查询|Tra cứu thông tin bất động sản|Real estate records search|查房产
国有建设用地使用权登记|Đăng ký quyền sử dụng đất xây dựng|Land use right registration|cấp sổ đỏ
农村宅基地审批|Giao đất ở nông thôn|Rural homestead approval|农村建房
建设用地规划许可证核发|Cấp giấy phép quy hoạch sử dụng đất|Land planning permit|
建设工程规划许可证核发|Cấp giấy phép quy hoạch xây dựng|Construction planning permit|
建筑工程施工许可证核发|Cấp giấy phép xây dựng|Building construction permit|开工
建设工程消防验收|Nghiệm thu phòng cháy chữa cháy|Fire safety acceptance of construction|
公众聚集场所投入使用前消防安全检查|Kiểm tra an toàn cháy nổ trước khi hoạt động|Fire safety check of public venues|
商品房预售许可|Giấy phép bán nhà ở hình thành trong tương lai|Presale permit for housing|
公共租赁住房申请|Đăng ký thuê nhà ở xã hội|Public rental housing|公租房 廉租房
住房公积金提取|Rút quỹ nhà ở|Housing fund withdrawal|
住房公积金贷款|Vay quỹ nhà ở|Housing fund loan|
房屋租赁登记备案|Đăng ký hợp đồng thuê nhà|Lease registration|租房合同
物业服务企业备案|Đăng ký doanh nghiệp quản lý nhà chung cư|Property manager filing|
既有住宅加装电梯|Lắp thêm thang máy nhà chung cư|Lift for an existing building|装电梯
排水许可证核发|Cấp giấy phép xả nước thải|Drainage permit|
排污许可证核发|Cấp giấy phép môi trường|Pollutant discharge permit|
建设项目环境影响评价审批|Thẩm định đánh giá tác động môi trường|Environmental impact assessment|环评
取水许可|Giấy phép khai thác nước|Water abstraction licence|打井
河道采砂许可|Giấy phép khai thác cát sông|River sand mining permit|挖沙
林木采伐许可证核发|Cấp giấy phép khai thác gỗ|Timber felling licence|砍树
占用城市绿地审批|Cho phép chiếm dụng cây xanh đô thị|Use of urban green space|
临时占用城市道路审批|Cho phép chiếm dụng tạm thời vỉa hè|Temporary occupation of streets|占道
户外广告设施设置审批|Cho phép đặt biển quảng cáo ngoài trời|Outdoor advertising permit|招牌
城市建筑垃圾处置核准|Xử lý phế thải xây dựng|Construction waste disposal|渣土
动物防疫条件合格证核发|Chứng nhận điều kiện vệ sinh thú y|Animal epidemic prevention certificate|养猪场
动物诊疗许可证核发|Cấp giấy phép khám chữa bệnh động vật|Veterinary clinic licence|宠物医院
兽药经营许可证核发|Cấp giấy phép kinh doanh thuốc thú y|Veterinary medicine licence|
农药经营许可证核发|Cấp giấy phép kinh doanh thuốc bảo vệ thực vật|Pesticide trade licence|
种子生产经营许可证核发|Cấp giấy phép sản xuất kinh doanh giống cây trồng|Seed production licence|
水域滩涂养殖证核发|Cấp giấy phép nuôi trồng thủy sản|Aquaculture certificate|养鱼
渔业捕捞许可证核发|Cấp giấy phép khai thác thủy sản|Fishing licence|
拖拉机驾驶证核发|Cấp giấy phép lái máy kéo|Tractor driving licence|农机驾照
烟草专卖零售许可证核发|Cấp giấy phép bán lẻ thuốc lá|Tobacco retail licence|卖烟
出版物零售经营许可|Giấy phép bán lẻ xuất bản phẩm|Publication retail licence|开书店
娱乐场所经营许可|Giấy phép kinh doanh karaoke|Entertainment venue licence|KTV 酒吧
互联网上网服务营业场所许可|Giấy phép kinh doanh quán net|Internet cafe licence|网吧
营业性演出审批|Cho phép tổ chức biểu diễn nghệ thuật|Commercial performance approval|演唱会
旅行社设立许可|Giấy phép kinh doanh lữ hành|Travel agency licence|
导游证核发|Cấp thẻ hướng dẫn viên du lịch|Tour guide card|
旅馆业特种行业许可证核发|Cấp giấy phép kinh doanh lưu trú|Hotel licence|开旅馆
公章刻制备案|Đăng ký khắc dấu|Company seal filing|刻章
保安员证核发|Cấp chứng chỉ bảo vệ|Security guard certificate|
大型群众性活动安全许可|Giấy phép tổ chức sự kiện đông người|Large event safety permit|
无犯罪记录证明开具|Cấp phiếu lý lịch tư pháp|Certificate of no criminal record|无犯罪证明 政审
律师执业许可|Cấp chứng chỉ hành nghề luật sư|Lawyer practice licence|
法律援助申请|Yêu cầu trợ giúp pháp lý|Legal aid|免费律师
公证员执业审核|Bổ nhiệm công chứng viên|Notary practice review|
委托公证办理|Công chứng hợp đồng ủy quyền|Notarised power of attorney|委托书
亲属关系证明|Xác nhận quan hệ gia đình|Certificate of kinship|
增值税专用发票代开|Cấp hóa đơn giá trị gia tăng|VAT invoice issued by the tax office|开票
税务登记信息确认|Xác nhận thông tin đăng ký thuế|Tax registration|报税
个人所得税汇算清缴|Quyết toán thuế thu nhập cá nhân|Annual personal income tax return|退税
车辆购置税申报|Khai thuế trước bạ xe|Vehicle purchase tax|
契税申报|Khai lệ phí trước bạ nhà đất|Deed tax|
进出口货物收发货人备案|Đăng ký xuất nhập khẩu hàng hóa|Registration of importers and exporters|报关
外商投资企业设立登记|Đăng ký doanh nghiệp có vốn đầu tư nước ngoài|Foreign invested enterprise registration|
银行行长任职资格核准|Chấp thuận giám đốc ngân hàng|Approval of a bank president|
重庆单位驻本地办事机构备案|Đăng ký văn phòng đại diện Trùng Khánh|Filing of Chongqing units|
商标注册申请受理|Đăng ký nhãn hiệu|Trademark application|
专利资助申请|Hỗ trợ đăng ký sáng chế|Patent subsidy|
高新技术企业认定|Công nhận doanh nghiệp công nghệ cao|High-tech enterprise recognition|
特种设备使用登记|Đăng ký sử dụng thiết bị đặc biệt|Special equipment registration|叉车 锅炉
计量标准器具核准|Phê duyệt chuẩn đo lường|Approval of measurement standards|
危险化学品经营许可|Giấy phép kinh doanh hóa chất nguy hiểm|Hazardous chemicals licence|
烟花爆竹零售经营许可|Giấy phép bán lẻ pháo hoa|Firework retail licence|卖鞭炮
社会团体成立登记|Đăng ký thành lập hội|Registration of an association|协会
民办非企业单位成立登记|Đăng ký tổ chức phi lợi nhuận|Registration of a non-profit institution|
宗教活动场所设立审批|Cho phép thành lập cơ sở tôn giáo|Approval of a religious venue|
公墓建设审批|Cho phép xây dựng nghĩa trang|Cemetery approval|
退役军人优待证申领|Cấp thẻ ưu đãi cựu chiến binh|Veteran preferential card|
一次性生育补助申领|Trợ cấp sinh con một lần|One-time birth grant|二孩 三孩
生育登记|Đăng ký sinh con|Childbirth registration|准生证
疫苗接种证补办|Cấp lại sổ tiêm chủng|Replacement vaccination record|打疫苗
水表报装|Lắp đặt đồng hồ nước|New water connection|
低压居民新装用电|Lắp điện sinh hoạt mới|New electricity connection|
`;

export const sampleSynonyms: readonly Synonym[] = [
  { from: ['驾照', '驾驶执照'], to: ['机动车驾驶证'] },
  { from: ['社保卡', '医保卡'], to: ['社会保障卡'] },
  { from: ['公积金'], to: ['住房公积金'] },
  { from: ['开公司', '办公司', '成立公司'], to: ['公司设立登记'] },
  { from: ['房产证', '房本'], to: ['不动产登记', '不动产首次登记'] },
  { from: ['五险一金', '社保'], to: ['社会保险', '养老保险'] },
  { from: ['港澳证', '港澳通'], to: ['往来港澳通行证'] },
  { from: ['个税'], to: ['个人所得税'] },
  { from: ['上牌', '上车牌'], to: ['机动车注册登记'] },
  { from: ['bang lai', 'bang lai xe'], to: ['giay phep lai xe'] },
  { from: ['so do', 'sổ hồng'], to: ['quyen su dung dat', 'bat dong san'] },
  { from: ['cmnd', 'cccd', 'chứng minh thư'], to: ['can cuoc cong dan'] },
  { from: ['id card'], to: ['identity card'] },
  { from: ['dole', 'jobseekers'], to: ['unemployment benefit'] },
];

const audiences = [['个人'], ['企业'], ['个人', '企业']];

export function sampleDocuments(): SearchDocument[] {
  return items
    .trim()
    .split('\n')
    .map((line, at) => {
      const [zh = '', vi = '', en = '', words = ''] = line.split('|');
      return {
        id: 1000 + at,
        code: `11440000006939756B2440101${String(at).padStart(6, '0')}`,
        name: { 'zh-Hans': zh, vi, en },
        words: words.split(' ').filter(Boolean),
        unitName: { 'zh-Hans': at % 2 ? '市场监督管理局' : '公安局', vi: 'Sở', en: 'Bureau' },
        popularity: 0,
        facets: {
          audience: audiences[at % 3] ?? [],
          themes: ['其他'],
          unit: `city/district${at % 4}/bureau${at % 7}`,
          region: `44${at % 3}`,
          kind: at % 2 ? '许可' : '服务',
        },
      };
    });
}

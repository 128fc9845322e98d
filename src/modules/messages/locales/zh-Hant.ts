// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.
import type { NoticeFacts } from '../notice-facts.ts';

/** 每一條都說清四件事：發生了什麼、誰在辦、什麼時候、您要做什麼。 */
export const words = {
  notices: {
    merged: {
      title: '兩份申請合併辦理',
      body: ({ item, caseNo, instead }: NoticeFacts) =>
        `您交了不止一份“${item}”的申請，${caseNo}併入${instead}一起辦，期限不變。您現在不用做什麼。`,
    },
    impliedApproved: {
      title: '到期沒有決定，依法視為準予',
      body: ({ item, unit }: NoticeFacts) =>
        `${unit}沒有在法定期限內對“${item}”作出決定，依法視為準予。文書正在送給您。讓您久等了，對不起。`,
    },
    impliedRefused: {
      title: '到期沒有決定，依法視為不予許可',
      body: ({ item, unit }: NoticeFacts) =>
        `${unit}沒有在法定期限內對“${item}”作出決定，依法視為不予許可。您可以申請行政複議，也可以打電話問清楚。對不起。`,
    },
    alarmSilence: {
      title: '沒有按期辦，法律替我們作了決定',
      body: ({ item, caseNo, unit }: NoticeFacts) =>
        `${caseNo}“${item}”到期沒有答覆，依法視為已經決定或受理。負責部門：${unit}。請查明原因。`,
    },
    greened: {
      title: '您的申請進了綠色通道',
      body: ({ item, by, who, reason }: NoticeFacts) =>
        `“${item}”進了綠色通道：${reason}\n負責人：${who}，有事直接打電話。${by ? `最晚${by}辦完。` : ''}您現在不用做什麼。`,
    },
    approvedOwing: {
      title: '准予，還差材料',
      body: ({ item, unit, points }: NoticeFacts) =>
        `${unit}准予了“${item}”。還請按時補交：\n${points.join('\n')}\n開啟辦件，拍照上傳就可以。`,
    },
    owingDue: {
      title: '請按時補交材料',
      body: ({ item, points }: NoticeFacts) =>
        `“${item}”受理時說好以後補的材料，快到期了：\n${points.join('\n')}\n開啟辦件，拍照上傳就可以。`,
    },
    owingBroken: {
      title: '材料沒有按時補交',
      body: ({ item, points }: NoticeFacts) =>
        `“${item}”有材料到期沒有補交：\n${points.join('\n')}\n這一次已經記下來，下次申請時工作人員會看到。請儘快補交。`,
    },
    owingLapsed: {
      title: '沒有補交材料，已經終止',
      body: ({ item, points }: NoticeFacts) =>
        `“${item}”說好以後補的材料到期沒有交，按受理時的承諾終止辦理：\n${points.join('\n')}\n您填過的內容都還在，隨時可以重新申請。`,
    },
    revoked: {
      title: '決定已經撤銷',
      body: ({ item, unit, reason, points }: NoticeFacts) =>
        `${unit}撤銷了對“${item}”的決定，文書不再有效。${[reason, ...points].filter(Boolean).join('\n')}\n有異議可以打電話，也可以申請行政複議。`,
    },
    submitted: {
      title: '申請已經收到',
      body: ({ item, caseNo, unit, by }: NoticeFacts) =>
        `“${item}”的申請已經收到，編號${caseNo}。${unit}${by ? `最晚${by}` : '會盡快'}告訴您是否受理。您現在不用做什麼。`,
    },
    submittedFor: {
      title: '有人替您提交了申請',
      body: ({ item, caseNo, unit, by, who }: NoticeFacts) =>
        `${who}替您提交了“${item}”的申請，編號${caseNo}。${unit}${by ? `最晚${by}` : '會盡快'}告訴您是否受理。如果您沒有託人辦，請馬上打下面的電話。`,
    },
    accepted: {
      title: '申請已經受理',
      body: ({ item, unit, by }: NoticeFacts) =>
        `“${item}”已經受理，開始計時。${unit}${by ? `最晚${by}辦完` : '正在辦理'}。您現在不用做什麼。`,
    },
    acceptedOwing: {
      title: '申請已經受理，還有材料要補',
      body: ({ item, unit, by, points }: NoticeFacts) =>
        `“${item}”已經先受理，開始計時。${unit}${by ? `最晚${by}辦完` : '正在辦理'}。請按時補上：\n${points.join('\n')}`,
    },
    deemed: {
      title: '申請已經視為受理',
      body: ({ item, unit, by }: NoticeFacts) =>
        `我們沒有按時告訴您“${item}”是否受理。按照規定，從收到那天起就算受理。${unit}${by ? `最晚${by}辦完` : '正在辦理'}。您現在不用做什麼。`,
    },
    notAccepted: {
      title: '申請沒有受理',
      body: ({ item, unit, reason, instead }: NoticeFacts) =>
        `${unit}沒有受理“${item}”。理由：${reason}${instead ? `\n可以這樣辦：${instead}` : ''}\n改好以後可以重新申請；不同意的，可以打下面的電話，也可以申請行政複議。`,
    },
    correction: {
      title: '請您補正',
      body: ({ item, unit, by, points, reason }: NoticeFacts) =>
        `${unit}請您補正“${item}”，最晚${by}。補正期間不計時。要改的都在這裡，一次說全：\n${points.join('\n')}${reason ? `\n${reason}` : ''}\n請開啟這一件，逐項改好再提交。`,
    },
    answered: {
      title: '申請人已經補正',
      body: ({ item, caseNo, by }: NoticeFacts) => `${caseNo}“${item}”的申請人已經提交補正，繼續計時${by ? `，最晚${by}` : ''}。請接著辦。`,
    },
    supplied: {
      title: '申請人補交了材料',
      body: ({ item, caseNo, points }: NoticeFacts) => `${caseNo}“${item}”的申請人補交了：${points.join('、')}。請核對。`,
    },
    paused: {
      title: '辦理時間暫停',
      body: ({ item, unit, reason }: NoticeFacts) =>
        `${unit}正在辦“${item}”，現在暫停計時：${reason}。這段時間不算在辦理期限裡。您現在不用做什麼。`,
    },
    resumed: {
      title: '辦理時間繼續計算',
      body: ({ item, unit, by }: NoticeFacts) => `“${item}”繼續計時。${unit}${by ? `最晚${by}辦完` : '正在辦理'}。您現在不用做什麼。`,
    },
    extended: {
      title: '辦理時間延長',
      body: ({ item, unit, by, reason }: NoticeFacts) =>
        `“${item}”要多辦幾天，理由：${reason}\n${unit}${by ? `最晚${by}辦完` : '正在辦理'}。只延長這一次。`,
    },
    apologised: {
      title: '辦晚了，向您道歉',
      body: ({ item, unit, by, reason }: NoticeFacts) =>
        `“${item}”沒有按時辦完，向您道歉${reason ? `。原因：${reason}` : ''}\n新的辦結日期是${by}，${unit}一定在這天以前辦完。您不用再跑一次。`,
    },
    approved: {
      title: '已經准予',
      body: ({ item, unit }: NoticeFacts) => `${unit}准予了“${item}”。結果正在按您選的方式送給您，開啟這一件就能看到。`,
    },
    refused: {
      title: '沒有準予',
      body: ({ item, unit, reason }: NoticeFacts) =>
        `${unit}沒有準予“${item}”。理由：${reason}\n決定書裡寫著怎樣申請複議或者起訴，開啟這一件就能看到。`,
    },
    partly: {
      title: '部分准予',
      body: ({ item, unit, reason }: NoticeFacts) =>
        `${unit}准予了“${item}”的一部分。理由：${reason}\n詳情和救濟途徑寫在決定書裡，開啟這一件就能看到。`,
    },
    terminated: {
      title: '辦理已經終止',
      body: ({ item, unit, reason }: NoticeFacts) =>
        `${unit}終止了“${item}”的辦理。理由：${reason}\n通知書裡寫著以後怎麼辦，開啟這一件就能看到。`,
    },
    served: {
      title: '結果已經送達',
      body: ({ item }: NoticeFacts) => `“${item}”辦完了，結果已經送達。請花一分鐘評價這次辦事，也可以不評。`,
    },
    reopened: {
      title: '重新辦理',
      body: ({ item, unit, by, reason }: NoticeFacts) =>
        `${unit}重新辦理“${item}”，原來的決定不再有效。理由：${reason}\n${by ? `最晚${by}辦完。` : ''}您現在不用做什麼。`,
    },
    lapsed: {
      title: '逾期沒有補正，已經終止',
      body: ({ item }: NoticeFacts) => `“${item}”到期沒有補正，已經終止。您填過的內容都還在，隨時可以重新申請。`,
    },
    withdrawn: {
      title: '申請已經撤回',
      body: ({ item, who }: NoticeFacts) =>
        `“${item}”的申請已經由${who}撤回，不再辦理。如果這不是您的意思，請馬上打下面的電話；隨時可以重新申請。`,
    },
    takenBack: {
      title: '申請人撤回了申請',
      body: ({ item, caseNo }: NoticeFacts) => `${caseNo}“${item}”已經由申請人撤回，不用再辦。`,
    },
    fromOffice: {
      title: '辦理單位給您留言',
      body: ({ item, unit }: NoticeFacts) => `${unit}就“${item}”給您留了言。請開啟這一件看，可以在那裡直接回復。`,
    },
    fromApplicant: {
      title: '申請人留言',
      body: ({ item, caseNo }: NoticeFacts) => `${caseNo}“${item}”的申請人給您留了言。請開啟這一件看和回覆。`,
    },
    reminded: {
      title: '催辦',
      body: ({ item, caseNo, by, who, reason }: NoticeFacts) =>
        `${who}催辦${caseNo}“${item}”${by ? `，最晚${by}` : ''}。${reason ? `說明：${reason}\n` : ''}請馬上辦，辦不了的請移交。`,
    },
    handedOver: {
      title: '有一件移交給您',
      body: ({ item, caseNo, by, who, reason }: NoticeFacts) =>
        `${who}把${caseNo}“${item}”移交給您${by ? `，最晚${by}` : ''}。${reason ? `說明：${reason}\n` : ''}請開啟這一件接著辦。`,
    },
    parcel: {
      title: '結果已經交給快遞',
      body: ({ item, reason }: NoticeFacts) => `“${item}”的結果已經交給快遞，單號${reason}。請注意收件。`,
    },
    draftFor: {
      title: '有人正在替您申請',
      body: ({ item, who }: NoticeFacts) =>
        `${who}開始替您填寫“${item}”的申請，還沒有提交。提交時會再告訴您。如果您沒有託人辦，請馬上打下面的電話。`,
    },
    draftDay: {
      title: '您有一份申請還沒有提交',
      body: ({ item }: NoticeFacts) => `“${item}”的申請填了一半，內容都存著。可以接著填；不想辦了就刪掉它。`,
    },
    draftLast: {
      title: '沒有提交的申請，最後提醒一次',
      body: ({ item }: NoticeFacts) => `“${item}”的申請已經三天沒有動過。內容還存著，以後不再提醒。可以接著填；不想辦了就刪掉它。`,
    },
    channelClosed: {
      title: '這種辦理方式暫停',
      body: ({ item, by, reason, instead }: NoticeFacts) =>
        `您填了一半的“${item}”，${by}起暫停這種辦理方式。${reason ? `原因：${reason}\n` : ''}您填的內容都在。${instead ? `現在可以這樣辦：${instead}。` : '恢復的時候會告訴您。'}`,
    },
    channelOpen: {
      title: '這種辦理方式恢復了',
      body: ({ item }: NoticeFacts) => `您填了一半的“${item}”可以接著辦了，內容都在。`,
    },
  },
  contact: (unit: string, officer: string, phone: string) =>
    `經辦：${[unit, officer].filter(Boolean).join(' ')}${phone ? `，電話${phone}` : ''}`,
  point: (no: number, name: string, wrong: string) => `${no}. ${name}${wrong ? `：${wrong}` : ''}`,
  owed: (name: string, by: string) => `${name}，最晚${by}`,
  row: (name: string, no: number) => `${name}（第${no}份）`,
  list: (parts: readonly string[]) => parts.join('、'),
  defects: {
    unreadable: '看不清',
    incomplete: '不完整',
    expired: '過期了',
    'wrong-document': '不是要的那一樣',
    'not-signed': '沒有簽字',
    'not-stamped': '沒有蓋章',
    'names-differ': '姓名或名稱不一致',
    'too-old': '太舊了',
    'page-missing': '缺頁',
  } as Record<string, string>,
  shortText: (agency: string, text: string, link: string) => `【${agency}】${text} ${link}`,
  mail: {
    subject: (agency: string, title: string, caseNo: string) => `${agency}：${title}${caseNo ? `（${caseNo}）` : ''}`,
    open: '開啟看：',
    foot: (agency: string) => `${agency}\n這封郵件由系統發出，請不要回復。`,
  },
  inbox: {
    title: '通知',
    lead: '辦件每走一步，都在這裡告訴您。',
    unread: '未讀',
    read: '知道了',
    readAll: '全部標為已讀',
    open: '開啟這一件',
    openBooking: '看預約單',
    openDraft: '接著填',
    empty: '還沒有通知。',
    older: '更早的通知',
  },
  outbox: {
    title: '演示郵件和簡訊',
    lead: '演示時郵件和簡訊不寄出，都放在這裡。最新的在最上面。',
    none: '郵件和簡訊都由服務商寄出，這裡沒有。',
    empty: '還沒有寄過。',
    to: (address: string) => `寄給${address}`,
    text: '簡訊',
  },
  refusals: {
    not_found: '沒有這條通知。',
    bad_cursor: '翻頁的位置不對，請從第一頁開始。',
  },
};

import type { NoticeFacts } from '../notice-facts.ts';

/** 每一条都说清四件事：发生了什么、谁在办、什么时候、您要做什么。 */
export const words = {
  notices: {
    merged: {
      title: '两份申请合并办理',
      body: ({ item, caseNo, instead }: NoticeFacts) =>
        `您交了不止一份“${item}”的申请，${caseNo}并入${instead}一起办，期限不变。您现在不用做什么。`,
    },
    impliedApproved: {
      title: '到期没有决定，依法视为准予',
      body: ({ item, unit }: NoticeFacts) =>
        `${unit}没有在法定期限内对“${item}”作出决定，依法视为准予。文书正在送给您。让您久等了，对不起。`,
    },
    impliedRefused: {
      title: '到期没有决定，依法视为不予许可',
      body: ({ item, unit }: NoticeFacts) =>
        `${unit}没有在法定期限内对“${item}”作出决定，依法视为不予许可。您可以申请行政复议，也可以打电话问清楚。对不起。`,
    },
    alarmSilence: {
      title: '没有按期办，法律替我们作了决定',
      body: ({ item, caseNo, unit }: NoticeFacts) =>
        `${caseNo}“${item}”到期没有答复，依法视为已经决定或受理。负责部门：${unit}。请查明原因。`,
    },
    greened: {
      title: '您的申请进了绿色通道',
      body: ({ item, by, who, reason }: NoticeFacts) =>
        `“${item}”进了绿色通道：${reason}\n负责人：${who}，有事直接打电话。${by ? `最晚${by}办完。` : ''}您现在不用做什么。`,
    },
    approvedOwing: {
      title: '准予，还差材料',
      body: ({ item, unit, points }: NoticeFacts) =>
        `${unit}准予了“${item}”。还请按时补交：\n${points.join('\n')}\n打开办件，拍照上传就可以。`,
    },
    owingDue: {
      title: '请按时补交材料',
      body: ({ item, points }: NoticeFacts) =>
        `“${item}”受理时说好以后补的材料，快到期了：\n${points.join('\n')}\n打开办件，拍照上传就可以。`,
    },
    owingBroken: {
      title: '材料没有按时补交',
      body: ({ item, points }: NoticeFacts) =>
        `“${item}”有材料到期没有补交：\n${points.join('\n')}\n这一次已经记下来，下次申请时工作人员会看到。请尽快补交。`,
    },
    owingLapsed: {
      title: '没有补交材料，已经终止',
      body: ({ item, points }: NoticeFacts) =>
        `“${item}”说好以后补的材料到期没有交，按受理时的承诺终止办理：\n${points.join('\n')}\n您填过的内容都还在，随时可以重新申请。`,
    },
    revoked: {
      title: '决定已经撤销',
      body: ({ item, unit, reason, points }: NoticeFacts) =>
        `${unit}撤销了对“${item}”的决定，文书不再有效。${[reason, ...points].filter(Boolean).join('\n')}\n有异议可以打电话，也可以申请行政复议。`,
    },
    submitted: {
      title: '申请已经收到',
      body: ({ item, caseNo, unit, by }: NoticeFacts) =>
        `“${item}”的申请已经收到，编号${caseNo}。${unit}${by ? `最晚${by}` : '会尽快'}告诉您是否受理。您现在不用做什么。`,
    },
    submittedFor: {
      title: '有人替您提交了申请',
      body: ({ item, caseNo, unit, by, who }: NoticeFacts) =>
        `${who}替您提交了“${item}”的申请，编号${caseNo}。${unit}${by ? `最晚${by}` : '会尽快'}告诉您是否受理。如果您没有托人办，请马上打下面的电话。`,
    },
    accepted: {
      title: '申请已经受理',
      body: ({ item, unit, by }: NoticeFacts) =>
        `“${item}”已经受理，开始计时。${unit}${by ? `最晚${by}办完` : '正在办理'}。您现在不用做什么。`,
    },
    acceptedOwing: {
      title: '申请已经受理，还有材料要补',
      body: ({ item, unit, by, points }: NoticeFacts) =>
        `“${item}”已经先受理，开始计时。${unit}${by ? `最晚${by}办完` : '正在办理'}。请按时补上：\n${points.join('\n')}`,
    },
    deemed: {
      title: '申请已经视为受理',
      body: ({ item, unit, by }: NoticeFacts) =>
        `我们没有按时告诉您“${item}”是否受理。按照规定，从收到那天起就算受理。${unit}${by ? `最晚${by}办完` : '正在办理'}。您现在不用做什么。`,
    },
    notAccepted: {
      title: '申请没有受理',
      body: ({ item, unit, reason, instead }: NoticeFacts) =>
        `${unit}没有受理“${item}”。理由：${reason}${instead ? `\n可以这样办：${instead}` : ''}\n改好以后可以重新申请；不同意的，可以打下面的电话，也可以申请行政复议。`,
    },
    correction: {
      title: '请您补正',
      body: ({ item, unit, by, points, reason }: NoticeFacts) =>
        `${unit}请您补正“${item}”，最晚${by}。补正期间不计时。要改的都在这里，一次说全：\n${points.join('\n')}${reason ? `\n${reason}` : ''}\n请打开这一件，逐项改好再提交。`,
    },
    answered: {
      title: '申请人已经补正',
      body: ({ item, caseNo, by }: NoticeFacts) => `${caseNo}“${item}”的申请人已经提交补正，继续计时${by ? `，最晚${by}` : ''}。请接着办。`,
    },
    supplied: {
      title: '申请人补交了材料',
      body: ({ item, caseNo, points }: NoticeFacts) => `${caseNo}“${item}”的申请人补交了：${points.join('、')}。请核对。`,
    },
    paused: {
      title: '办理时间暂停',
      body: ({ item, unit, reason }: NoticeFacts) =>
        `${unit}正在办“${item}”，现在暂停计时：${reason}。这段时间不算在办理期限里。您现在不用做什么。`,
    },
    resumed: {
      title: '办理时间继续计算',
      body: ({ item, unit, by }: NoticeFacts) => `“${item}”继续计时。${unit}${by ? `最晚${by}办完` : '正在办理'}。您现在不用做什么。`,
    },
    extended: {
      title: '办理时间延长',
      body: ({ item, unit, by, reason }: NoticeFacts) =>
        `“${item}”要多办几天，理由：${reason}\n${unit}${by ? `最晚${by}办完` : '正在办理'}。只延长这一次。`,
    },
    apologised: {
      title: '办晚了，向您道歉',
      body: ({ item, unit, by, reason }: NoticeFacts) =>
        `“${item}”没有按时办完，向您道歉${reason ? `。原因：${reason}` : ''}\n新的办结日期是${by}，${unit}一定在这天以前办完。您不用再跑一次。`,
    },
    approved: {
      title: '已经准予',
      body: ({ item, unit }: NoticeFacts) => `${unit}准予了“${item}”。结果正在按您选的方式送给您，打开这一件就能看到。`,
    },
    refused: {
      title: '没有准予',
      body: ({ item, unit, reason }: NoticeFacts) =>
        `${unit}没有准予“${item}”。理由：${reason}\n决定书里写着怎样申请复议或者起诉，打开这一件就能看到。`,
    },
    partly: {
      title: '部分准予',
      body: ({ item, unit, reason }: NoticeFacts) =>
        `${unit}准予了“${item}”的一部分。理由：${reason}\n详情和救济途径写在决定书里，打开这一件就能看到。`,
    },
    terminated: {
      title: '办理已经终止',
      body: ({ item, unit, reason }: NoticeFacts) =>
        `${unit}终止了“${item}”的办理。理由：${reason}\n通知书里写着以后怎么办，打开这一件就能看到。`,
    },
    served: {
      title: '结果已经送达',
      body: ({ item }: NoticeFacts) => `“${item}”办完了，结果已经送达。请花一分钟评价这次办事，也可以不评。`,
    },
    reopened: {
      title: '重新办理',
      body: ({ item, unit, by, reason }: NoticeFacts) =>
        `${unit}重新办理“${item}”，原来的决定不再有效。理由：${reason}\n${by ? `最晚${by}办完。` : ''}您现在不用做什么。`,
    },
    lapsed: {
      title: '逾期没有补正，已经终止',
      body: ({ item }: NoticeFacts) => `“${item}”到期没有补正，已经终止。您填过的内容都还在，随时可以重新申请。`,
    },
    withdrawn: {
      title: '申请已经撤回',
      body: ({ item, who }: NoticeFacts) =>
        `“${item}”的申请已经由${who}撤回，不再办理。如果这不是您的意思，请马上打下面的电话；随时可以重新申请。`,
    },
    takenBack: {
      title: '申请人撤回了申请',
      body: ({ item, caseNo }: NoticeFacts) => `${caseNo}“${item}”已经由申请人撤回，不用再办。`,
    },
    fromOffice: {
      title: '办理单位给您留言',
      body: ({ item, unit }: NoticeFacts) => `${unit}就“${item}”给您留了言。请打开这一件看，可以在那里直接回复。`,
    },
    fromApplicant: {
      title: '申请人留言',
      body: ({ item, caseNo }: NoticeFacts) => `${caseNo}“${item}”的申请人给您留了言。请打开这一件看和回复。`,
    },
    reminded: {
      title: '催办',
      body: ({ item, caseNo, by, who, reason }: NoticeFacts) =>
        `${who}催办${caseNo}“${item}”${by ? `，最晚${by}` : ''}。${reason ? `说明：${reason}\n` : ''}请马上办，办不了的请移交。`,
    },
    handedOver: {
      title: '有一件移交给您',
      body: ({ item, caseNo, by, who, reason }: NoticeFacts) =>
        `${who}把${caseNo}“${item}”移交给您${by ? `，最晚${by}` : ''}。${reason ? `说明：${reason}\n` : ''}请打开这一件接着办。`,
    },
    parcel: {
      title: '结果已经交给快递',
      body: ({ item, reason }: NoticeFacts) => `“${item}”的结果已经交给快递，单号${reason}。请注意收件。`,
    },
    draftFor: {
      title: '有人正在替您申请',
      body: ({ item, who }: NoticeFacts) =>
        `${who}开始替您填写“${item}”的申请，还没有提交。提交时会再告诉您。如果您没有托人办，请马上打下面的电话。`,
    },
    draftDay: {
      title: '您有一份申请还没有提交',
      body: ({ item }: NoticeFacts) => `“${item}”的申请填了一半，内容都存着。可以接着填；不想办了就删掉它。`,
    },
    draftLast: {
      title: '没有提交的申请，最后提醒一次',
      body: ({ item }: NoticeFacts) => `“${item}”的申请已经三天没有动过。内容还存着，以后不再提醒。可以接着填；不想办了就删掉它。`,
    },
    channelClosed: {
      title: '这种办理方式暂停',
      body: ({ item, by, reason, instead }: NoticeFacts) =>
        `您填了一半的“${item}”，${by}起暂停这种办理方式。${reason ? `原因：${reason}\n` : ''}您填的内容都在。${instead ? `现在可以这样办：${instead}。` : '恢复的时候会告诉您。'}`,
    },
    channelOpen: {
      title: '这种办理方式恢复了',
      body: ({ item }: NoticeFacts) => `您填了一半的“${item}”可以接着办了，内容都在。`,
    },
  },
  contact: (unit: string, officer: string, phone: string) =>
    `经办：${[unit, officer].filter(Boolean).join(' ')}${phone ? `，电话${phone}` : ''}`,
  point: (no: number, name: string, wrong: string) => `${no}. ${name}${wrong ? `：${wrong}` : ''}`,
  owed: (name: string, by: string) => `${name}，最晚${by}`,
  row: (name: string, no: number) => `${name}（第${no}份）`,
  list: (parts: readonly string[]) => parts.join('、'),
  defects: {
    unreadable: '看不清',
    incomplete: '不完整',
    expired: '过期了',
    'wrong-document': '不是要的那一样',
    'not-signed': '没有签字',
    'not-stamped': '没有盖章',
    'names-differ': '姓名或名称不一致',
    'too-old': '太旧了',
    'page-missing': '缺页',
  } as Record<string, string>,
  shortText: (agency: string, text: string, link: string) => `【${agency}】${text} ${link}`,
  mail: {
    subject: (agency: string, title: string, caseNo: string) => `${agency}：${title}${caseNo ? `（${caseNo}）` : ''}`,
    open: '打开看：',
    foot: (agency: string) => `${agency}\n这封邮件由系统发出，请不要回复。`,
  },
  inbox: {
    title: '通知',
    lead: '办件每走一步，都在这里告诉您。',
    unread: '未读',
    read: '知道了',
    readAll: '全部标为已读',
    open: '打开这一件',
    openBooking: '看预约单',
    openDraft: '接着填',
    empty: '还没有通知。',
    older: '更早的通知',
  },
  outbox: {
    title: '演示邮件和短信',
    lead: '演示时邮件和短信不寄出，都放在这里。最新的在最上面。',
    none: '邮件和短信都由服务商寄出，这里没有。',
    empty: '还没有寄过。',
    to: (address: string) => `寄给${address}`,
    text: '短信',
  },
  refusals: {
    not_found: '没有这条通知。',
    bad_cursor: '翻页的位置不对，请从第一页开始。',
  },
};

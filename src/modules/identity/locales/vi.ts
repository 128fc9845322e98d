export const words = {
  refusals: {
    wrong_credentials: '用户名或密码不对。',
    code_needed: '请输入身份验证器里的六位验证码。',
    wrong_code: '验证码不对，或者已经用过。请输入最新的六位数字。',
    locked: ({ until }: { until: string }) =>
      `试错的次数太多，这个账户先停用一会儿。请在${clockTime(until)}以后再试，或者打电话问工作人员。`,
    phone_taken: '这个手机号已经注册过。请直接登录。',
    weak_password: '这个密码太容易猜到。请用至少八个字符，不要用姓名、手机号或者常见的密码。',
    invitation_over: '这个链接已经用过或者过期了。请让管理员再发一个。',
    wrong_password: '现在的密码不对。',
    second_factor_is_on: '两步验证已经开启。',
    second_factor_not_prepared: '请先取得密钥，再输入验证码。',
    person_unknown: '没有找到这个姓名和手机号的人。请核对，或者请对方先注册。',
    own_mandate: '不能委托自己。',
    wrong_days: '日期不对：开始不能早于今天，结束不能早于开始，最长三年。',
    another_name: '这个证件号码登记的是另一个姓名。请核对证件。',
    wrong_state: '这份委托已经不在这一步了。请刷新再看。',
    stale_version: '别人刚刚改过。请看一下现在的内容，再决定。',
    username_taken: '这个用户名已经有人用。',
    outside_your_unit: '这超出了您管理的单位。',
    own_roles: '不能改自己的角色。请另一位管理员来改。',
    not_found: '没有找到。',
  },
};

function clockTime(until: string): string {
  return new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' }).format(new Date(until));
}

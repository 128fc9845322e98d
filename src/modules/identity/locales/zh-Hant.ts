// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.
export const words = {
  refusals: {
    wrong_credentials: '使用者名稱或密碼不對。',
    code_needed: '請輸入身份驗證器裡的六位驗證碼。',
    wrong_code: '驗證碼不對，或者已經用過。請輸入最新的六位數字。',
    locked: ({ until }: { until: string }) =>
      `試錯的次數太多，這個賬戶先停用一會兒。請在${clockTime(until)}以後再試，或者打電話問工作人員。`,
    phone_taken: '這個手機號已經註冊過。請直接登入。',
    weak_password: '這個密碼太容易猜到。請用至少八個字元，不要用姓名、手機號或者常見的密碼。',
    invitation_over: '這個連結已經用過或者過期了。請讓管理員再發一個。',
    wrong_password: '現在的密碼不對。',
    second_factor_is_on: '兩步驗證已經開啟。',
    second_factor_not_prepared: '請先取得金鑰，再輸入驗證碼。',
    person_unknown: '沒有找到這個姓名和手機號的人。請核對，或者請對方先註冊。',
    own_mandate: '不能委託自己。',
    wrong_days: '日期不對：開始不能早於今天，結束不能早於開始，最長三年。',
    another_name: '這個證件號碼登記的是另一個姓名。請核對證件。',
    wrong_state: '這份委託已經不在這一步了。請重新整理再看。',
    stale_version: '別人剛剛改過。請看一下現在的內容，再決定。',
    username_taken: '這個使用者名稱已經有人用。',
    outside_your_unit: '這超出了您管理的單位。',
    own_roles: '不能改自己的角色。請另一位管理員來改。',
    not_found: '沒有找到。',
  },
};

function clockTime(until: string): string {
  return new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' }).format(new Date(until));
}

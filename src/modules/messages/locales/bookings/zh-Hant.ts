// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.
/** 已寫成讀者語言的時間和名稱；空的就是沒有。 */
export type BookingFacts = {
  readonly when: string;
  readonly shortWhen: string;
  readonly arriveFrom: string;
  readonly arriveUntil: string;
  readonly item: string;
  readonly hall: string;
  readonly address: string;
  readonly was: string;
  readonly answerBy: string;
  readonly no: string;
};

/** 一句簡訊不超過70個字，連署名和網址在內。 */
export const words = {
  advice: '諮詢',
  contact: (hall: string, phone: string) => `${hall}，電話${phone}`,
  notices: {
    bookingMade: {
      title: '預約好了',
      body: ({ when, item, hall, address, arriveFrom, arriveUntil, no }: BookingFacts) =>
        `您約了${when}到${hall}（${address}）辦“${item}”，預約號${no}。請在${arriveFrom}—${arriveUntil}之間到，門口出示預約碼。要帶的材料、改時間、取消，都在預約單裡。`,
      text: ({ shortWhen, arriveFrom }: BookingFacts) => `${shortWhen}已約好，${arriveFrom}起可進`,
    },
    bookingMoved: {
      title: '預約時間改好了',
      body: ({ when, item, hall, arriveFrom, arriveUntil }: BookingFacts) =>
        `“${item}”的預約改到${when}，${hall}。請在${arriveFrom}—${arriveUntil}之間到。原來的時間已經讓出。`,
      text: ({ shortWhen, arriveFrom }: BookingFacts) => `已改到${shortWhen}，${arriveFrom}起可進`,
    },
    bookingCancelled: {
      title: '預約已經取消',
      body: ({ when, item, hall }: BookingFacts) => `${when}到${hall}辦“${item}”的預約已經取消。如果不是您取消的，請馬上打下面的電話。`,
      text: ({ shortWhen }: BookingFacts) => `${shortWhen}的預約已取消`,
    },
    bookingTomorrow: {
      title: '明天有預約',
      body: ({ when, item, hall, address, arriveFrom, arriveUntil }: BookingFacts) =>
        `${when}您約了到${hall}（${address}）辦“${item}”，請在${arriveFrom}—${arriveUntil}之間到，帶好材料和身份證件。來不了請改時間或者取消，讓給別人。`,
      text: ({ shortWhen }: BookingFacts) => `${shortWhen}有預約，請帶好材料`,
    },
    bookingToday: {
      title: '今天有預約',
      body: ({ when, item, hall, arriveFrom, arriveUntil }: BookingFacts) =>
        `${when}您約了到${hall}辦“${item}”，請在${arriveFrom}—${arriveUntil}之間到，在門口出示預約碼。`,
      text: ({ shortWhen, arriveFrom }: BookingFacts) => `${shortWhen}有預約，${arriveFrom}起可進`,
    },
    bookingOffered: {
      title: '原來的時間不能辦了，給您留了新時間',
      body: ({ was, when, item, hall, answerBy }: BookingFacts) =>
        `您${was ? `${was}的` : ''}預約（“${item}”）不能辦了，向您道歉。我們給您留了${when}，${hall}，保留到${answerBy}。請開啟預約單答覆：同意、換時間、換一種辦法，或者不辦了。沒有您的答覆我們不會取消。`,
      text: ({ shortWhen }: BookingFacts) => `預約受影響，改留${shortWhen}，請答覆`,
    },
    placeFound: {
      title: '排隊等到空位了',
      body: ({ when, item, hall, answerBy }: BookingFacts) =>
        `您排隊等的“${item}”有空位：${when}，${hall}。給您保留到${answerBy}，請開啟預約單確定；不要了也請說一聲，讓給下一位。`,
      text: ({ shortWhen }: BookingFacts) => `等到空位：${shortWhen}，請儘快確定`,
    },
    offerLapsed: {
      title: '給您留的時間過了',
      body: ({ item, hall }: BookingFacts) =>
        `給您留的時間沒有等到答覆，已經讓出。您在${hall}辦“${item}”的先後順序還留著，有新時間先給您。急的話請打下面的電話，或者換一種辦法。`,
      text: () => '給您留的時間已過，先後順序仍保留',
    },
    bookingDisplaced: {
      title: '大廳暫停，您的先後順序留著',
      body: ({ was, item, hall }: BookingFacts) =>
        `${hall}暫停辦理，恢復的時間還沒有定，您${was ? `${was}的` : ''}預約（“${item}”）不能辦了，向您道歉。您的先後順序替您留著，恢復時先通知您。急的話請開啟預約單換一種辦法，或者打下面的電話。`,
      text: () => '大廳暫停，您的先後順序留著，急事可換辦法',
    },
  },
};

import { fold } from './fold.ts';

/** What people say around the thing they look for; Vietnamese without marks. */
const asking = [
  '我想要 我想 我要 我该 我们 请问 你好 您好 想要 怎么样 怎么 怎样 咋样 咋 如何 哪里 哪儿 哪个 在哪里 在哪儿 去哪里 去哪儿 在哪 去哪 什么 为什么 多久 多长时间 多少钱 多少',
  '需要 需不需要 能不能 能否 可不可以 可以 是否 是不是 有没有 应该 要不要 找谁 帮我 麻烦 谢谢 吗 呢 呀 啊 吧 么',
];
const aroundChinese =
  '办理 办 做 弄 搞 去 要 想 的 了 个 下 一下 在 到 给 我 我的 我家 能 手续 流程 材料 资料 条件 指南 地点 网上 带 交 可';
const phrases = [
  'how to|how do i|how do you|how can i|where can i|where do i|what do i need|can i|do i|i want to|i want|i need to|i need|i would like to',
  'nhu the nao|the nao|o dau|lam sao|lam the nao|can gi|can nhung gi|bao lau|bao nhieu|toi muon|muon lam|xin hoi|lam cach nao|cho toi hoi|can giay to gi',
];
const words = 'a an the of for to in on my is are please get apply do muon lam toi cach hoi xin cho';

const longestFirst = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length).join('|');
const asked = new RegExp(longestFirst(fold(asking.join(' ')).split(' ')), 'g');
const edge = longestFirst(fold(aroundChinese).split(' '));
const [leading, trailing] = [new RegExp(`^(?!办学)(?:${edge})`), new RegExp(`(?:${edge})$`)];
const latinPhrases = new RegExp(` (?:${longestFirst(phrases.join('|').split('|'))})(?= )`, 'g');
const latinWords = new Set(words.split(' '));

/** The parts of a Chinese stretch that name something; nothing if it only asks. */
export function coreOfHan(run: string): string[] {
  return run
    .split(asked)
    .map(trimEdges)
    .filter((part) => part && !isEdge(part));
}

function isEdge(part: string): boolean {
  return part.replace(leading, '') === '';
}

/** Takes words of doing off both ends, but never leaves a single character: 办学 stays. */
function trimEdges(part: string): string {
  for (;;) {
    const shorter = [part.replace(leading, ''), part.replace(trailing, '')].find((rest) => rest.length > 1 && rest !== part);
    if (!shorter) return part;
    part = shorter;
  }
}

export function coreOfWords(tokens: readonly string[]): string[] {
  const rest = ` ${tokens.join(' ')} `.replace(latinPhrases, '').split(' ');
  return rest.filter((token) => token && !latinWords.has(token));
}

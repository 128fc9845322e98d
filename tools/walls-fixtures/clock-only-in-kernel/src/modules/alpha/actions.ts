export const act = () => new Date();
export const day = (text: string) => new Date(text);

/** Grounds and inks on a light screen; the report's style has those of a dark one. */
export const light = {
  ground: '#fdfdfb',
  ink: '#1c1c1a',
  muted: '#5d5d58',
  line: '#deded8',
  wash: '#f0f0ea',
  link: '#00507d',
} as const;
